import type { Licence, MaterialState, MaterialType } from './library';

export type Visibility = 'CLASSES' | 'STAFF' | 'SCHOOL' | 'OPEN';
export type TextbookSet = 'KNTT' | 'CTST' | 'CANH_DIEU' | 'KHAC';
export type MaterialLevel = 'TIEU_HOC' | 'THCS' | 'THPT';
export type FileKind = 'CONTENT' | 'SUBTITLE' | 'ATTACHMENT' | 'COVER';

/** A work that a material was made from, with what its licence asks to be told. */
export interface BasedOn {
  materialId: string | null;
  version: number | null;
  title: string;
  author: string;
  source: string;
  licence: Licence | null;
}

export interface GivenClass {
  id: string;
  name: string;
  grade: number;
}

export interface ShelfCounts {
  draft: number;
  published: number;
  withdrawn: number;
  discarded: number;
}

export interface VersionEntry {
  version: number;
  title: string;
  note: string;
  publishedBy: string;
  publishedAt: string;
  files: number;
}

/** How a material stands that a lesson shows. */
export interface MaterialStanding {
  id: string;
  state: MaterialState;
  newest: number | null;
  title: string | null;
  note: string | null;
  withdrawnReason: string | null;
}

export type RelationKind = 'PART_OF' | 'VERSION_OF' | 'BASED_ON';

export interface RelationRow {
  kind: RelationKind;
  materialId: string;
  version: number | null;
  title: string;
  type: MaterialType | null;
  state: MaterialState;
}

export interface Relations {
  relations: RelationRow[];
  inverse: RelationRow[];
}

export type LicenceFault =
  | 'LICENCE_UNKNOWN'
  | 'NO_DERIVATIVES'
  | 'NEEDS_PERMISSION'
  | 'SHARE_ALIKE_CLASH'
  | 'COMMERCE_CLASH'
  | 'TEACHING_CLASH';

export interface Combination {
  licence: Licence | null;
  problems: { fault: LicenceFault; materialIds: string[] }[];
  attribution: string[];
}

export interface BulkOutcome {
  undo: string | null;
  changed: string[];
  refused: { id: string; slug: string; fields: string[] }[];
}

export type Road = 'NONE' | 'HEAD' | 'GROUP_AND_HEAD';
export type Stage = 'GROUP' | 'HEAD' | 'APPROVED' | 'RETURNED' | 'RECALLED';
export type ReviewPoint = 'LICENCE' | 'SOURCES' | 'CONTENT' | 'PICTURE_TEXTS' | 'SUBTITLES';
export type ReviewShelf = 'GROUP' | 'HEAD' | 'MINE' | 'RETURNED' | 'ALL';
export type ReviewAct =
  | 'SUBMITTED'
  | 'RECALLED'
  | 'GROUP_APPROVED'
  | 'HEAD_APPROVED'
  | 'RETURNED'
  | 'TICKED'
  | 'UNTICKED'
  | 'COMMENTED'
  | 'RESOLVED';

export interface ReviewRow {
  materialId: string;
  title: string;
  type: MaterialType | null;
  grades: number[];
  subject: string;
  submitterId: string;
  stage: Stage;
  submittedAt: string;
}

export interface ReviewCounts {
  road: Road;
  subjects: string[];
  group: number;
  head: number;
  mine: number;
  returned: number;
  all: number;
}

export interface ReviewComment {
  id: string;
  authorId: string;
  text: string;
  fileId: string | null;
  page: number | null;
  field: string | null;
  at: string;
  resolvedBy: string | null;
}

export interface MaterialReview {
  materialId: string;
  road: Road;
  stage: Stage | null;
  submitterId: string | null;
  subject: string | null;
  submittedAt: string | null;
  checklist: { point: ReviewPoint; tickedBy: string | null; tickedAt: string | null }[];
  comments: ReviewComment[];
  history: {
    act: ReviewAct;
    actorId: string;
    note: string;
    point: ReviewPoint | null;
    version: number | null;
    at: string;
  }[];
  mayDecide: boolean;
  mayTick: boolean;
  mayComment: boolean;
  mayRecall: boolean;
}

export type CollectionKind = 'COLLECTION' | 'READING_LIST';

export interface CollectionEntry {
  id: string;
  kind: CollectionKind;
  parentId: string | null;
  title: string;
  description: string;
  visibility: Visibility;
  classIds: string[];
  ownerId: string;
  size: number;
  mayEdit: boolean;
  updatedAt: string;
}

export interface ShelfRow {
  materialId: string;
  version: number;
  title: string;
  type: MaterialType | null;
  subject: string | null;
  grades: number[];
  licence: Licence | null;
  fileId: string | null;
  attribution: string;
}

export interface CollectionView {
  about: CollectionEntry;
  revision: number;
  items: { material: ShelfRow; note: string }[];
  children: CollectionEntry[];
  together: Combination;
}
