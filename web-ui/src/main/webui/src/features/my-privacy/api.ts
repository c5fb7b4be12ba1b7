import { get, path, post, remove } from '$lib/http';

export type Use = 'MAIL' | 'RECORDINGS';
export type RequestKind = 'EXPORT' | 'CORRECTION' | 'ERASURE' | 'STOP';
export interface Standing {
  text: { id: string; purpose: string; version: number; title: string; body: string; uses: Use[] };
  needed: { own: boolean; guardian: boolean };
  own: boolean;
  guardian: boolean;
  given: boolean;
  mine: boolean;
}
export interface MyRequest {
  id: string;
  kind: RequestKind;
  text: string;
  askedAt: string;
  answerBy: string;
  state: 'OPEN' | 'ANSWERED' | 'DONE' | 'REFUSED';
  answer: string | null;
  exportId: string | null;
}
export interface MyPrivacy {
  subjectId: string;
  name: string;
  acts: boolean;
  consents: Standing[];
  requests: MyRequest[];
  /** What the data is not used for. */
  off: Use[];
}
export interface Look {
  at: string;
  reader: string;
  what: string;
}
export interface MyChild {
  id: string;
  name: string;
  className: string | null;
  relation: string | null;
  accepted: boolean;
  homeroomTeacher: string | null;
}

const BASE = '/api/lms/my/privacy';
export const children = (signal?: AbortSignal) => get<MyChild[]>('/api/lms/my/children', { signal });
export const accept = (child: string) => post<MyChild[]>(`/api/lms/my/children/${child}/acceptance`);
export const mine = (child: string | null, signal?: AbortSignal) =>
  get<MyPrivacy>(path(BASE, { child }), { signal });
export const looks = (child: string | null, signal?: AbortSignal) =>
  get<Look[]>(path(`${BASE}/looks`, { child }), { signal });
export const give = (textId: string, child: string | null) =>
  post<MyPrivacy>(`${BASE}/consents`, { textId, child });
export const withdraw = (textId: string, child: string | null) =>
  remove<MyPrivacy>(path(`${BASE}/consents/${textId}`, { child }));
export const ask = (kind: RequestKind, text: string, child: string | null) =>
  post<MyPrivacy>(`${BASE}/requests`, { kind, text, child });
