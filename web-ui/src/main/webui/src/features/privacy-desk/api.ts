import { get, path, post, put, remove } from '$lib/http';

export type RequestKind = 'EXPORT' | 'CORRECTION' | 'ERASURE' | 'STOP';
export interface ConsentText {
  id: string;
  purpose: string;
  version: number;
  title: string;
  body: string;
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
export type Kept = 'ACCESS_LOG' | 'LEARNING_TRAIL' | 'NOTICES' | 'REQUEST_TEXT';
export interface Retention {
  what: Kept;
  days: number;
  usualDays: number;
}
export interface Correction {
  name: string | null;
  code: string | null;
  birthDate: string | null;
}

export const isOpen = (one: Register): boolean => one.state === 'OPEN' || one.state === 'ANSWERED';

const BASE = '/api/lms/privacy';
export const texts = (signal?: AbortSignal) => get<ConsentText[]>(`${BASE}/texts`, { signal });
export const write = (purpose: string, title: string, body: string) =>
  post<ConsentText[]>(`${BASE}/texts`, { purpose, title, body });
export const end = (purpose: string) => remove(`${BASE}/texts/${purpose}`);
export const register = (signal?: AbortSignal) => get<Register[]>(`${BASE}/requests`, { signal });
export const enter = (subjectId: string, kind: RequestKind, text: string) =>
  post<Register>(`${BASE}/requests`, { subjectId, kind, text });
export const answer = (id: string, text: string, refused: boolean) =>
  post<Register>(`${BASE}/requests/${id}/answer`, { text, refused });
export const carryOut = (id: string, correction: Correction | null) =>
  post<Register>(`${BASE}/requests/${id}/carry-out`, { correction }, { timeout: 60_000 });
export const accesses = (q: string, signal?: AbortSignal) =>
  get<Access[]>(path(`${BASE}/accesses`, { q: q || null }), { signal });
export const retention = (signal?: AbortSignal) => get<Retention[]>(`${BASE}/retention`, { signal });
export const keepFor = (what: Kept, days: number) => put<Retention[]>(`${BASE}/retention/${what}`, { days });
