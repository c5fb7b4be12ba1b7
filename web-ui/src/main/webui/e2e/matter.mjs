import { docx, epub, xlsx } from './made.mjs';

/** Who and what the story is about. Everything is new in each run, so that it may be run on a box that has seen it. */

const run = String(Date.now() % 1e8).padStart(8, '0');

export const className = `8E${run.slice(-4)}`;
export const NEW_PASSWORD = 'suoi-trong-2026';
export const teacher = { name: 'Quàng Thị Hồng Nhung', username: `nhung.${run}` };
export const reader = { code: `91${run}`, name: 'Lò Thị Mai Hoa' };
export const neighbour = { code: `92${run}`, name: 'Vàng A Páo' };
const third = { code: `93${run}`, name: 'Điêu Chính Nghĩa' };

export const names = [reader.name, neighbour.name, third.name];

/** The ministry's list: three good rows and one whose day of birth cannot be. */
export const roster = () =>
  xlsx([
    ['DANH SÁCH HỌC SINH'],
    ['STT', 'Mã định danh Bộ GD&ĐT', 'Họ tên', 'Ngày sinh', 'Giới tính', 'Lớp học', 'Khối học'],
    ['1', reader.code, reader.name, '12/03/2013', 'Nữ', className, '8'],
    ['2', neighbour.code, neighbour.name, '05/11/2013', 'Nam', className, '8'],
    ['3', `94${run}`, 'Hà Văn Sai', '31/02/2013', 'Nam', className, '8'],
    ['4', third.code, third.name, '20/07/2013', 'Nam', className, '8'],
  ]);

export const paperTitle = `Kiểm tra áp suất ${run}`;
/** Words of the key that must not reach a pupil. */
export const SECRET = 'vì một paxcan bằng một niutơn trên mét vuông';

/** Four forms; the second question has lost its key. */
export const paper = () =>
  docx([
    'PHẦN I. Câu trắc nghiệm nhiều phương án lựa chọn',
    'Câu 1. Biết p = [[F/S]]. Đơn vị đo áp suất là gì?',
    'A. Niutơn',
    '__B__. Paxcan',
    'C. Jun',
    'D. Oát',
    `Lời giải: ${SECRET}.`,
    'Câu 2. Vật nào dẫn điện tốt nhất?',
    'A. Gỗ',
    'B. Sứ',
    'C. Đồng',
    'D. Nhựa',
    'PHẦN II. Câu trắc nghiệm đúng sai',
    'Câu 1. Xét một bình đựng nước.',
    'a) Càng xuống sâu, áp suất càng lớn. (Đ)',
    'b) Nước chỉ ép xuống đáy bình. (S)',
    'c) Nước ép lên cả thành bình. (Đ)',
    'd) Áp suất không đổi theo độ sâu. (S)',
    'PHẦN III. Câu trắc nghiệm trả lời ngắn',
    'Câu 1. Lực 25 N ép đều lên 10 mét vuông. Áp suất bằng bao nhiêu paxcan?',
    'Đáp số: 2,5',
    'PHẦN IV. Tự luận',
    'Câu 1. Vì sao mũi đinh được làm nhọn?',
  ]);

export const ESSAY = 'Mũi nhọn có diện tích nhỏ nên cùng một lực thì áp suất lớn hơn, đinh dễ vào gỗ.';

export const bookFile = `nam-khoai-${run}`;
export const bookTitle = `Chuyện bản Nậm Khoai ${run}`;
/** As somebody in a hurry types it; the book has "con trâu mộng trắng lội qua ghềnh <run>". */
export const typedWords = `trau mong trang loi qua ghenh`;
export const bookWords = `con trâu mộng trắng lội qua ghềnh đá, đeo chuông số ${run}`;

export const book = () =>
  epub(bookTitle, [
    ['Buổi sớm', 'Sương tan trên nương ngô, người bản Nậm Khoai ra suối lấy nước.'],
    ['Qua ghềnh', `Trưa hôm ấy, ${bookWords}.`, 'Lũ trẻ reo lên và chạy theo dọc bờ suối.'],
  ]);
