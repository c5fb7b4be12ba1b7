import { words } from '$lib/words';

export const t = words(
  {
    title: 'Hỏi đáp',
    mine: 'Câu hỏi của em',
    waiting: (n: number) => (n === 0 ? 'Không có câu hỏi nào đang chờ.' : `${n} câu hỏi đang chờ thầy cô.`),
    none: 'Chưa có câu hỏi nào',
    noneText: 'Câu hỏi của học sinh từ các bài học hiện ở đây.',
    noneMine: 'Em hỏi thầy cô ở cuối mỗi bài học.',
    show: 'Xem',
    onlyWaiting: 'Đang chờ',
    all: 'Tất cả',
    from: (learner: string, className: string) => `${learner}, lớp ${className}`,
    answer: 'Trả lời',
    writeOn: 'Viết thêm',
    send: 'Gửi',
  },
  {
    title: 'Questions',
    mine: 'Your questions',
    waiting: (n) => (n === 0 ? 'No question is waiting.' : `${n} questions are waiting.`),
    none: 'No questions yet',
    noneText: 'What pupils ask from lessons appears here.',
    noneMine: 'You can ask at the end of every lesson.',
    show: 'Show',
    onlyWaiting: 'Waiting',
    all: 'All',
    from: (learner, className) => `${learner}, class ${className}`,
    answer: 'Answer',
    writeOn: 'Write more',
    send: 'Send',
  },
);
