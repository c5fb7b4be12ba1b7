/** Notices, calendar, live lessons and the diary. */
export type NoticeKind =
  | 'LESSON'
  | 'PAPER'
  | 'RESULT'
  | 'TASK'
  | 'TASK_MARKED'
  | 'TASK_RETURNED'
  | 'HANDED_IN'
  | 'QUESTION'
  | 'ANSWER'
  | 'REMINDER'
  | 'TASK_REMINDER'
  | 'MEETING'
  | 'REVIEW_ASKED'
  | 'REVIEW_RETURNED'
  | 'REVIEW_APPROVED'
  | 'TRANSFERRED'
  | 'ANNOUNCEMENT';

export interface NoticeLine {
  id: string;
  kind: NoticeKind;
  targetId: string;
  title: string;
  /** A course's title or a subject's code; may be empty. */
  place: string;
  detail: string | null;
  dueAt: string | null;
  /** How often it came since it was last read. */
  times: number;
  at: string;
  read: boolean;
  childId: string | null;
  childName: string | null;
}

export interface NoticeList {
  notices: NoticeLine[];
  more: boolean;
  unread: number;
}

export interface NoticeWishes {
  kinds: { kind: NoticeKind; shown: boolean; mailed: boolean }[];
  /** Null where the school sends no mail. */
  mail: { address: string | null; confirmed: boolean; hour: number } | null;
}

export interface CalendarEntry {
  kind: 'LESSON' | 'TEST' | 'TASK' | 'MEETING';
  id: string;
  /** The lesson of a task; else as `id`. */
  targetId: string;
  title: string;
  place: string;
  className: string;
  /** Null for what is due. */
  startsAt: string | null;
  endsAt: string | null;
}

export interface CalendarView {
  entries: CalendarEntry[];
  feed: { madeAt: string; readAt: string | null } | null;
}

export interface LiveLesson {
  id: string;
  classId: string;
  className: string;
  subject: string;
  title: string;
  /** Where it leads, as people call it. */
  service: string;
  startsAt: string;
  opensAt: string;
  endsAt: string;
  /** Null for pupils, who open it through the school's log. */
  url: string | null;
  mine: boolean;
  attendance: boolean;
}

export interface LiveWish {
  subject: string;
  title: string;
  url: string;
  startsAt: string;
  endsAt: string;
}

export type Presence = 'PRESENT' | 'LATE' | 'EXCUSED' | 'ABSENT';

export interface AttendanceLine {
  learnerId: string;
  name: string;
  openedAt: string | null;
  times: number;
  standing: Presence;
  corrected: boolean;
}

export type DiaryGrade = 'A' | 'B' | 'C' | 'D';
export type DiarySession = 'MORNING' | 'AFTERNOON';

export interface DiaryClass {
  id: string;
  name: string;
  grade: number;
  write: boolean;
  subjects: string[];
}

export interface DiaryLine {
  /** yyyy-MM-dd */
  day: string;
  session: DiarySession;
  period: number;
  subject: string;
  planPeriod: number | null;
  content: string;
  absent: { learnerId: string; excused: boolean }[];
  remark: string;
  grade: DiaryGrade | null;
}

export interface WrittenLine {
  id: string;
  line: DiaryLine;
  teacher: string;
  mine: boolean;
  writtenAt: string;
}

export interface DiaryWeek {
  classId: string;
  className: string;
  monday: string;
  learners: { id: string; name: string }[];
  lines: WrittenLine[];
  summary: { text: string; by: string; at: string } | null;
  may: { write: boolean; mend: boolean; sumUp: boolean };
}

export interface UseSum {
  pupils: number;
  teachers: number;
  otherStaff: number;
  guardians: number;
  pupilsFollowed: number;
  lessonsPublished: number;
  lessonsFinished: number;
  testsGiven: number;
  practiceGiven: number;
  testsTaken: number;
  testsInRooms: number;
  takenInRooms: number;
  tasksGiven: number;
  handedIn: number;
  questions: number;
  answers: number;
  liveLessons: number;
  materials: number;
  materialsNew: number;
  teachersUsing: number;
  teachersBuilding: number;
  sheetsExported: number;
  /** With an account, or in a list of the school's and without one yet. */
  teachersEntered: number;
}

export type ScoredCode =
  | 'SELF_STUDY'
  | 'QUESTIONS'
  | 'REGULAR_TESTS'
  | 'ROOM_TESTS'
  | 'GUARDIANS'
  | 'MATERIALS'
  | 'EXCHANGE'
  | 'TEACHERS_WITH_ACCOUNT'
  | 'TEACHERS_USING'
  | 'TEACHERS_BUILDING';

export interface UseWeek {
  monday: string;
  lessonsPublished: number;
  lessonsFinished: number;
  testsTaken: number;
  handedIn: number;
  materialsNew: number;
}

export type UnitKind = 'DEPARTMENT' | 'COMMUNE' | 'SCHOOL';
export interface UnitName {
  id: string;
  kind: UnitKind;
  name: string;
}

export interface UseReport {
  from: string;
  to: string;
  /** What an officer looks at; null for a school's own people. */
  unit: UnitName | null;
  path: UnitName[];
  own: UnitName[];
  /** What stands right below, or the school itself. */
  parts: (UnitName & { schools: number; sum: UseSum })[];
  total: UseSum;
  weeks: UseWeek[];
  scored: { code: ScoredCode; points: number; count: number; of: number | null }[];
}
