import { words } from '$lib/words';

export const t = words(
  {
    title: 'Hôm nay',
    hello: (name: string) => `Chào ${name}`,
    one: (name: string) => `${name} học thế nào?`,
    many: 'Các con học thế nào?',
    className: (name: string) => `Lớp ${name}`,
    met: (met: number, all: number, code: string) => `Đã đạt ${met}/${all} năng lực số ở mức đích ${code}`,
    next: (text: string) => `Việc nên làm tiếp: ${text}`,
    see: 'Xem năng lực số',
    marks: 'Xem kết quả học tập',
    work: 'Xem bài đã nộp',
    none: 'Chưa có em nào gắn với tài khoản này',
    noneText: 'Quý phụ huynh nhờ thầy cô chủ nhiệm gắn tài khoản với con.',
    wait: 'Chưa có năng lực nào có minh chứng. Học thêm vài bài là hiện ở đây.',
  },
  {
    title: 'Today',
    hello: (name) => `Hello ${name}`,
    one: (name) => `How is ${name} doing?`,
    many: 'How are your children doing?',
    className: (name) => `Class ${name}`,
    met: (met, all, code) => `${met} of ${all} digital competences at the target level ${code}`,
    next: (text) => `Next: ${text}`,
    see: 'See digital competence',
    marks: 'See results',
    work: 'See work handed in',
    none: 'No child is linked to this account',
    noneText: 'Ask the class teacher to link your account with your child.',
    wait: 'No evidence yet. It appears here after a few lessons.',
  },
);
