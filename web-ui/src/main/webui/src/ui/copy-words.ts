import { words } from '$lib/words';

export const t = words(
  {
    download: 'Tải bản sao',
    stop: 'Thôi tải',
    gathering: 'Đang lấy dữ liệu…',
    files: (done: string, of: string) => `Đang lấy tệp đã nộp: ${done} trên ${of}`,
    done: 'Đã tải xong.',
    gone: (n: string) => `Đã tải xong. ${n} tệp không còn trong kho; trang doc-duoc.html ghi tên các tệp ấy.`,
    notYet: 'Bản sao đang được gom từ các phần của hệ thống. Thử lại sau ít phút; bản sao giữ được 7 ngày.',
    tooMuch: 'Bản sao lớn hơn 4 GB, trình duyệt không gói được. Nhờ nhà trường chép ra ổ đĩa.',
  },
  {
    download: 'Download the copy',
    stop: 'Stop',
    gathering: 'Fetching the data…',
    files: (done, of) => `Fetching the files: ${done} of ${of}`,
    done: 'Downloaded.',
    gone: (n) => `Downloaded. ${n} files are not in the store any more; doc-duoc.html names them.`,
    notYet: 'The copy is still being gathered. Try again in a few minutes; it is kept for 7 days.',
    tooMuch:
      'The copy is larger than 4 GB, more than a browser can pack. Ask the school to copy it to a disk.',
  },
);
