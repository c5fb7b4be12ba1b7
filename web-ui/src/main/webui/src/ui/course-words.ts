import { words } from '$lib/words';

export const t = words(
  {
    lessons: (done: number, all: number) => `${done}/${all} bài`,
    learnt: (done: number, all: number) => `Đã học ${done} trên ${all} bài`,
    next: (title: string) => `Tiếp: ${title}`,
    noNext: 'Đã học hết các bài hiện có',
    noLessons: 'Chưa có bài học',
  },
  {
    lessons: (done, all) => `${done}/${all} lessons`,
    learnt: (done, all) => `${done} of ${all} lessons done`,
    next: (title) => `Next: ${title}`,
    noNext: 'All lessons done',
    noLessons: 'No lessons yet',
  },
);
