import type { RichText } from './school';
import type { ConditionStanding, DueItem, LessonLock, LessonNote, ReminderMessage } from './study';

export interface Course {
  id: string;
  title: string;
  subject: string;
  grade: number;
  classes: { id: string; name: string }[];
  lessonCount: number;
  publishedCount: number;
  mayEdit: boolean;
  progress: { done: number; total: number; nextLesson: { id: string; title: string } | null } | null;
}

export type LessonState = 'DRAFT' | 'PUBLISHED' | 'CHANGED';

export type CourseSharing = 'NONE' | 'GROUP' | 'SCHOOL';

/** A course that may be copied: one's own, a colleague's shared one, a template. */
export interface CourseSource {
  id: string;
  title: string;
  subject: string;
  grade: number;
  teacher: string;
  mine: boolean;
  template: boolean;
  schoolYear: string;
  lessons: number;
}

export interface CoursePage {
  id: string;
  title: string;
  subject: string;
  grade: number;
  classes: { id: string; name: string }[];
  mayEdit: boolean;
  /** How far the classes are, or those of them that one teaches by it. */
  maySeeStanding: boolean;
  /** Colleagues who write it too; nobody's business but the staff's. */
  authorIds: string[];
  mayNameAuthors: boolean;
  sharing: CourseSharing;
  template: boolean;
  /** Whose course this one was copied from. */
  origin: { courseId: string; teacherId: string; title: string } | null;
  sections: Section[];
}

export interface Section {
  id: string;
  title: string;
  lessons: LessonRow[];
}

export interface LessonRow {
  id: string;
  title: string;
  state: LessonState;
  minutes: number;
  progress: { share: number; done: boolean } | null;
  lock: LessonLock | null;
  until: string | null;
}

export type Block =
  | { id: string; kind: 'text'; html: RichText }
  | { id: string; kind: 'picture'; url: string; alt: string; caption: string | null }
  | { id: string; kind: 'formula'; latex: string; mathml: string; note: string | null }
  | {
      id: string;
      kind: 'material';
      materialId: string;
      version: number;
      title: string;
      type: string;
      note: string | null;
    }
  | { id: string; kind: 'quiz'; assignmentId: string; title: string }
  | { id: string; kind: 'task'; title: string; html: RichText; indicators: string[] }
  | { id: string; kind: 'callout'; look: CalloutLook; title: string; html: RichText }
  | { id: string; kind: 'embed'; url: string; title: string }
  | { id: string; kind: 'discussion'; title: string; html: RichText };

export type CalloutLook = 'note' | 'remember' | 'careful' | 'example';

/** The head of a lesson plan; for teachers only. */
export interface LessonPlan {
  outcomes: RichText;
  competences: RichText;
  stemTopic: string;
  preparation: RichText;
}

export type DraftField = 'TITLE' | 'SUMMARY' | 'OUTCOMES' | 'COMPETENCES' | 'STEM_TOPIC' | 'PREPARATION';

/** Two authors changed the same thing at once; a person has to say which stands. */
export interface Twin {
  id: string;
  block: string | null;
  copy: string | null;
  field: DraftField | null;
  value: string | null;
  by: string;
  at: string;
}

/** What one page touched since it last sent something. */
export interface DraftChange {
  device: string;
  seq: number;
  known: number;
  at: string | null;
  closing: boolean;
  fields?: Partial<Record<DraftField, string>>;
  minutes?: number;
  indicators?: string[];
  blocks?: Block[];
  removed?: string[];
  order?: string[];
  moved?: string[];
  settled?: string[];
}

export interface DraftAnswer {
  revision: number;
  savedAt: string;
  order: string[] | null;
  news: {
    fields: Partial<Record<DraftField, string>>;
    minutes: number;
    indicators: string[];
    blocks: Block[];
  } | null;
  copied: Record<string, string>;
  twins: Twin[];
  present: Author[];
}

/** A colleague who has the lesson open now, and the block he is in. */
export interface Author {
  device: string;
  personId: string;
  name: string;
  at: string | null;
}

export interface Draft {
  id: string;
  courseId: string;
  courseTitle: string;
  sectionId: string;
  title: string;
  summary: string;
  minutes: number;
  blocks: Block[];
  indicators: string[];
  plan: LessonPlan;
  twins: Twin[];
  revision: number;
  savedAt: string;
  publishedVersion: number | null;
  publishedAt: string | null;
}

export interface Lesson {
  id: string;
  version: number;
  courseId: string;
  courseTitle: string;
  subject: string;
  title: string;
  summary: string;
  minutes: number;
  blocks: Block[];
  indicators: string[];
  previous: { id: string; title: string } | null;
  next: { id: string; title: string } | null;
  progress: {
    seen: string[];
    lastBlock: string | null;
    seconds: number;
    share: number;
    done: boolean;
  } | null;
  /** Of a pupil: what finishing it takes. */
  conditions: ConditionStanding[];
  /** Then it shows nothing of what is in it. */
  lock: LessonLock | null;
  until: string | null;
  packages: PlayedBlock[];
  /** A pupil's own. */
  note: LessonNote | null;
}

/** A block that is played, and how the reader stands in it. */
export interface PlayedBlock {
  blockId: string;
  /** 0 to 1 */
  score: number | null;
  completed: boolean;
  passed: boolean | null;
}

export interface ProgressStep {
  version: number;
  seen: string[];
  lastBlock: string | null;
  /** How long it was read, all in all. */
  seconds: number;
}

export interface ProgressAnswer {
  share: number;
  done: boolean;
  conditions: ConditionStanding[];
}

export interface Media {
  id: string;
  url: string;
  width: number;
  height: number;
}

export interface StudentHome {
  role: 'STUDENT';
  next: NextLesson | null;
  due: DueItem[];
  messages: ReminderMessage[];
  courses: Course[];
}

export interface NextLesson {
  lessonId: string;
  title: string;
  courseId: string;
  courseTitle: string;
  why: 'LATE' | 'TODAY' | 'BEGUN' | 'NEXT';
  until: string | null;
  partsLeft: number;
  minutesLeft: number;
  share: number;
}

export interface TeacherHome {
  role: 'TEACHER';
  classes: { id: string; name: string; students: number }[];
  courses: Course[];
  drafts: { lessonId: string; title: string; courseTitle: string; savedAt: string }[];
  /** In the classes that he looks after. */
  waiting: { work: number; questions: number };
}
