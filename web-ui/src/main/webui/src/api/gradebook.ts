import type { GivenAward } from './awards';

/** The mark book: what stands in it, what comes of it, and who may do what. Scores are strings in one spelling: `8.5`. */
export type Scheme = 'SCORED' | 'REMARKED' | 'PRIMARY' | 'CONDUCT' | 'TRAITS';
export type Entry =
  'SCORE' | 'WHOLE' | 'PASS' | 'LEVEL' | 'TRAIT' | 'CONDUCT' | 'EXEMPTION' | 'COUNT' | 'TEXT';

/** Phẩm chất, năng lực chung, năng lực đặc thù. */
export type TraitGroup = 'QUALITIES' | 'GENERAL_ABILITIES' | 'SPECIFIC_ABILITIES';

/** A group in one word, as it follows from each of it: at the middle or the end of a term. */
export interface TraitSum {
  group: TraitGroup;
  moment: 'MID' | 'END';
  level: string;
}

export interface Desk {
  year: string;
  term: number;
  classes: DeskClass[];
}

export interface DeskClass {
  id: string;
  name: string;
  grade: number;
  leads: boolean;
  classSheet: boolean;
  subjects: { subject: string; scheme: Scheme; write: boolean }[];
}

export interface MarkColumn {
  slot: string;
  entry: Entry;
  needed: boolean;
  released: boolean;
  feed: { sourceId: string; title: string } | null;
  group: TraitGroup | null;
}

export interface MarkCell {
  value: string;
  version: number;
  fed: boolean;
}

/** What came of a subject; all empty while nothing is known. */
export interface MarkOutcome {
  average: number | null;
  level: string | null;
  test: number | null;
  missing: string[];
  exempt: boolean;
}

export interface MarkRow {
  learnerId: string;
  name: string;
  cells: Record<string, MarkCell | undefined>;
  term: MarkOutcome;
  year: MarkOutcome;
  traits: TraitSum[];
  mayAgain: boolean;
}

export interface MarkBook {
  classId: string;
  className: string;
  grade: number;
  year: string;
  subject: string;
  term: number;
  scheme: Scheme;
  periods: number;
  regular: number;
  columns: MarkColumn[];
  rows: MarkRow[];
  lock: { reason: string; at: string; by: string } | null;
  may: { write: boolean; release: boolean; lock: boolean };
  proposals: number;
}

export interface CellChange {
  learnerId: string;
  slot: string;
  value: string;
  version: number;
}

export interface CellAt extends CellChange {
  fed: boolean;
}

export interface SavedCells {
  batch: string | null;
  at: string;
  written: CellAt[];
  refused: CellAt[];
  rows: MarkRow[];
}

export interface MarkLine {
  learnerId: string;
  learner: string;
  slot: string;
  was: string;
  value: string;
  cause: 'TYPED' | 'TAKEN_OVER' | 'IMPORTED' | 'UNDONE';
  at: string;
  by: string;
}

export interface Feeding {
  sources: { id: string; kind: 'ASSIGNMENT' | 'TASK'; title: string; subject: string }[];
  columns: {
    slot: string;
    /** Only work is linked by hand; the others bring by themselves. */
    from: 'WORK' | 'DIARY' | 'OLD_SCHOOL';
    sourceId: string;
    title: string;
    proposals: MarkProposal[];
  }[];
}

export interface MarkProposal {
  learnerId: string;
  name: string;
  standing: string;
  version: number;
  typed: boolean;
  proposed: string;
  at: string;
}

export interface LockLine {
  subject: string | null;
  term: number;
  locked: boolean;
  reason: string;
  at: string;
  by: string;
}

export interface Phrase {
  id: string | null;
  whose: 'MINE' | 'SCHOOL' | 'SHIPPED';
  subject: string | null;
  band: string | null;
  code: string | null;
  text: string;
}

export type SheetForm = 'SEPARATE' | 'JOINED' | 'REMARKED' | 'PRIMARY' | 'TRAITS';

export interface SinceExport {
  forms: SheetForm[];
  last: { form: SheetForm; at: string; by: string } | null;
  changed: { learnerId: string; name: string; slot: string; from: string; to: string }[];
}

