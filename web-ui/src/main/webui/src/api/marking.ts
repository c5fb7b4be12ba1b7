import type { Answer, Content, Criterion } from './items';

/** One learner's answer to one question, as whoever marks it sees it. */
export interface MarkedAnswer {
  sittingId: string;
  /** "Bài 1": the same for all markers, and no name. */
  alias: string;
  /** Only when names were asked for. */
  learnerId: string | null;
  answer: Answer | null;
  mark: number | null;
  rubricMarks: Record<string, number> | null;
  comment: string | null;
  markedBy: string | null;
  second: SecondMark | null;
  /** The two markers differed, and it was settled. */
  settled: boolean;
  /** Two markers differ by more than is agreed, and nobody has settled it. */
  unsettled: boolean;
  /** The one who asks has it before him still. */
  pending: boolean;
}

export interface SecondMark {
  mark: number | null;
  rubricMarks: Record<string, number> | null;
  comment: string | null;
  by: string;
}

export interface QuestionAnswers {
  slot: string;
  number: number;
  content: Content;
  maxMark: number;
  rubric: Criterion[] | null;
  answers: MarkedAnswer[];
}

export type Marker = 'FIRST' | 'SECOND';

export interface NewMark {
  mark: number | null;
  rubricMarks: Record<string, number> | null;
  comment: string | null;
  as: Marker | null;
  reason: string | null;
  /** The review request that it answers. */
  review: string | null;
}

export interface MarkingSettings {
  /** How far two markers may differ. */
  tolerance: number;
  secondMarkers: string[];
  reviewDays: number;
}

export type MarkCause =
  'KEY' | 'PERSON' | 'SECOND' | 'SETTLED' | 'KEY_CHANGE' | 'REVIEW' | 'HELD' | 'REOPENED';

export interface MarkChange {
  at: string;
  by: string | null;
  from: number | null;
  to: number | null;
  cause: MarkCause;
  reason: string | null;
}

/** How far two people who marked the same work agree. */
export interface Agreement {
  tolerance: number;
  pairs: number;
  exact: number;
  within: number;
  meanDifference: number | null;
  kappa: number | null;
  unsettled: {
    sittingId: string;
    slot: string;
    number: number;
    alias: string;
    first: number | null;
    second: number | null;
    maxMark: number;
  }[];
}

export interface MarkingComment {
  id: string;
  text: string;
  subject: string | null;
  used: number;
}

export type KeyChangeKind = 'CORRECT' | 'VOID' | 'DROP';

export type KeyParts = { key: string } | { statements: { id: string; key: boolean }[] } | { keys: string[] };

export type KeyChange = { kind: 'CORRECT'; content: KeyParts } | { kind: 'VOID' } | { kind: 'DROP' };

/** Who would change, and how. */
export interface DryRun {
  changed: number;
  of: number;
  up: number;
  down: number;
  /** Marked by a person: left as they are when a key is corrected. */
  byHand: number;
  /** The bank's newest version has a key of its own and was left as it is. */
  bankLeft?: boolean;
  maxMarkBefore: number;
  maxMarkAfter: number;
  rows: {
    learnerId: string;
    sittingId: string;
    before: number | null;
    after: number | null;
    totalBefore: number | null;
    totalAfter: number | null;
    released: boolean;
    byHand: boolean;
  }[];
}

export interface KeyChangeRow {
  id: string;
  slot: string;
  number: number;
  at: string;
  by: string;
  kind: KeyChangeKind;
  reason: string;
  changed: number;
  of: number;
  up: number;
  down: number;
}

/** A learner asks to have a mark looked at again: phúc khảo. */
export interface ReviewRequest {
  id: string;
  assignmentId: string;
  title: string;
  sittingId: string;
  learnerId: string;
  slot: string | null;
  number: number | null;
  text: string;
  askedAt: string;
  state: 'OPEN' | 'ANSWERED';
  answer: string | null;
  answeredAt: string | null;
  answeredBy: string | null;
}

/** The same as its learner sees it. */
export type MyReview = Pick<
  ReviewRequest,
  'id' | 'slot' | 'text' | 'askedAt' | 'state' | 'answer' | 'answeredAt'
>;

/** What a release lets learners see. */
export interface Shows {
  answers: boolean;
  explanations: boolean;
}
