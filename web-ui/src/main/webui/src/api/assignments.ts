import type { Answer, Content, Form, Shown } from './items';
import type { ReviewRequest, Shows } from './marking';
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
  items: {
    number: number;
    slot?: string;
    text: string;
    form: Form;
    shareRight: number | null;
    toMark?: number;
    unsettled?: number;
  }[];
  /** Sittings with work that came late and waits for a decision. */
  held?: number;
  openReviews?: number;
  /** What learners see now; null before the marks are released. */
  shows?: Shows | null;
  reviewUntil?: string | null;
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
  sittingId?: string;
  /** Until when a learner may ask to have a mark looked at again. */
  reviewUntil?: string | null;
  reviewRequests?: ReviewRequest[];
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
  assignmentId?: string;
  title: string;
  mark: number | null;
  maxMark: number;
  items: {
    slot: string;
    number?: number;
    content: Content;
    answer: Answer | null;
    mark: number | null;
    maxMark: number;
    comment: string | null;
  }[];
  late: AnswerStep[];
}
