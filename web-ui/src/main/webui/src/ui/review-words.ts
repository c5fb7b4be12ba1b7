import { words } from '$lib/words';

export const t = words(
  { waiting: (n: number) => `${n} bài học chờ duyệt`, look: 'Xem và duyệt' },
  {
    waiting: (n) => (n === 1 ? '1 lesson waits for your approval' : `${n} lessons wait for your approval`),
    look: 'Look at them',
  },
);
