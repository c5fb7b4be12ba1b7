import { get, path, post, put, remove } from '$lib/http';

/** What the platform can stop for one person while all else goes on. */
export type Use = 'MAIL' | 'RECORDINGS';
export const USES: readonly Use[] = ['MAIL', 'RECORDINGS'];
export type RequestKind = 'EXPORT' | 'CORRECTION' | 'ERASURE' | 'STOP';
export interface ConsentText {
  id: string;
  purpose: string;
  version: number;
  title: string;
  body: string;
  /** Off for whoever has not agreed. */
  uses: Use[];
  given: number;
}
export interface Register {
  id: string;
  subjectId: string;
  subject: string;
  askedBy: string;
  kind: RequestKind;
  text: string;
  askedAt: string;
  answerBy: string;
  stopBy: string;
  late: boolean;
  state: 'OPEN' | 'ANSWERED' | 'DONE' | 'REFUSED';
  answer: string | null;
  exportId: string | null;
  /** What the platform does not do for the person because of it. */
  stopped: Use[];
}
export interface Access {
  at: string;
  reader: string;
  /** Null when it was several at once. */
  learner: string | null;
  learnerId: string | null;
  learners: number;
  what: string;
}
export type Kept =
  | 'ACCESS_LOG'
  | 'LEARNING_TRAIL'
  | 'LEAVERS_WORK'
  | 'LEAVERS_NOTES'
  | 'LEAVERS_TALK'
  | 'LEAVERS_SITTINGS'
  | 'LEAVERS_READING'
  | 'NOTICES'
  | 'REQUEST_TEXT';
export interface Retention {
  what: Kept;
  days: number;
  usualDays: number;
  /** What holds until a shorter time takes effect; null if nothing waits. */
  daysBefore: number | null;
  takesEffectAt: string | null;
}
/** What a shorter time would take, and how many days it can still be taken back. */
export interface Concerned {
  people: number;
  graceDays: number;
}
export interface Correction {
  name: string | null;
  code: string | null;
  birthDate: string | null;
}

export const isOpen = (one: Register): boolean => one.state === 'OPEN' || one.state === 'ANSWERED';

const BASE = '/api/lms/privacy';
export const texts = (signal?: AbortSignal) => get<ConsentText[]>(`${BASE}/texts`, { signal });
export const write = (purpose: string, title: string, body: string, uses: readonly Use[]) =>
  post<ConsentText[]>(`${BASE}/texts`, { purpose, title, body, uses });
export const end = (purpose: string) => remove(`${BASE}/texts/${purpose}`);
export const register = (signal?: AbortSignal) => get<Register[]>(`${BASE}/requests`, { signal });
export const enter = (subjectId: string, kind: RequestKind, text: string) =>
  post<Register>(`${BASE}/requests`, { subjectId, kind, text });
export const answer = (id: string, text: string, refused: boolean) =>
  post<Register>(`${BASE}/requests/${id}/answer`, { text, refused });
export const carryOut = (id: string, correction: Correction | null, uses: readonly Use[]) =>
  post<Register>(`${BASE}/requests/${id}/carry-out`, { correction, uses }, { timeout: 60_000 });
export const takeBackStops = (id: string) => remove<Register>(`${BASE}/requests/${id}/stops`);
export const accesses = (q: string, signal?: AbortSignal) =>
  get<Access[]>(path(`${BASE}/accesses`, { q: q || null }), { signal });
export const retention = (signal?: AbortSignal) => get<Retention[]>(`${BASE}/retention`, { signal });
export const keepFor = (what: Kept, days: number) => put<Retention[]>(`${BASE}/retention/${what}`, { days });
export const takeBack = (what: Kept) => remove<Retention[]>(`${BASE}/retention/${what}/change`);
export const concerned = (what: Kept, days: number, signal?: AbortSignal) =>
  get<Concerned>(path(`${BASE}/retention/${what}/concerned`, { days }), { signal });
