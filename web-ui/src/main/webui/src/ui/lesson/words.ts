import { words } from '$lib/words';

export const t = words(
  {
    diffOld: 'bỏ',
    diffNew: 'thêm',
    picture: 'Hình ảnh',
    quiz: 'Bài kiểm tra',
    material: 'Học liệu',
    discussion: 'Thảo luận',
    task: 'Nhiệm vụ',
    embed: 'Trang nhúng',
    looks: { remember: 'Ghi nhớ', note: 'Ghi chú', careful: 'Lưu ý', example: 'Ví dụ' },
  },
  {
    diffOld: 'removed',
    diffNew: 'added',
    picture: 'Picture',
    quiz: 'Test',
    material: 'Material',
    discussion: 'Discussion',
    task: 'Task',
    embed: 'Page',
    looks: { remember: 'Remember', note: 'Note', careful: 'Careful', example: 'Example' },
  },
);
