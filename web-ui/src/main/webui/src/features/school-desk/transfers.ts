import { get, post } from '$lib/http';

/** Another school of this server: what it is called and where it is. */
export interface OtherSchool {
  id: string;
  name: string;
  commune: string;
}
export type TransferState = 'WAITING' | 'WITHDRAWN' | 'DECLINED' | 'ENDED' | 'TAKEN';
interface Transfer {
  id: string;
  name: string;
  className: string | null;
  state: TransferState;
  offeredAt: string;
  endsAt: string;
  settledAt: string | null;
}
export interface Leaving extends Transfer {
  personId: string;
  to: OtherSchool;
  /** Why it was declined. */
  reason: string | null;
}
export interface Arriving extends Transfer {
  birthDate: string | null;
  code: string | null;
  grade: number | null;
  from: OtherSchool;
  /** Here, once taken. */
  personId: string | null;
}
/** An account that was opened, to be handed over on paper. */
export interface Slip {
  personId: string;
  name: string;
  username: string;
  firstPassword: string;
}

const BASE = '/api/lms/pupil-transfers';
export const otherSchools = (signal?: AbortSignal) => get<OtherSchool[]>(`${BASE}/schools`, { signal });
export const leaving = (signal?: AbortSignal) => get<Leaving[]>(`${BASE}/leaving`, { signal });
export const arriving = (signal?: AbortSignal) => get<Arriving[]>(`${BASE}/arriving`, { signal });
export const offer = (personId: string, schoolId: string) => post<Leaving>(BASE, { personId, schoolId });
export const withdraw = (id: string) => post<Leaving>(`${BASE}/${id}/withdrawal`);
export const decline = (id: string, reason: string) => post<undefined>(`${BASE}/${id}/refusal`, { reason });
export const take = (id: string, classId: string) =>
  post<{ personId: string; slips: Slip[] }>(`${BASE}/${id}/arrival`, { classId }, { timeout: 60_000 });
