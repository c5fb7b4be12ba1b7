import { words } from '$lib/words';

export const t = words(
  {
    title: 'Hôm nay',
    empty: 'Trường chưa có học sinh',
    emptyText: 'Bắt đầu bằng danh sách học sinh của Bộ.',
    full: (students: string, classes: string) => `${students} học sinh, ${classes} lớp`,
    lead: 'Việc của quản trị',
    roster: 'Nhập danh sách học sinh',
    people: 'Tài khoản thầy cô, thủ thư, phụ huynh',
    classes: 'Các lớp',
    classN: (n: string) => `Lớp ${n}`,
    students: (n: string) => `${n} học sinh`,
    sheet: 'Phiếu mật khẩu',
  },
  {
    title: 'Today',
    empty: 'The school has no pupils yet',
    emptyText: 'Begin with the ministry’s list of pupils.',
    full: (students, classes) => `${students} pupils, ${classes} classes`,
    lead: 'For the administrator',
    roster: 'Import the list of pupils',
    people: 'Accounts of teachers, librarian, guardians',
    classes: 'Classes',
    classN: (n) => `Class ${n}`,
    students: (n) => `${n} pupils`,
    sheet: 'Password sheet',
  },
);
