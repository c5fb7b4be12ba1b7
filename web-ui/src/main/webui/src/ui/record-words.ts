import { words } from '$lib/words';

const VI: Record<string, string> = {
  competency: 'Năng lực số',
  marks: 'Sổ điểm',
  'marks-file': 'Tải bảng điểm về máy',
  'class-sheet': 'Bảng tổng hợp kết quả',
  work: 'Bài nộp',
  standing: 'Tiến độ học',
  questions: 'Câu hỏi gửi thầy cô',
  'person-file': 'Hồ sơ cá nhân',
  export: 'Bản sao mọi dữ liệu',
};
const EN: Record<string, string> = {
  competency: 'Digital competence',
  marks: 'Mark book',
  'marks-file': 'Marks taken out as a file',
  'class-sheet': 'Sheet of all results',
  work: 'Work handed in',
  standing: 'Progress in lessons',
  questions: 'Questions to teachers',
  'person-file': 'Personal file',
  export: 'A copy of everything',
};

/** What was looked at; a part of it stands behind a stroke: `competency/1.2`. */
function said(kinds: Record<string, string>, what: string): string {
  const [kind = '', part] = what.split('/');
  const name = kinds[kind] ?? kind;
  return part === undefined ? name : `${name} ${part}`;
}

export const { recordKind } = words(
  { recordKind: (what: string) => said(VI, what) },
  { recordKind: (what) => said(EN, what) },
);
