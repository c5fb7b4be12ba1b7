import { words } from '$lib/words';

export const t = words(
  {
    title: 'Lớp học mở cho cả trường',
    atSchool: 'Lớp Mở – lớp học mở cho cả trường',
    motto: 'Thi đua dạy tốt, học tốt',
    signIn: 'Đăng nhập',
    hint: 'Dùng tên đăng nhập ghi trên phiếu mà nhà trường phát.',
    shared: (names: string, more: number) =>
      `Trang này dùng chung cho ${names}${more > 0 ? ` và ${more} trường khác` : ''}.`,
    forgot: 'Quên mật khẩu? Em gặp thầy cô chủ nhiệm để nhận mật khẩu mới.',
    product: 'Lớp Mở, phần mềm nguồn mở',
    language: 'Ngôn ngữ',
    crest: 'Hình quyển sách và ngôi sao',
    setup: 'Trường chưa được thiết lập',
    setupText: 'Máy chủ này vừa cài xong. Người quản trị thiết lập trường trước, rồi mọi người đăng nhập.',
    setupGo: 'Thiết lập trường',
  },
  {
    title: 'An open classroom for the whole school',
    atSchool: 'Lớp Mở – an open classroom for the whole school',
    motto: 'Teach well, learn well',
    signIn: 'Sign in',
    hint: 'Use the user name on the slip that the school gave you.',
    shared: (names: string, more: number) =>
      `This page is shared by ${names}${more > 0 ? ` and ${more} other schools` : ''}.`,
    forgot: 'Forgot your password? Ask your class teacher for a new one.',
    product: 'Lớp Mở, free software',
    language: 'Language',
    crest: 'A book and a star',
    setup: 'The school has not been set up',
    setupText:
      'This server has just been installed. The administrator sets up the school first, then everybody signs in.',
    setupGo: 'Set up the school',
  },
);
