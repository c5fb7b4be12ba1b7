import type { LessonState } from './lessons';

/** Why a lesson is not open to its reader now. */
export type LessonLock =
  | { kind: 'notYet'; opensAt: string }
  | { kind: 'needs'; lessons: { id: string; title: string }[] }
  | { kind: 'over'; until: string };

/** One thing that finishing a lesson takes, and how far its reader is with it. */
export interface ConditionStanding {
  kind: 'viewed' | 'minutes' | 'score' | 'handedIn';
  block: string | null;
  /** Parts, minutes or percent; 1 for a task. */
  wanted: number;
  /** Null when a quiz has no result yet. */
  soFar: number | null;
  met: boolean;
}

export interface LessonNote {
  text: string;
  revision: number;
}

export interface DueItem {
  kind: 'LESSON' | 'TASK';
  id: string;
  lessonId: string;
  blockId: string | null;
  title: string;
  courseTitle: string;
  subject: string;
  until: string;
  share: number | null;
}

/** What a guardian's child has before him, at home. */
export interface ChildToDo {
  at: string;
  due: DueItem[];
  /** Of the child's class: whether the child has handed in is not told here. */
  papers: { id: string; title: string; subject: string; opensAt: string | null; closesAt: string | null }[];
  courses: { id: string; title: string; subject: string; done: number; total: number; late: number }[];
}

export interface ReminderMessage {
  id: string;
  teacher: string;
  courseId: string;
  courseTitle: string;
  text: string;
  at: string;
}

export type LessonCondition =
  | { kind: 'viewed' }
  | { kind: 'minutes'; minutes: number }
  | { kind: 'score'; block: string; percent: number }
  | { kind: 'handedIn'; block: string };

/** A lesson, or all of a section, that comes first. */
export interface LessonNeed {
  lessonId: string | null;
  sectionId: string | null;
}

/** Dates for a class, for a pupil, or with neither for everybody. */
export interface LessonDates {
  classId: string | null;
  learnerId: string | null;
  opensAt: string | null;
  until: string | null;
  closes: boolean;
  waived: boolean;
}

export interface LessonGate {
  needs: LessonNeed[];
  openings: LessonDates[];
}

export interface LessonRules extends LessonGate {
  id: string;
  title: string;
  state: LessonState;
  usual: boolean;
  conditions: LessonCondition[];
  blocks: { id: string; kind: 'quiz' | 'package' | 'task'; title: string }[];
}

export interface SectionRules extends LessonGate {
  id: string;
  title: string;
  lessons: LessonRules[];
}

export interface CourseRules {
  courseId: string;
  title: string;
  classes: { id: string; name: string; learners: { id: string; name: string }[] }[];
  sections: SectionRules[];
}

export interface CourseStanding {
  courseId: string;
  title: string;
  mayRemind: boolean;
  mayEdit: boolean;
  at: string;
  lessons: { id: string; title: string }[];
  classes: ClassStanding[];
}

export interface ClassStanding {
  id: string;
  name: string;
  /** How many lessons the pupil in the middle of the class has finished. */
  pace: number;
  lessons: { id: string; done: number; begun: number; late: number }[];
  learners: LearnerStanding[];
}

export interface LearnerStanding {
  personId: string;
  name: string;
  done: number;
  behind: number;
  slow: boolean;
  late: { lessonId: string; until: string }[];
  at: { lessonId: string; share: number; missing: ConditionStanding[] } | null;
  seenAt: string | null;
  remindedAt: string | null;
}

/** What a learner wrote at a lesson, in the list of all. */
export interface NoteAtLesson {
  lessonId: string;
  lessonTitle: string;
  courseTitle: string;
  subject: string;
  text: string;
  revision: number;
  changedAt: string;
  /** Whether the lesson can be read now. */
  open: boolean;
}

/** For whom a course may be looked at as a pupil would. */
export interface PreviewChoice {
  id: string;
  title: string;
  drafts: boolean;
  classes: { id: string; name: string; learners: { id: string; name: string }[] }[];
}
