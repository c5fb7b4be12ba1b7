import type { Conditions, Decision, Mode, Paging } from './giving';
import type { Answer, Content, Criterion, Form, MaterialRef, Shown } from './items';
import type { MyReview, SecondMark, Shows } from './marking';
import type { RichText } from './school';

export interface NewAssignment {
  paperId: string;
  title: string | null;
  classIds: string[];
  learnerIds?: string[];
  groupIds?: string[];
  opensAt: string;
  closesAt: string;
  minutes: number;
  shuffle: { items: boolean; options: boolean };
  conditions?: Conditions;
  message?: string | null;
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
  counts: {
    learners: number;
    taking: number;
    handedIn: number;
    toMark: number;
    released: number;
    /** Of whom work came late that waits for a decision. */
    held: number;
    /** Who handed in and have no marks yet, though marks were released. */
    unreleased: number;
  };
  releasedAt: string | null;
  /** What those who have their marks see beside them. */
  shown?: Shows;
  conditions: Conditions;
  decision: Decision | null;
  awaitsDecision: boolean;
  learnerIds?: string[];
  groupIds?: string[];
  message?: string | null;
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
    slot: string;
    number: number;
    text: string;
    form: Form;
    shareRight: number | null;
    toMark: number;
  }[];
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
  mode: Mode;
  extraMinutes: number;
  /** The go that the state is about, 0 before the first. */
  attempt: number;
  /** Null is without limit. */
  attemptsLeft: number | null;
  needsPasscode: boolean;
  needsSafeBrowser: boolean;
  paging: Paging;
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
  attempt: number;
  attemptsLeft: number | null;
  mode: Mode;
  paging: Paging;
  oneDevice: boolean;
  pausedAt: string | null;
  /** What the teacher has to say to all who take it. */
  message?: string | null;
}

/** What opening asks of a learner before it gives the paper. */
export interface OpeningWish {
  device: string | null;
  passcode: string | null;
  safeBrowser: { url: string; configKeyHash: string } | null;
  attempt: 'NEW' | null;
}

export interface AnswerStep {
  seq: number;
  slot: string;
  answer: Answer | null;
  typedAt: string;
  /** Milliseconds since it was typed, by a clock that nobody sets; left out when the page was loaded anew since. */
  age?: number | undefined;
}

/** How the school's clock stands with one sitting. */
export interface Timing {
  serverNow: string;
  closesAt: string;
  pausedAt: string | null;
}

export interface Acked extends Timing {
  acked: number;
}

/** Signs for a person, never a verdict. */
export type SignKind =
  | 'LEFT'
  | 'BACK'
  | 'COPIED'
  | 'PASTED'
  | 'FULLSCREEN_LEFT'
  | 'SECOND_TAB'
  | 'OFFLINE'
  | 'ONLINE'
  | 'RESUMED'
  | 'PRINT';

export interface Sign {
  n: number;
  kind: SignKind;
  at: string;
  seconds: number | null;
}

export interface Beat {
  device: string;
  /** What this device's clock says, so that a wrong one can be reckoned with. */
  now: string;
  seq: number;
  acked: number;
  slot: string | null;
  answered: number;
  events: Sign[];
}

export interface BeatAnswer extends Timing {
  handedInAt: string | null;
  moved: boolean;
  message: { text: string; at: string } | null;
}

/** What practising says of one answer. */
export interface Checked {
  /** Null if a person would have to mark it. */
  share: number | null;
  right: boolean;
  hint: RichText | null;
  explanation: RichText | null;
  key: ShownKey | null;
  tries: number;
}

export interface SittingResult {
  assignmentId: string;
  title: string;
  mark: number;
  maxMark: number;
  releasedAt: string;
  parts: { title: string; mark: number; maxMark: number }[];
  items: ResultItem[];
  answers: boolean;
  explanations: boolean;
  /** Until when a learner may ask to have a mark looked at again. */
  reviewUntil: string;
  reviews: MyReview[];
}

export interface ResultItem {
  shown: Shown;
  answer: Answer | null;
  mark: number;
  maxMark: number;
  comment: string | null;
  /** Void: everybody has full marks. Dropped: it does not count. */
  standing: Standing;
  key: ShownKey | null;
  explanation: RichText | null;
  /** What was looked for and what each earned, in the rubric's own points; with the explanations only. */
  rubric?: Criterion[] | null;
  rubricMarks?: Record<string, number> | null;
  /** Of the library, to read on; with the explanations only. */
  materials?: MaterialRef[];
}

export type Standing = 'COUNTS' | 'VOID' | 'DROPPED';

/** The key in the shape of an answer. */
export type ShownKey = string | string[] | Record<string, boolean> | Answer | { keys: string[] };

export interface Review {
  learnerId: string;
  assignmentId: string;
  title: string;
  mark: number | null;
  maxMark: number;
  items: {
    slot: string;
    number: number;
    content: Content;
    answer: Answer | null;
    mark: number | null;
    maxMark: number;
    comment: string | null;
    standing?: Standing;
    unsettled?: boolean;
    rubricMarks?: Record<string, number> | null;
    second?: SecondMark | null;
  }[];
  late: AnswerStep[];
}
