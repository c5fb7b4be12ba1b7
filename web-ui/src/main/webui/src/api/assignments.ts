import type { Answer, Content, Form, Shown } from './items';
import type { RichText } from './school';

export interface NewAssignment {
  paperId: string;
  title: string | null;
  classIds: string[];
  opensAt: string;
  closesAt: string;
  minutes: number;
  shuffle: { items: boolean; options: boolean };
}

export interface Assignment {
  id: string;
  title: string;
  paperId: string;
  subject: string;
  classIds: string[];
  assignedBy: string;
  opensAt: string;
  closesAt: string;
  minutes: number;
  questions: number;
  counts: { learners: number; taking: number; handedIn: number; toMark: number; released: number };
  releasedAt: string | null;
}

export type SittingState = 'NOT_OPEN' | 'OPEN' | 'TAKING' | 'HANDED_IN' | 'RELEASED' | 'MISSED';

/** Where a learner is with an assignment, as his teacher sees it. */
export type LearnerState = 'NOT_STARTED' | 'TAKING' | 'HANDED_IN' | 'RELEASED' | 'MISSED';

export interface Results {
  assignment: Assignment;
  maxMark: number;
  rows: {
    learnerId: string;
    sittingId: string | null;
    state: LearnerState;
    handedInAt: string | null;
    mark: number | null;
    toMark: number;
  }[];
  items: { number: number; text: string; form: Form; shareRight: number | null }[];
}

export interface MyAssignment {
  id: string;
  title: string;
  subject: string;
  opensAt: string;
  closesAt: string;
  minutes: number;
  questions: number;
  state: SittingState;
  sittingId: string | null;
  answered: number | null;
  mark: number | null;
  maxMark: number;
}

/** What a learner gets when he opens a sitting, and again whenever he comes back to it. */
export interface Opening {
  sittingId: string;
  assignmentId: string;
  title: string;
  serverNow: string;
  startedAt: string;
  closesAt: string;
  parts: { title: string; instructions: string | null; items: Shown[] }[];
  answers: Record<string, Answer | null | undefined>;
  seq: number;
  handedInAt: string | null;
}

export interface AnswerStep {
  seq: number;
  slot: string;
  answer: Answer | null;
  typedAt: string;
}

export interface Acked {
  acked: number;
  serverNow: string;
  closesAt: string;
}

export interface SittingResult {
  assignmentId: string;
  title: string;
  mark: number;
  maxMark: number;
  releasedAt: string;
  parts: { title: string; mark: number; maxMark: number }[];
  items: ResultItem[];
}

export interface ResultItem {
  shown: Shown;
  answer: Answer | null;
  mark: number;
  maxMark: number;
  comment: string | null;
  key: ShownKey | null;
  explanation: RichText | null;
}

/** The key in the shape of an answer. */
export type ShownKey = string | string[] | Record<string, boolean> | Answer | { keys: string[] };

export interface Review {
  learnerId: string;
  title: string;
  mark: number | null;
  maxMark: number;
  items: {
    slot: string;
    content: Content;
    answer: Answer | null;
    mark: number | null;
    maxMark: number;
    comment: string | null;
  }[];
  late: AnswerStep[];
}
