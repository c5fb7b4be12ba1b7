import { words } from '$lib/words';

export const t = words(
  {
    until: (when: string) => `Thấy điểm câu nào chưa đúng, em xin xem lại ở câu ấy trước ${when}.`,
    void: 'Câu này có lỗi, cả lớp được đủ điểm.',
    dropped: 'Câu này có lỗi, không tính điểm.',
    ask: 'Xin xem lại điểm',
    askOf: (n: number) => `câu ${n}`,
    why: 'Em thấy chưa đúng ở đâu?',
    hint: 'Viết ngắn gọn, ví dụ: em đổi đúng đơn vị rồi ạ.',
    send: 'Gửi thầy cô',
    cancel: 'Thôi',
    waiting: 'Đã gửi, chờ thầy cô xem',
    answered: 'Thầy cô đã xem lại',
    asked: 'Em hỏi',
    says: 'Thầy cô trả lời',
  },
  {
    until: (when) => `If a mark looks wrong, ask for a review at that question before ${when}.`,
    void: 'This question was faulty: everybody has full marks.',
    dropped: 'This question was faulty and does not count.',
    ask: 'Ask for a review',
    askOf: (n) => `question ${n}`,
    why: 'What looks wrong?',
    hint: 'Keep it short, for example: I did convert the units.',
    send: 'Send to your teacher',
    cancel: 'Never mind',
    waiting: 'Sent, your teacher will look at it',
    answered: 'Your teacher looked at it again',
    asked: 'You asked',
    says: 'Your teacher says',
  },
);
