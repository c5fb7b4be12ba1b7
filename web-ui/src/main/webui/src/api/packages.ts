import type { Organisation, PackageKind } from '$lib/packages';

export interface PackageStanding {
  number: number;
  visit: number;
  seq: number;
  /** Whether there is something to go on with. */
  started: boolean;
  /** 0 to 1 */
  score: number | null;
  completed: boolean;
  passed: boolean | null;
  seconds: number;
  begunAt: string;
  savedAt: string | null;
}

export interface PackageView {
  fileId: string;
  materialId: string;
  kind: PackageKind;
  title: string;
  start: string;
  organisation: Organisation;
  attempt: PackageStanding | null;
}

export interface PackageVisit {
  ticket: string;
  /** Stands for `{package}` in the address of the content origin. */
  origin: string;
  expiresAt: string;
  attempt: PackageStanding;
  state: string | null;
}

export interface PackageSave {
  number: number;
  visit: number;
  seq: number;
  state: string | null;
  score: number | null;
  completed: boolean;
  passed: boolean | null;
  seconds: number;
}

/** How the learners of a course stand in one lesson. */
export interface LessonStanding {
  title: string;
  packages: { materialId: string; title: string }[];
  classes: {
    id: string;
    name: string;
    learners: {
      personId: string;
      name: string;
      share: number;
      done: boolean;
      results: {
        materialId: string;
        score: number | null;
        completed: boolean;
        passed: boolean | null;
        at: string;
      }[];
    }[];
  }[];
}
