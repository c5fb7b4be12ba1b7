import type { Form } from './items';

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

export interface Flag {
  code: string;
  severity: 'LOOK' | 'WRONG';
  /** A sentence with advice, in the reader's language. */
  text: string;
}

/** How many of each third of the class, by its total, chose it. */
export interface OptionFigures {
  id: string;
  label: string;
  text: string;
  key: boolean;
  top: number;
  middle: number;
  bottom: number;
  total: number;
}

export interface ItemFigures {
  slot: string;
  number: number;
  text: string;
  form: Form;
  n: number;
  facility: number | null;
  sd: number | null;
  intendedWeight: number | null;
  effectiveWeight: number | null;
  discriminationIndex: number | null;
  itemRest: number | null;
  discriminativeEfficiency: number | null;
  medianSeconds: number | null;
  options: OptionFigures[] | null;
  flags: Flag[];
  calibration: Calibrated | null;
}

export interface Calibrated {
  a: number | null;
  b: number | null;
  c: number | null;
}

export type GroupKind = 'topic' | 'cognitive' | 'indicator' | 'outcome';

export interface Group {
  value: string;
  questions: number;
  facility: number | null;
}

export interface WeakSpot {
  kind: string;
  value: string;
  facility: number;
  /** Numbers of the questions. */
  questions: number[];
  learners: number;
}

export interface FormFigures {
  paperVersion?: number | null;
  assignmentId?: string | null;
  title?: string | null;
  learners: number;
  mean: number | null;
  sd: number | null;
  alpha: number | null;
}

export interface Analysis {
  assignmentId: string;
  title: string;
  learners: number;
  questions: number;
  maxMark: number;
  paper: PaperFigures | null;
  items: ItemFigures[];
  groups: Partial<Record<GroupKind, Group[]>>;
  weak: WeakSpot[];
  comparison?: FormFigures[] | null;
}

export type Model = 'RASCH' | '2PL' | '3PL';

export interface Calibration {
  id?: string;
  state: string;
  problem?: string | null;
  model: Model;
  learners: number | null;
  items: {
    itemId: string;
    version: number;
    a: number | null;
    b: number | null;
    c: number | null;
    intercept: number | null;
    seA: number | null;
    seB: number | null;
    fit: { chi2: number; df: number; p: number } | null;
  }[];
  logLik: number | null;
  iterations: number | null;
  converged: boolean | null;
}

/** One step of a learner's own path: no comparison with anybody. */
export interface PathStep {
  subject: string;
  topic: string;
  share: number;
  questions: number;
  at: string;
}
