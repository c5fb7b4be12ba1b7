import { words } from '$lib/words';

export const t = words(
  {
    title: 'Em tiến bộ thế nào?',
    intro: 'Mỗi cột là một bài đã trả điểm. Em chỉ so với chính em của những lần trước.',
    empty: 'Chưa có gì để vẽ',
    emptyText: 'Thầy cô trả điểm vài bài là chặng đường của em hiện ở đây.',
    share: (percent: string, at: string, n: number) => `${at}: làm được ${percent} của ${n} câu`,
    latest: (percent: string) => `Lần gần nhất làm được ${percent}`,
    up: 'tốt hơn lần trước',
    same: 'như lần trước',
    down: 'thấp hơn lần trước',
    first: 'lần đầu',
    table: 'Xem bảng số',
    back: 'Về trang đầu',
  },
  {
    title: 'How are you getting on?',
    intro: 'Each column is a paper with its mark. You are compared with nobody but yourself before.',
    empty: 'Nothing to draw yet',
    emptyText: 'Once a few marks are out, your path appears here.',
    share: (percent, at, n) => `${at}: ${percent} of ${n} questions`,
    latest: (percent) => `${percent} the last time`,
    up: 'better than before',
    same: 'as before',
    down: 'less than before',
    first: 'the first time',
    table: 'Show the table',
    back: 'To the first page',
  },
);
