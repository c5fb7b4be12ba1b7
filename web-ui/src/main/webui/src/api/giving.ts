/** How a paper is given: to whom, when, where and how often. */
export type Mode = 'EXAM' | 'HOMEWORK' | 'PRACTICE';
/** Thường xuyên or định kì (Circular 22/2021). */
export type Purpose = 'REGULAR' | 'PERIODIC';
export type Paging = 'ONE' | 'ALL';

export interface Conditions {
  mode: Mode;
  purpose: Purpose;
  /** 0 is without limit. */
  attempts: number;
  counts: 'BEST' | 'LAST';
  passcode: string | null;
  /** CIDR or single addresses; none means anywhere. */
  addresses: string[];
  sebConfigKeys: string[];
  oneDevice: boolean;
  paging: Paging;
}

/** The head's decision that a periodic test is taken outside school (Circular 09/2021). */
export interface Decision {
  number: string;
  decidedOn: string;
  reason: string;
  by: string;
}

export type DecisionWish = Omit<Decision, 'by'>;

/** What a learner needs in every paper. */
export interface StandingNeed {
  extraPercent: number;
  note: string | null;
}

/** What he needs in this one. */
export interface Need {
  learnerId: string;
  extraMinutes: number;
  opensAt?: string | null;
  closesAt?: string | null;
  attempts?: number | null;
  note: string | null;
  source: 'STANDING' | 'HERE';
}

export interface NeedWish {
  extraMinutes: number;
  opensAt: string | null;
  closesAt: string | null;
  attempts: number | null;
  note: string | null;
}

export interface AssignmentChange {
  opensAt?: string;
  closesAt?: string;
  minutes?: number;
  conditions?: Conditions;
}

/** A set of learners across classes. */
export interface Group {
  id: string;
  name: string;
  grade: number;
  students: number;
}
