import { words } from '$lib/words';

export const t = words(
  {
    title: 'Hôm nay',
    hello: (name: string) => `Chào ${name}, việc chờ ở thư viện`,
    waiting: (n: string) => `${n} học liệu chờ mô tả`,
    none: 'Không còn học liệu nào chờ',
    goOn: 'Mô tả tiếp',
    add: 'Đưa học liệu vào',
    list: 'Chờ mô tả',
  },
  {
    title: 'Today',
    hello: (name) => `Hello ${name}, what waits in the library`,
    waiting: (n) => `${n} materials wait for a description`,
    none: 'Nothing is waiting',
    goOn: 'Go on describing',
    add: 'Add materials',
    list: 'To describe',
  },
);
