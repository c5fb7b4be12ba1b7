import { words } from '$lib/words';

export const t = words(
  {
    title: 'Xem như học sinh',
    nothingKept: 'Thầy cô đang xem trang của học sinh. Bấm gì ở đây cũng không được ghi lại.',
    draft: 'Đây là bản đang soạn, cả chỗ chưa đăng.',
    ofClass: 'Lớp',
    noClass: 'Chưa giao cho lớp nào',
    whoever: 'Một em chưa học gì',
    as: 'Xem như em',
    asNamed:
      'Bài nào mở, bài nào khoá, hạn nào là của em này; bài làm, điểm và lời của em không hiện. Lần xem được ghi lại.',
    width: 'Xem trên',
    desktop: 'Máy tính',
    phone: 'Điện thoại',
    onPhone: 'Trang của học sinh trên điện thoại',
    out: 'Thôi xem',
  },
  {
    title: 'See as a pupil',
    nothingKept: 'You are looking at a pupil’s pages. Nothing that you do here is kept.',
    draft: 'This is what is being written, published or not.',
    ofClass: 'Class',
    noClass: 'Not given to any class',
    whoever: 'Somebody who has done nothing yet',
    as: 'See as',
    asNamed:
      'What is open, locked and due for this pupil; without work, marks or talk. That you looked is noted.',
    width: 'See on',
    desktop: 'Computer',
    phone: 'Phone',
    onPhone: 'The pupil’s page on a phone',
    out: 'Leave the preview',
  },
);
