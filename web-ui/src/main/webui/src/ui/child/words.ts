import { words } from '$lib/words';

const some = (n: number, what: string) => (n === 1 ? `1 ${what}` : `${n} ${what}s`);

export const t = words(
  {
    title: 'Việc cần làm',
    summary: (late: number, soon: number) =>
      [late > 0 ? `${late} việc quá hạn` : '', soon > 0 ? `${soon} việc sắp tới` : '']
        .filter(Boolean)
        .join(', '),
    none: 'Không có việc nào quá hạn hay sắp đến hạn.',
    over: (days: number) => (days > 0 ? `Quá hạn ${days} ngày` : 'Vừa quá hạn'),
    notHandedIn: 'Chưa nộp',
    notLearnt: 'Chưa học xong',
    opens: (when: string) => `Mở ${when}`,
    open: 'Đang mở',
    closes: (when: string) => `đóng ${when}`,
    papers: 'Bài kiểm tra, bài tập giao cho con; làm xong rồi vẫn còn ở đây cho tới khi có kết quả.',
    all: (n: number) => `Xem cả ${n} việc`,
    fewer: 'Thu gọn',
    courses: 'Đã học tới đâu',
    done: (done: number, total: number) => `xong ${done}/${total} bài`,
    late: (n: number) => `${n} bài quá hạn`,
  },
  {
    title: 'To do',
    summary: (late, soon) =>
      [late > 0 ? `${late} overdue` : '', soon > 0 ? `${soon} coming` : ''].filter(Boolean).join(', '),
    none: 'Nothing is overdue or due soon.',
    over: (days) => (days > 0 ? `${some(days, 'day')} overdue` : 'Just overdue'),
    notHandedIn: 'Not handed in',
    notLearnt: 'Not finished',
    opens: (when) => `Opens ${when}`,
    open: 'Open',
    closes: (when) => `closes ${when}`,
    papers: 'Tests and homework of your child; what is done stays here until there is a result.',
    all: (n) => `See all ${n}`,
    fewer: 'Fewer',
    courses: 'How far in each course',
    done: (done, total) => `${done} of ${some(total, 'lesson')} done`,
    late: (n) => `${some(n, 'lesson')} overdue`,
  },
);
