import type {
  Acked,
  AnswerStep,
  Beat,
  BeatAnswer,
  Checked,
  MyAssignment,
  MyReview,
  Opening,
  OpeningWish,
  SittingResult,
} from '$api/types';
import { get, post, put } from '$lib/http';

const BASE = '/api/assessment';

/** Opens the sitting, or gives the one that is open. The server's clock starts with the first call. */
export const open = (assignmentId: string, wish: OpeningWish) =>
  post<Opening>(`${BASE}/assignments/${assignmentId}/sittings`, wish);

export const reopen = (sittingId: string) => get<Opening>(`${BASE}/sittings/${sittingId}`);

/** `now` is by the same clock as the steps' `typedAt`. */
export const send = (sittingId: string, device: string, now: string, steps: AnswerStep[]) =>
  put<Acked>(`${BASE}/sittings/${sittingId}/answers`, { device, now, steps }, { timeout: 15_000 });

export const handIn = (sittingId: string, seq: number) =>
  post<{ handedInAt: string }>(`${BASE}/sittings/${sittingId}/hand-in`, { seq }, { timeout: 20_000 });

/** `last` when the page is going away: then nobody waits for the answer. */
export const beat = (sittingId: string, said: Beat, last = false) =>
  post<BeatAnswer>(`${BASE}/sittings/${sittingId}/beat`, said, { timeout: 9_000, keepalive: last });

export const check = (sittingId: string, slot: string) =>
  post<Checked>(`${BASE}/sittings/${sittingId}/check`, { slot });

export const mine = (signal?: AbortSignal) => get<MyAssignment[]>(`${BASE}/my/assignments`, { signal });

export const resultOf = (sittingId: string, signal?: AbortSignal) =>
  get<SittingResult>(`${BASE}/sittings/${sittingId}/result`, { signal });

/** Asks for a mark to be looked at again: phúc khảo. */
export const askReview = (sittingId: string, slot: string | null, text: string) =>
  post<MyReview>(`${BASE}/sittings/${sittingId}/review-requests`, { slot, text });
