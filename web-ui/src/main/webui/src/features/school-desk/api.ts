import type { Role } from '$api/types';
import { get, post, put, remove } from '$lib/http';

export interface Term {
  number: number;
  startsOn: string;
  endsOn: string;
}
export interface Year {
  id: string;
  name: string;
  startsOn: string;
  endsOn: string;
  current: boolean;
  terms: Term[];
}
export interface ClassLine {
  id: string;
  name: string;
  grade: number;
  students: number;
  homeroomTeacher: { id: string; name: string } | null;
}
export interface Group {
  id: string;
  name: string;
  subjects: string[];
  leaderId: string | null;
  members: { id: string; name: string }[];
}
export interface Teaching {
  id: string;
  classId: string;
  className: string;
  teacherId: string;
  teacherName: string;
  subject: string;
  term: number | null;
  startsOn: string;
}
export interface SheetRow {
  sheetRow: number;
  verdict: 'NEW' | 'UNCHANGED' | 'REJECTED';
  className: string;
  subject: string;
  teacher: string;
  term: number | null;
  reasons: { column: string; slug: string; title: string }[];
}
export interface SheetView {
  applied: boolean;
  rows: SheetRow[];
}
export interface Tie {
  id: string;
  name: string;
  username: string;
  relation: string | null;
  acceptedAt: string | null;
}
export interface PersonView {
  id: string;
  name: string;
  username: string;
  roles: Role[];
  roleTerms: { role: Role; startsOn: string; endsOn: string | null; held: boolean; over: boolean }[];
  leftOn: string | null;
  guardians: Tie[];
  children: Tie[];
  stays: { classId: string; className: string; from: string; until: string | null }[];
}
export type Decision = 'PROMOTE' | 'REPEAT' | 'FINISH' | 'LEAVE';
export interface RolloverBrief {
  id: string;
  state: 'DRAFT' | 'APPLIED' | 'CONFIRMED';
  fromYear: string;
  toYear: string;
  madeAt: string;
  appliedAt: string | null;
}
export type YearStanding = 'GOES_UP' | 'MAY_MAKE_GOOD' | 'STAYS' | 'PRINCIPAL_DECIDES' | 'UNKNOWN';
export interface RolloverPupil {
  personId: string;
  name: string;
  decision: Decision;
  toName: string | null;
  standing: YearStanding;
  /** The sentences that the proposal rests on. */
  why: string[];
  proposed: Decision;
  /** Why it was decided otherwise; null if it is as proposed. */
  reason: string | null;
}
export interface RolloverView {
  rollover: RolloverBrief;
  classes: {
    id: string;
    name: string;
    grade: number;
    pupils: RolloverPupil[];
  }[];
  counts: Partial<Record<Decision, number>>;
  standings: Partial<Record<YearStanding, number>>;
}

const BASE = '/api/lms';
export const years = (signal?: AbortSignal) => get<Year[]>(`${BASE}/school-years`, { signal });
export const setTerms = (year: string, terms: Term[]) =>
  put<Year>(`${BASE}/school-years/${year}/terms`, { terms });
export const classesOf = (year: string, signal?: AbortSignal) =>
  get<ClassLine[]>(`${BASE}/school-years/${year}/classes`, { signal });
export const openClass = (name: string, grade: number) => post(`${BASE}/classes`, { name, grade });
export const changeClass = (id: string, name: string, homeroomTeacherId: string | null) =>
  put(`${BASE}/classes/${id}`, { name, homeroomTeacherId });
export const groups = (signal?: AbortSignal) => get<Group[]>(`${BASE}/subject-groups`, { signal });
export const keepGroup = (id: string | null, form: unknown) =>
  id === null
    ? post<Group>(`${BASE}/subject-groups`, form)
    : put<Group>(`${BASE}/subject-groups/${id}`, form);
export const removeGroup = (id: string) => remove(`${BASE}/subject-groups/${id}`);
export const teachings = (signal?: AbortSignal) => get<Teaching[]>(`${BASE}/teachings`, { signal });
export const assign = (form: unknown) => post<Teaching>(`${BASE}/teachings`, form);
export const endTeaching = (id: string) => remove(`${BASE}/teachings/${id}`);
export const person = (id: string, signal?: AbortSignal) =>
  get<PersonView>(`${BASE}/person-files/${id}`, { signal });
export const giveRole = (id: string, role: Role, startsOn: string, endsOn: string | null) =>
  put<PersonView>(`${BASE}/person-files/${id}/roles/${role}`, { startsOn, endsOn });
export const link = (child: string, guardian: string, relation: string) =>
  put<PersonView>(`${BASE}/person-files/${child}/guardians/${guardian}`, { relation });
export const unlink = (child: string, guardian: string) =>
  remove<PersonView>(`${BASE}/person-files/${child}/guardians/${guardian}`);
export const transfer = (id: string, classId: string, on: string) =>
  post<PersonView>(`${BASE}/person-files/${id}/transfer`, { classId, on });
export const depart = (id: string, on: string) =>
  post<PersonView>(`${BASE}/person-files/${id}/departure`, { on });
export const renewPassword = (id: string) =>
  post<{ username: string; firstPassword: string }>(`${BASE}/person-files/${id}/first-password`);
export const rollovers = (signal?: AbortSignal) => get<RolloverBrief[]>(`${BASE}/rollovers`, { signal });
export const rollover = (id: string, signal?: AbortSignal) =>
  get<RolloverView>(`${BASE}/rollovers/${id}`, { signal });
export const propose = (fromYearId: string) => post<RolloverView>(`${BASE}/rollovers`, { fromYearId });
export interface Deciding {
  personIds: string[];
  decision: Decision;
  toName?: string;
  reason?: string;
}
export const decide = (id: string, deciding: Deciding) =>
  put<RolloverView>(`${BASE}/rollovers/${id}/moves`, deciding);
export const proposeAgain = (id: string) =>
  post<RolloverView>(`${BASE}/rollovers/${id}/proposals`, undefined, { timeout: 60_000 });
export const step = (id: string, what: 'apply' | 'undo' | 'confirm') =>
  post<RolloverView>(`${BASE}/rollovers/${id}/${what}`, undefined, { timeout: 120_000 });
export const throwAway = (id: string) => remove(`${BASE}/rollovers/${id}`);

/** Today as a day, the way date fields want it. */
export const today = () =>
  new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
