import { words } from '$lib/words';

/** Of classes, of who teaches and of guardians. */
export const w = words(
  {
    newClassName: 'Tên lớp',
    newClassHint: 'Ví dụ: 8C',
    classesLead: 'Chọn thầy cô chủ nhiệm là lưu ngay. Bấm tên lớp để xem học sinh.',
    leads: (who: string, name: string) => `${who} chủ nhiệm lớp ${name}. Đã lưu.`,
    leadless: (name: string) => `Lớp ${name} chưa có chủ nhiệm. Đã lưu.`,
    opened: (name: string) => `Đã mở lớp ${name}.`,
    noGuardians: 'Chưa có ai ở đây',
    noGuardiansText: 'Thêm tài khoản phụ huynh, hoặc nhập cả trường từ gói OneRoster.',
    noChildYet: 'chưa gắn với con',
    choose: 'Chọn',
    chooseClass: 'Chọn lớp',
    chooseSubject: 'Chọn môn',
    chooseTeacher: 'Chọn thầy cô',
    showClass: 'Xem lớp',
    everyClass: 'Mọi lớp',
    noTeachingsText: 'Chọn lớp, môn, thầy cô ở trên, hoặc nhập cả bảng ở dưới.',
    sheetBad: (n: string) =>
      `${n} dòng không nhận được. Sửa trong tệp rồi tải lại; các dòng khác vẫn nhập được.`,
  },
  {
    newClassName: 'Name of the class',
    newClassHint: 'For example: 8C',
    classesLead: 'Choosing a homeroom teacher saves at once. Press a class to see its pupils.',
    leads: (who, name) => `${who} has class ${name}. Saved.`,
    leadless: (name) => `Class ${name} has no homeroom teacher. Saved.`,
    opened: (name) => `Class ${name} is open.`,
    noGuardians: 'Nobody here yet',
    noGuardiansText: 'Add a guardian, or bring the whole school in as OneRoster.',
    noChildYet: 'no child yet',
    choose: 'Choose',
    chooseClass: 'Choose a class',
    chooseSubject: 'Choose a subject',
    chooseTeacher: 'Choose a teacher',
    showClass: 'Show the class',
    everyClass: 'Every class',
    noTeachingsText: 'Choose a class, a subject and a teacher above, or bring in a whole sheet below.',
    sheetBad: (n) =>
      `${n} rows cannot be taken. Mend them in the file and upload it again; the others can be imported.`,
  },
);
