import type { Cognitive, Form } from './items';

/** What a class's work says of a paper and its questions: for those who teach it. All shares are from 0 to 1. */
export interface Analysis {
  assignmentId: string;
  title: string;
  learners: number;
  questions: number;
  maxMark: number;
  /** null while nobody has handed in */
  paper: PaperFigures | null;
  items: ItemFigures[];
  groups: Partial<Record<GroupKind, GroupFigures[]>>;
  weak: WeakSpot[];
  /** Empty, or this one first and then others of the same paper. */
  comparison: Edition[];
  notes: Flag[];
}

export interface PaperFigures {
  mean: number;
  median: number;
  sd: number;
  skewness: number | null;
  kurtosis: number | null;
  min: number;
  max: number;
  kr20: number | null;
  alpha: number | null;
  sem: number | null;
  errorRatio: number | null;
  histogram: { from: number; to: number; count: number }[];
}

/** A sentence with advice, in the reader's language. */
export interface Flag {
  code: string;
  severity: 'LOOK' | 'WRONG';
  text: string;
}

/** How many of each third of the class, by its total, gave it; of a statement, how many judged it rightly. */
export interface OptionFigures {
  /** Empty for the blanks. */
  id: string;
  label: string;
  text: string;
  key: boolean;
  top: number;
  middle: number;
  bottom: number;
  total: number;
  rest: number | null;
}

export interface ItemFigures {
  slot: string;
  number: number;
  itemId: string;
  version: number;
  text: string;
  form: Form;
  n: number;
  maxMark: number;
  facility: number;
  sd: number;
  guess: number;
  intendedWeight: number;
  effectiveWeight: number | null;
  discriminationIndex: number | null;
  itemRest: number | null;
  discriminativeEfficiency: number | null;
  medianSeconds: number | null;
  options: OptionFigures[] | null;
  flags: Flag[];
  calibration: { model: string; a: number | null; b: number | null; c: number | null; at: string } | null;
}

export type GroupKind = 'topic' | 'cognitive' | 'indicator' | 'outcome';

export interface GroupFigures {
  value: Cognitive | string;
  questions: number;
  facility: number;
}

export interface WeakSpot {
  kind: 'topic' | 'outcome' | 'indicator';
  value: string;
  facility: number;
  /** Numbers of the questions. */
  questions: number[];
  learners: number;
}

export interface Edition {
  assignmentId: string;
  title: string;
  paperVersion: number;
  learners: number;
  maxMark: number;
  mean: number;
  sd: number;
  alpha: number | null;
  common: number;
  difference: number | null;
  drifted: { number: number; here: number; there: number }[];
}

export type Model = 'RASCH' | '2PL' | '3PL';

interface Advice {
  code: string;
  text: string;
}

export interface CalibrationLine {
  id: string;
  state: 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED';
  model: Model;
  assignmentIds: string[];
  askedAt: string;
}

export interface Calibration extends CalibrationLine {
  endedAt: string | null;
  problem: { slug: string; title: string } | null;
  learners: number | null;
  converged: boolean | null;
  iterations: number | null;
  items: {
    itemId: string;
    version: number;
    text: string;
    learners: number;
    facility: number;
    a: number;
    b: number | null;
    c: number;
    seA: number | null;
    seB: number | null;
    advice: Advice[];
  }[];
  leftOut: { itemId: string; version: number; text: string; learners: number; reason: Advice }[];
  advice: Advice[];
}

/** One step of a learner's own path: no comparison with anybody. */
export interface PathStep {
  subject: string;
  kind: 'TOPIC' | 'INDICATOR';
  topic: string;
  share: number;
  questions: number;
  at: string;
  assignmentId: string;
}
