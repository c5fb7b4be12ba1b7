import { words } from '$lib/words';

export const t = words(
  {
    find: 'Tìm theo tên',
    none: 'Không có ai tên như vậy.',
    nobody: 'Trường chưa có đồng nghiệp nào khác trong danh sách.',
    allChosen: 'Đã chọn tất cả.',
    more: (n: number) => `Còn ${n} người nữa. Gõ tên để tìm.`,
    add: 'Thêm',
    drop: 'Bỏ',
    added: (name: string) => `Đã thêm ${name}.`,
    dropped: (name: string) => `Đã bỏ ${name}.`,
    unnamed: 'Chưa có tên',
    notSaved: 'Chưa lưu được',
    group: 'Nhóm',
    wholeClass: 'Cả lớp',
  },
  {
    find: 'Find by name',
    none: 'Nobody by that name.',
    nobody: 'There is nobody else on the list of the school’s staff.',
    allChosen: 'Everybody is chosen.',
    more: (n) => `${n} more. Type a name to find them.`,
    add: 'Add',
    drop: 'Remove',
    added: (name) => `${name} added.`,
    dropped: (name) => `${name} removed.`,
    unnamed: 'No name',
    notSaved: 'Not saved',
    group: 'Group',
    wholeClass: 'The whole class',
  },
);
