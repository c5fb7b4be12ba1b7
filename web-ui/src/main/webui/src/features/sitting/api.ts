import type { Acked, AnswerStep, MyAssignment, Opening, SittingResult } from '$api/types';
import { get, post, put } from '$lib/http';

const BASE = '/api/assessment';

/** Opens the sitting, or gives the one that is open. The server's clock starts with the first call. */
export const open = (assignmentId: string) => post<Opening>(`${BASE}/assignments/${assignmentId}/sittings`);

export const reopen = (sittingId: string) => get<Opening>(`${BASE}/sittings/${sittingId}`);

export const send = (sittingId: string, steps: AnswerStep[]) =>
  put<Acked>(`${BASE}/sittings/${sittingId}/answers`, { steps }, { timeout: 15_000 });

export const handIn = (sittingId: string, seq: number) =>
  post<{ handedInAt: string }>(`${BASE}/sittings/${sittingId}/hand-in`, { seq }, { timeout: 20_000 });

export const mine = (signal?: AbortSignal) => get<MyAssignment[]>(`${BASE}/my/assignments`, { signal });

export const resultOf = (sittingId: string, signal?: AbortSignal) =>
  get<SittingResult>(`${BASE}/sittings/${sittingId}/result`, { signal });
