import type { RichText } from './school';

export interface Course {
  id: string;
  title: string;
  subject: string;
  grade: number;
  classes: { id: string; name: string }[];
  lessonCount: number;
  publishedCount: number;
  progress: { done: number; total: number; nextLesson: { id: string; title: string } | null } | null;
}

export type LessonState = 'DRAFT' | 'PUBLISHED' | 'CHANGED';

export interface CoursePage {
  id: string;
  title: string;
  subject: string;
  grade: number;
  classes: { id: string; name: string }[];
  mayEdit: boolean;
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
  | { id: string; kind: 'task'; title: string; html: RichText; indicators: string[] };

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
  progress: { seen: string[]; lastBlock: string | null; share: number; done: boolean } | null;
  packages: PlayedBlock[];
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
  seconds: number;
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
  courses: Course[];
}

export interface NextLesson {
  lessonId: string;
  title: string;
  courseId: string;
  courseTitle: string;
  partsLeft: number;
  minutesLeft: number;
  share: number;
}

export interface TeacherHome {
  role: 'TEACHER';
  classes: { id: string; name: string; students: number }[];
  courses: Course[];
  drafts: { lessonId: string; title: string; courseTitle: string; savedAt: string }[];
}
