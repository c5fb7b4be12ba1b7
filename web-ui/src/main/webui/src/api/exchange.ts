import type { Licence, MaterialState, MaterialType } from './library';

/** The library as it stands open to the world, or not yet: then all but `materials` is null. */
export interface OpenLibrary {
  code: string | null;
  name: string | null;
  email: string | null;
  page: string | null;
  oai: string | null;
  opds: string | null;
  rss: string | null;
  materials: number;
}

/** How many there are of a type, of a subject, for a grade. */
export interface ReportPart {
  of: string;
  count: number;
}

export interface LibraryReport {
  from: string;
  until: string;
  sums: { published: number; open: number; withdrawn: number; drafts: number };
  byType: ReportPart[];
  bySubject: ReportPart[];
  byGrade: ReportPart[];
  growth: { month: string; entered: number; total: number }[];
  use: { month: string; kind: 'FILE' | 'READER' | 'PACKAGE' | 'PUBLIC'; count: number }[];
  mostUsed: { materialId: string; title: string; count: number }[];
  contributors: { author: string; unit: string; materials: number; opened: number }[];
}

export type HarvestPrefix = 'oai_dc' | 'oai_lom';

export interface HarvestQuestion {
  address: string;
  set: string;
  prefix: HarvestPrefix;
}

export interface HarvestRecord {
  identifier: string;
  stamp: string;
  gone: boolean;
  title: string | null;
  author: string | null;
  type: MaterialType | null;
  licence: Licence | null;
  source: string | null;
}

/** What would come. */
export interface HarvestPreview {
  address: string;
  name: string;
  email: string;
  tellsOfGone: boolean;
  prefixes: string[];
  sets: { spec: string; name: string }[];
  total: number | null;
  records: HarvestRecord[];
}

export interface HarvestRun {
  state: 'RUNNING' | 'DONE' | 'FAILED' | 'STOPPED';
  total: number | null;
  seen: number;
  added: number;
  changed: number;
  gone: number;
  problem: string | null;
  nextAt: string | null;
  since: string | null;
  begunAt: string;
  at: string;
}

export interface HarvestSource {
  id: string;
  name: string;
  address: string;
  set: string;
  prefix: HarvestPrefix;
  takenUntil: string | null;
  taken: number;
  differing: number;
  gone: number;
  run: HarvestRun | null;
}

export interface HarvestNotable {
  identifier: string;
  materialId: string;
  title: string;
  state: MaterialState;
  rights: string;
  differs: boolean;
  gone: boolean;
  at: string;
}
