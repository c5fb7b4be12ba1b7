import { words } from '$lib/words';

export const t = words(
  {
    back: 'Về bài học',
    title: (lesson: string) => `Các em học đến đâu: ${lesson}`,
    name: 'Học sinh',
    lesson: 'Bài học',
    done: 'Xong',
    fresh: 'Chưa học',
    part: (percent: string) => `Đã xem ${percent}`,
    completed: 'Hoàn thành',
    open: 'Đang học',
    nobody: 'Lớp này chưa có học sinh',
    noClass: 'Môn này chưa có lớp nào học',
  },
  {
    back: 'To the lesson',
    title: (lesson) => `How far pupils are: ${lesson}`,
    name: 'Pupil',
    lesson: 'Lesson',
    done: 'Done',
    fresh: 'Not begun',
    part: (percent) => `${percent} seen`,
    completed: 'Completed',
    open: 'Begun',
    nobody: 'There are no pupils in this class yet',
    noClass: 'No class learns this subject yet',
  },
);
