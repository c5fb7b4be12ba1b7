import { words } from '$lib/words';

export const t = words(
  {
    mine: 'Bài em đã nộp',
    ofChild: (name: string) => `Bài của ${name}`,
    handedIn: 'Bài đã nộp',
    none: 'Chưa nộp bài nào',
    noneMine: 'Em nộp bài ngay trong bài học, ở khối Nhiệm vụ.',
    noneChild: 'Khi em nộp bài trong các bài học, bài và nhận xét của thầy cô hiện ở đây.',
    untitled: 'Nhiệm vụ',
    questions: 'Câu hỏi của em cho thầy cô',
    due: (when: string) => `hạn ${when}`,
  },
  {
    mine: 'What you have handed in',
    ofChild: (name) => `Work of ${name}`,
    handedIn: 'Handed in',
    none: 'Nothing handed in yet',
    noneMine: 'You hand in from inside a lesson, in its tasks.',
    noneChild: 'Work and the teachers’ remarks appear here.',
    untitled: 'Task',
    questions: 'Your questions to teachers',
    due: (when) => `due ${when}`,
  },
);