export interface SheetPreview {
  fileName: string;
  rows: number;
  unchanged: number;
  changes: {
    row: number;
    learnerId: string;
    name: string;
    slot: string;
    from: string;
    to: string;
    version: number;
  }[];
  bad: { row: number; name: string; reasons: { slug: string; title: string }[] }[];
  absent: string[];
}

export type StudyLevel = 'TOT' | 'KHA' | 'DAT' | 'CHUA_DAT';
export type YearAward = 'XUAT_SAC' | 'GIOI';
/** Tiêu biểu is for people to give: the result only lets them. */
export type PrimaryAward = 'XUAT_SAC' | 'XET_TIEU_BIEU';
export type PrimaryResult = 'HOAN_THANH_XUAT_SAC' | 'HOAN_THANH_TOT' | 'HOAN_THANH' | 'CHUA_HOAN_THANH';
export type Period = 'FIRST_TERM' | 'SECOND_TERM' | 'YEAR' | 'AFTER_SUMMER';

export interface ClassSheet {
  className: string;
  grade: number;
  period: Period;
  primary: boolean;
  /** Whether one records what people award. */
  mayAward: boolean;
  /** All of both terms. */
  yearLocked: boolean;
  subjects: { subject: string; scheme: Scheme; elective: boolean; locked: boolean }[];
  rows: ClassSheetRow[];
}

export interface ClassSheetRow {
  learnerId: string;
  name: string;
  subjects: Record<string, MarkOutcome | undefined>;
  study: StudyLevel | null;
  without: StudyLevel | null;
  liftedFor: string | null;
  conduct: StudyLevel | null;
  award: YearAward | null;
  primary: PrimaryResult | null;
  primaryAward: PrimaryAward | null;
  /** At the end of the year. */
  given: GivenAward[];
  /** By `YN`, `NA` …; and by group, in one word. */
  traits: Record<string, string | undefined>;
  groups: Partial<Record<TraitGroup, string>>;
  away: number | null;
  promotion: Promotion | null;
}

/** The books of a year that a pupil brought along from another school, as they were on the day when he came. */
export interface TransferredMarks {
  learnerId: string;
  name: string;
  fromSchool: string;
  year: string;
  className: string;
  grade: number;
  takenAt: string;
  marks: {
    subjects: {
      subject: string;
      scheme: Scheme;
      terms: {
        term: number;
        marks: { slot: string; entry: Entry; value: string }[];
        outcome: MarkOutcome | null;
      }[];
      year: MarkOutcome | null;
    }[];
    results: {
      period: Period;
      study: StudyLevel | null;
      conduct: StudyLevel | null;
      award: YearAward | null;
      primary: PrimaryResult | null;
      exemplary: string | null;
      away: number | null;
    }[];
    commendations: MyMarkBook['commendations'];
  };
}

/** Whether somebody goes up, and why or why not, in words. */
export interface Promotion {
  standing: 'PROMOTED' | 'MAY_MAKE_GOOD' | 'NOT_PROMOTED' | 'PRINCIPAL_DECIDES' | 'WAITS';
  why: string[];
}

/** What a learner and his guardians see. */
/** The released mark of a quiz or a task. */
export interface ReleasedMark {
  assignmentId: string;
  kind: 'ASSIGNMENT' | 'TASK';
  title: string;
  subject: string;
  mark: number;
  maxMark: number;
  releasedAt: string;
}

export interface MyMarkBook {
  className: string;
  grade: number;
  year: string;
  subjects: {
    subject: string;
    scheme: Scheme;
    terms: {
      term: number;
      marks: { slot: string; entry: Entry; value: string; group: TraitGroup | null }[];
      remarks: string[];
      outcome: MarkOutcome | null;
      traits: TraitSum[];
    }[];
    year: MarkOutcome | null;
  }[];
  results: {
    period: Period;
    study: StudyLevel | null;
    conduct: StudyLevel | null;
    award: YearAward | null;
    primary: PrimaryResult | null;
    primaryAward: PrimaryAward | null;
    /** In what he was made Học sinh Tiêu biểu. */
    exemplary: string | null;
    away: number | null;
    promotion: Promotion | null;
  }[];
  commendations: { reason: string; day: string }[];
}

/** What a learner brought along from another school, as it was on the day when he was taken. */
export interface OldSchoolBook {
  school: string;
  takenAt: string;
  book: MyMarkBook;
}
