import type { BasedOn, FileKind, MaterialLevel, TextbookSet, Visibility } from './curating';
import type { RichText } from './school';

export type MaterialType =
  | 'BAI_GIANG'
  | 'BAI_TRINH_CHIEU'
  | 'VIDEO'
  | 'TAI_LIEU'
  | 'DE_KIEM_TRA'
  | 'SACH'
  | 'HINH_ANH'
  | 'INFOGRAPHIC'
  | 'KE_HOACH_BAI_DAY'
  | 'AM_THANH'
  | 'PODCAST'
  | 'THI_NGHIEM_AO'
  | 'GOI_TUONG_TAC'
  | 'TRO_CHOI';

export type Licence =
  | 'CC0'
  | 'CC_BY'
  | 'CC_BY_SA'
  | 'CC_BY_NC'
  | 'CC_BY_NC_SA'
  | 'CC_BY_ND'
  | 'CC_BY_NC_ND'
  | 'ALL_RIGHTS'
  | 'TEACHING_EXCEPTION';

export type MaterialState = 'DRAFT' | 'PUBLISHED' | 'WITHDRAWN' | 'DISCARDED';
export type FileState = 'RECEIVED' | 'READING' | 'READY' | 'FAILED';

export interface Hit {
  id: string;
  version: number;
  title: string;
  /** With <mark> around what matched. */
  titleHtml: RichText;
  type: MaterialType;
  subject: string | null;
  grades: number[];
  licence: Licence | null;
  author: string | null;
  source: string | null;
  snippetHtml: RichText | null;
  pageHit: number | null;
  /** The file that `pageHit` is a page of. */
  fileHit: string | null;
  pages: number | null;
  mediaType: string | null;
  publishedAt: string;
  /** Only part of what was asked for is in it; such hits stand behind the others. */
  near: boolean;
}

export interface Facet {
  value: string;
  count: number;
}

export interface Hits {
  total: number;
  tookMs: number;
  hits: Hit[];
  facets: Record<FacetName, Facet[]>;
  folded: boolean;
  /** What was typed without marks, as the library writes it. */
  understood: string | null;
  /** Another way to write it that finds `suggestionTotal` materials. */
  suggestion: string | null;
  suggestionTotal: number;
}

export type FacetName =
  'subject' | 'grade' | 'type' | 'licence' | 'textbookSet' | 'level' | 'visibility' | 'class' | 'year';

export interface Suggested {
  text: string;
  kind: 'TITLE' | 'TOPIC';
  materialId: string | null;
  count: number;
}

export interface QueueRow {
  id: string;
  title: string;
  type: MaterialType | null;
  subject: string | null;
  grades: number[];
  licence: Licence | null;
  visibility: Visibility;
  state: MaterialState;
  missing: string[];
  fileName: string | null;
  fileState: FileState | null;
  updatedAt: string;
}

export interface MaterialMetadata {
  title: string;
  description: string | null;
  type: MaterialType | null;
  subject: string | null;
  grades: number[];
  level: MaterialLevel | null;
  textbookSet: TextbookSet | null;
  textbook: string | null;
  chapter: string;
  lesson: string;
  author: string | null;
  unit: string;
  licence: Licence | null;
  source: string | null;
  durationMinutes: number | null;
  language: string;
  keywords: string[];
  outcomes: string[];
  indicators: string[];
  basedOn: BasedOn[];
  /** As somebody chose it; what is in force stands beside the metadata. */
  visibility: Visibility | null;
  classIds: string[];
  availableFrom: string | null;
  availableUntil: string | null;
}

export interface MaterialFile {
  id: string;
  kind: FileKind;
  /** Of a subtitle. */
  language: string | null;
  name: string;
  size: number;
  mediaType: string;
  /** Null until the server has hashed it. */
  sha256: string | null;
  state: FileState;
  problem: string | null;
  pages: number | null;
  /** What is done with it on its way in; for who may edit. */
  steps: FileStep[];
  /** The same bytes, brought in before. */
  duplicateOf: { materialId: string; title: string | null } | null;
  /** What was made of it: PREVIEW_PDF, VIDEO_480, VIDEO_720. */
  renditions: string[];
}

export type StepName =
  'HASH' | 'SCAN' | 'TYPE' | 'TEXT' | 'OLD_ENCODING' | 'PREVIEW' | 'OCR' | 'LADDER' | 'INDEX';
export type StepState = 'WAITING' | 'RUNNING' | 'DONE' | 'SKIPPED' | 'FAILED';

export interface FileStep {
  step: StepName;
  state: StepState;
  problem: string | null;
  /** Of a hundred. */
  progress: number | null;
}

/** A file on its way to the server. */
export interface Incoming {
  id: string;
  name: string;
  size: number | null;
  received: number;
  state: 'OPEN' | 'DONE' | 'FAILED';
  problem: string | null;
  materialId: string | null;
  fileId: string | null;
  source: string | null;
}

export interface Ingest {
  files: { waiting: number; running: number; failed: number; perMinute: number };
  steps: { step: StepName; waiting: number; running: number; failed: number }[];
  failures: {
    materialId: string;
    fileId: string;
    name: string;
    step: StepName;
    problem: string | null;
  }[];
  storage: { used: number; quota: number };
  tools: { scanner: boolean; previews: boolean; scans: boolean; films: boolean };
}

export interface BulkLine {
  row: number;
  file: string;
  title: string;
  state: 'NEW' | 'CHANGED' | 'SAME' | 'BAD';
  materialId: string | null;
  faults: { column: string; problem: string }[];
}

export interface BulkList {
  id: string;
  state: 'PREVIEW' | 'APPLYING' | 'DONE';
  lines: BulkLine[];
}

export interface Material {
  id: string;
  state: MaterialState;
  version: number | null;
  newest: number | null;
  /** There is a newer version than this one. */
  newer: boolean;
  revision: number;
  metadata: MaterialMetadata;
  visibility: Visibility;
  /** The credit line that goes with every copy. */
  attribution: string;
  format: string | null;
  /** What is new in this version. */
  note: string;
  files: MaterialFile[];
  ownerId: string;
  mayEdit: boolean;
  inReview: boolean;
  publishedAt: string | null;
  withdrawnReason: string | null;
  /** What publishing still needs. */
  missing: string[];
}

export interface FilePages {
  total: number;
  titles: (string | null)[];
}

export interface FilePage {
  n: number;
  total: number;
  title: string | null;
  html: RichText;
}

/** Where somebody is in a file: `n` is the page, or the second of a film; the others run from 0 to 1. */
export interface ReadingPosition {
  n: number;
  within: number;
  share: number;
  at: string;
}

export interface FoundPlace {
  n: number;
  count: number;
  before: string;
  found: string;
  after: string;
}

export interface Note {
  id: string;
  n: number;
  quote: string | null;
  text: string;
  updatedAt: string;
}

export interface MyNote extends Note {
  materialId: string;
  title: string;
  fileId: string;
  mediaType: string | null;
}

export interface MyReading {
  materialId: string;
  title: string;
  type: MaterialType | null;
  fileId: string;
  fileName: string;
  mediaType: string;
  pages: number | null;
  n: number;
  share: number;
  at: string;
}
