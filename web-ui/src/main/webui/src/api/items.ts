import type { RichText } from './school';

export type Form = 'SINGLE_CHOICE' | 'TRUE_FALSE_GROUP' | 'SHORT_ANSWER' | 'ESSAY';
export type Cognitive = 'BIET' | 'HIEU' | 'VAN_DUNG';

export interface Option {
  id: string;
  html: RichText;
}

/** A question as staff see it, with its key. */
export type Content =
  | {
      form: 'SINGLE_CHOICE';
      prompt: RichText;
      options: Option[];
      key: string | null;
      explanation: RichText | null;
    }
  | {
      form: 'TRUE_FALSE_GROUP';
      prompt: RichText;
      statements: { id: string; html: RichText; key: boolean | null }[];
      scoring: 'LADDER' | 'EQUAL';
      explanation: RichText | null;
    }
  | { form: 'SHORT_ANSWER'; prompt: RichText; keys: string[]; explanation: RichText | null }
  | {
      form: 'ESSAY';
      prompt: RichText;
      guide: RichText | null;
      /** What is looked for; the points are scaled to those of the question in its paper. */
      rubric?: Criterion[] | null;
      explanation: RichText | null;
    };

export interface Criterion {
  id: string;
  title: string;
  points: number;
  /** From best to least, each a share of the points; null where any number may be given. */
  levels: { label: string; share: number }[] | null;
}

interface ShownBase {
  slot: string;
  number: number;
  prompt: RichText;
  points: number;
}

/** A question as a learner sees it: no key, and options perhaps in another order (their ids stay). */
export type Shown =
  | (ShownBase & { form: 'SINGLE_CHOICE'; options: Option[] })
  | (ShownBase & { form: 'TRUE_FALSE_GROUP'; statements: Option[] })
  | (ShownBase & { form: 'SHORT_ANSWER' })
  | (ShownBase & { form: 'ESSAY' });

export type ShownOf<F extends Form> = Extract<Shown, { form: F }>;

/** What was answered; null is blank. */
export type Answer =
  { choice: string } | { statements: Record<string, boolean> } | { text: string } | { essay: string };

export interface ItemMeta {
  subject: string;
  grade: number;
  topic: string | null;
  cognitive: Cognitive | null;
  indicators: string[];
  source: string | null;
  /** Of the library, each in the version that was chosen. */
  materials: MaterialRef[];
}

/** Something of the library, shown elsewhere in the version that somebody chose. */
export interface MaterialRef {
  materialId: string;
  version: number;
  title: string;
}

export interface BankRow {
  id: string;
  version: number;
  form: Form;
  text: string;
  subject: string;
  grade: number;
  topic: string | null;
  cognitive: Cognitive | null;
  indicators: string[];
  updatedAt: string;
}

export interface Item {
  id: string;
  version: number;
  content: Content;
  meta: ItemMeta;
  updatedAt: string;
}

export interface ImportRow {
  id: string;
  fileName: string;
  createdAt: string;
  questions: number;
  open: number;
  state: 'REVIEW' | 'IN_BANK';
}

export interface PaperImport {
  id: string;
  fileName: string;
  state: 'REVIEW' | 'IN_BANK';
  createdAt: string;
  savedAt: string | null;
  meta: { subject: string | null; grade: number | null };
  source: { id: string; html: RichText; question: number | null }[];
  questions: ImportedQuestion[];
}

export interface ImportedMeta {
  cognitive: Cognitive | null;
  indicators: string[];
  points: number | null;
  topic: string | null;
}

export interface ImportedQuestion {
  n: number;
  part: string | null;
  form: Form;
  sourceIds: string[];
  content: Content;
  meta: ImportedMeta;
  doubts: Doubt[];
  settled: boolean;
  dropped: boolean;
}

export interface Doubt {
  slug: string;
  title: string;
  target: string | null;
}

export interface PaperRow {
  id: string;
  title: string;
  subject: string;
  grade: number;
  minutes: number;
  questions: number;
  points: number;
  version: number | null;
  updatedAt: string;
}

export interface Paper {
  id: string;
  revision: number;
  title: string;
  subject: string;
  grade: number;
  minutes: number;
  publishedVersion: number | null;
  parts: PaperPart[];
}

export interface PaperPart {
  title: string;
  instructions: string | null;
  slots: {
    id: string;
    itemId: string;
    itemVersion: number;
    points: number;
    content: Content;
    meta: ItemMeta;
  }[];
}

export interface PaperChange {
  revision: number;
  title: string;
  subject: string;
  grade: number;
  minutes: number;
  parts: { title: string; instructions: string | null; slots: { itemId: string; points: number }[] }[];
}
