/** Tasks, what is handed in for them, discussions and questions. */
export type WorkKind = 'TEXT' | 'FILE' | 'PICTURE' | 'VOICE';
export type WorkState = 'HANDED_IN' | 'GIVEN_BACK' | 'RELEASED';

/** A remark at a place of a picture or of a page of a PDF: shares of its width and height. */
export interface WorkPin {
  /** From 1; a picture is one page. */
  page: number;
  x: number;
  y: number;
  text: string;
}

/** A remark at a passage of the text, in UTF-16 units: from the first to behind the last. */
export interface WorkPassage {
  from: number;
  to: number;
  text: string;
}

export interface WorkFile {
  id: string;
  /** The number that the device gave it. */
  sentAs: string;
  kind: WorkKind;
  name: string;
  url: string;
  mediaType: string;
  size: number;
  width: number;
  height: number;
  /** That can carry remarks; null for a PDF that came before they were counted. */
  pages: number | null;
  pins: WorkPin[];
}

/** One try. A learner finds mark, remark, pins and passages in it once he may look at them. */
export interface Work {
  id: string;
  number: number;
  state: WorkState;
  text: string;
  handedInAt: string;
  finishedAt: string;
  late: boolean;
  mark: number | null;
  remark: string;
  revision: number;
  files: WorkFile[];
  /** Not in what a device kept since before there were any. */
  passages?: WorkPassage[];
}

/** A task of a lesson, for whoever reads it. */
export interface LessonTask {
  taskId: string;
  blockId: string;
  /** In which the reader may do it. */
  kinds: WorkKind[];
  /** No pictures and no voice of the reader's are taken; missing in lessons kept on a device before. */
  recordingsOff?: boolean;
  maxMark: number | null;
  lateAllowed: boolean;
  dueAt: string | null;
  mayHandIn: boolean;
  mayMark: boolean;
  /** The latest first. */
  works: Work[];
}

/** Something handed in, with what it was for. */
export interface WorkLine {
  taskId: string;
  title: string;
  lessonId: string;
  lessonTitle: string;
  courseTitle: string;
  subject: string;
  maxMark: number | null;
  dueAt: string | null;
  work: Work;
}

export interface TaskLine {
  taskId: string;
  title: string;
  lessonId: string;
  courseTitle: string;
  subject: string;
  classes: {
    id: string;
    name: string;
    dueAt: string | null;
    learners: number;
    handedIn: number;
    waiting: number;
    /** The head sees how many, not the work. */
    mayMark: boolean;
  }[];
}

export type TaskStanding = 'WAITING' | 'MISSING' | WorkState;

export interface TaskRow {
  learnerId: string;
  name: string;
  standing: TaskStanding;
  /** For him. */
  dueAt: string | null;
  late: boolean;
  begun: boolean;
  workId: string | null;
  handedInAt: string | null;
  mark: number | null;
  /** When he was last reminded of this task. */
  remindedAt: string | null;
  /** No pictures and no voice of his are taken: he writes or hands in a document. */
  recordingsOff: boolean;
}

/** The day of one learner or of a group: one of the two is not null. */
export interface OwnDay {
  learnerId: string | null;
  groupId: string | null;
  name: string;
  dueAt: string;
}

export interface TaskClass {
  id: string;
  name: string;
  /** Of the class; some of its learners may have days of their own. */
  dueAt: string | null;
  learners: TaskRow[];
}

export interface TaskDesk {
  taskId: string;
  title: string;
  html: string;
  lessonId: string;
  courseId: string;
  courseTitle: string;
  open: boolean;
  maySet: boolean;
  kinds: WorkKind[];
  maxMark: number | null;
  lateAllowed: boolean;
  classes: TaskClass[];
  phrases: string[];
}

export interface WorkOnDesk {
  taskId: string;
  title: string;
  maxMark: number | null;
  learnerId: string;
  name: string;
  work: Work;
  earlier: Work[];
}

export interface TalkPost {
  id: string;
  parentId: string | null;
  name: string;
  own: boolean;
  byTeacher: boolean;
  html: string;
  writtenAt: string;
  editedAt: string | null;
  deleted: boolean;
  /** its author is no more known here */
  erased: boolean;
  isHidden: boolean;
  hidden: string | null;
  mayChange: boolean;
}

export interface Talk {
  title: string;
  classId: string;
  classes: { id: string; name: string }[];
  open: boolean;
  mayModerate: boolean;
  posts: TalkPost[];
}

export interface Question {
  id: string;
  courseId: string;
  courseTitle: string;
  lessonId: string;
  lessonTitle: string;
  blockId: string | null;
  learner: string;
  className: string;
  waiting: boolean;
  askedAt: string;
  lines: { name: string; byTeacher: boolean; text: string; writtenAt: string }[];
}
