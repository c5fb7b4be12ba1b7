import type { Role } from '$api/types';
import { words } from '$lib/words';
import type { IconName } from './icons';

const t = words(
  {
    today: 'Hôm nay',
    courses: 'Môn học',
    lessons: 'Bài dạy',
    library: 'Thư viện',
    shelf: 'Biên mục',
    bring: 'Đưa học liệu vào',
    bringShort: 'Đưa vào',
    review: 'Duyệt học liệu',
    reviewShort: 'Duyệt',
    collections: 'Bộ sưu tập',
    reports: 'Báo cáo',
    competence: 'Năng lực số',
    competenceShort: 'Năng lực',
    classes: 'Lớp',
    papers: 'Ngân hàng đề',
    papersShort: 'Đề',
    pupils: 'Học sinh',
    people: 'Tài khoản',
    marks: 'Sổ điểm',
    results: 'Kết quả',
    school: 'Trường',
    children: 'Con tôi',
    work: 'Bài nộp',
    diary: 'Sổ đầu bài',
    use: 'Báo cáo',
    lessonReview: 'Duyệt bài học',
  },
  {
    today: 'Today',
    courses: 'Subjects',
    lessons: 'Lessons',
    library: 'Library',
    shelf: 'Cataloguing',
    bring: 'Bring materials in',
    bringShort: 'Bring in',
    review: 'Review of materials',
    reviewShort: 'Review',
    collections: 'Collections',
    reports: 'Reports',
    competence: 'Digital competence',
    competenceShort: 'Skills',
    classes: 'Classes',
    papers: 'Question bank',
    papersShort: 'Papers',
    pupils: 'Pupils',
    people: 'Accounts',
    marks: 'Mark book',
    results: 'Results',
    school: 'School',
    children: 'My children',
    work: 'Handed in',
    diary: 'Class diary',
    use: 'Report',
    lessonReview: 'Review of lessons',
  },
);

export interface NavItem {
  href: string;
  label: string;
  short?: string;
  icon: IconName;
}

const HOME: NavItem = { href: '/', label: t.today, icon: 'home' };
const LIBRARY: NavItem = { href: '/thu-vien', label: t.library, icon: 'shelf' };
const REVIEW: NavItem = {
  href: '/thu-vien/duyet',
  label: t.review,
  short: t.reviewShort,
  icon: 'check-o',
};
const MARKS: NavItem = { href: '/so-diem', label: t.marks, icon: 'sheet' };
const DIARY: NavItem = { href: '/so-dau-bai', label: t.diary, icon: 'doc' };
const USE: NavItem = { href: '/bao-cao', label: t.use, icon: 'chart' };
const WORK: NavItem = { href: '/viec', label: t.work, icon: 'task' };
const CLASSES: NavItem = { href: '/lop', label: t.classes, icon: 'users' };

const BY_ROLE: Record<Role, NavItem[]> = {
  STUDENT: [
    HOME,
    { href: '/mon-hoc', label: t.courses, icon: 'book' },
    LIBRARY,
    { href: '/nang-luc-so', label: t.competence, short: t.competenceShort, icon: 'cells' },
    { href: '/ket-qua', label: t.results, icon: 'sheet' },
  ],
  TEACHER: [
    HOME,
    { href: '/mon-hoc', label: t.lessons, icon: 'book' },
    CLASSES,
    WORK,
    { href: '/ngan-hang', label: t.papers, short: t.papersShort, icon: 'bank' },
    MARKS,
    DIARY,
    LIBRARY,
  ],
  LIBRARIAN: [
    HOME,
    LIBRARY,
    { href: '/thu-vien/dua-vao', label: t.bring, short: t.bringShort, icon: 'upload' },
    { href: '/thu-vien/bien-tap', label: t.shelf, icon: 'pencil' },
    { href: '/thu-vien/bo-suu-tap', label: t.collections, icon: 'book' },
    REVIEW,
    { href: '/thu-vien/bao-cao', label: t.reports, icon: 'chart' },
  ],
  HEAD: [
    HOME,
    CLASSES,
    MARKS,
    { href: '/mon-hoc', label: t.courses, icon: 'book' },
    WORK,
    LIBRARY,
    { href: '/duyet-bai', label: t.lessonReview, icon: 'check' },
    REVIEW,
    DIARY,
    { href: '/quan-tri/nam-hoc', label: t.school, icon: 'school' },
    USE,
  ],
  ADMIN: [
    HOME,
    { href: '/quan-tri/hoc-sinh', label: t.pupils, icon: 'users' },
    { href: '/quan-tri/nguoi-dung', label: t.people, icon: 'user' },
    { href: '/quan-tri/nam-hoc', label: t.school, icon: 'school' },
    { href: '/lop', label: t.classes, icon: 'book' },
    MARKS,
    DIARY,
    LIBRARY,
    USE,
  ],
  OFFICER: [HOME],
  GUARDIAN: [HOME, { href: '/con-toi', label: t.children, icon: 'users' }],
};

/** The pages of all a person's roles, in the order of the first, each once; a phone shows the first, and the rest behind one button. */
export function navOf(roles: readonly Role[]): NavItem[] {
  const seen = new Set<string>();
  return roles.flatMap((role) => BY_ROLE[role]).filter((item) => !seen.has(item.href) && seen.add(item.href));
}

/** Papers, imports and marking are kept in the bank's part of the site. */
const KEPT_IN: Record<string, string> = {
  '/de': '/ngan-hang',
  '/nhap-de': '/ngan-hang',
  '/giao-bai': '/ngan-hang',
  '/cham': '/ngan-hang',
  '/phong-thi': '/ngan-hang',
  '/hoi-dap': '/viec',
};

/** The tabs of the school's arrangement stand under its first. */
const SCHOOL = [
  'lop',
  'to-chuyen-mon',
  'phan-cong',
  'phu-huynh',
  'oneroster',
  'chuyen-nam',
  'chuyen-truong',
  'don-vi',
  'quyen-rieng-tu',
].map((tab) => `/quan-tri/${tab}`);

/** The entry that stands for this address: the longest that begins it. */
export function currentOf(items: readonly NavItem[], path: string): string | undefined {
  const kept = SCHOOL.includes(path) ? '/quan-tri/nam-hoc' : KEPT_IN[`/${path.split('/')[1] ?? ''}`];
  const at = items.some((item) => item.href === kept) ? (kept ?? path) : path;
  return items
    .filter((item) => at === item.href || (item.href !== '/' && at.startsWith(`${item.href}/`)))
    .sort((a, b) => b.href.length - a.href.length)[0]?.href;
}
