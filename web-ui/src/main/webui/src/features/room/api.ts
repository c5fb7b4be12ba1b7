import type { Assignment, ClassRow, Review } from '$api/types';
import type { Held, IncidentKind, Minutes, Needs, RoomPicture, Sign } from '$api/room';
import { get, getIfChanged, post, put } from '$lib/http';

const BASE = '/api/assessment';
type Asked = { signal: AbortSignal };
const room = (id: string) => `${BASE}/assignments/${id}/room`;
const sitting = (id: string) => `${BASE}/sittings/${id}`;

export const pictureOf = (id: string, etag: string | null, signal: AbortSignal) =>
  getIfChanged<RoomPicture>(room(id), etag, { signal, timeout: 8_000 });
export const assignmentOf = (id: string, { signal }: Asked) =>
  get<Assignment>(`${BASE}/assignments/${id}`, { signal });
export const classRows = ({ signal }: Asked) => get<ClassRow[]>('/api/lms/classes', { signal });

export const pause = (id: string) => post<unknown>(`${room(id)}/pause`);
export const resume = (id: string) => post<unknown>(`${room(id)}/resume`);
export const extend = (id: string, minutes: number, learnerIds: string[] | null) =>
  post<unknown>(`${room(id)}/extend`, { minutes, learnerIds }, { keepalive: true });
export const collect = (id: string, learnerIds: string[] | null) =>
  post<unknown>(`${room(id)}/collect`, { learnerIds }, { keepalive: true });
export const say = (id: string, text: string | null) => post<unknown>(`${room(id)}/message`, { text });

export const pauseOne = (id: string) => post<unknown>(`${sitting(id)}/pause`);
export const resumeOne = (id: string) => post<unknown>(`${sitting(id)}/resume`);
export const reopen = (id: string, minutes: number, reason: string) =>
  post<unknown>(`${sitting(id)}/reopen`, { minutes, reason });
export const releaseDevice = (id: string, reason: string | null) =>
  post<unknown>(`${sitting(id)}/release-device`, { reason });
export const signsOf = (id: string, { signal }: Asked) => get<Sign[]>(`${sitting(id)}/events`, { signal });
export const reviewOf = (id: string, { signal }: Asked) => get<Review>(`${sitting(id)}/review`, { signal });

export const nameWatchers = (id: string, personIds: string[]) =>
  put<unknown>(`${BASE}/assignments/${id}/invigilators`, { personIds });

export const heldOf = (id: string, { signal }: Asked) =>
  get<Held[]>(`${BASE}/assignments/${id}/held`, { signal });
export const settleHeld = (id: string, verb: 'accept' | 'reject', reason: string) =>
  post<unknown>(`${sitting(id)}/held/${verb}`, { reason }, { keepalive: true });

export const needsOf = (id: string, { signal }: Asked) =>
  get<Needs[]>(`${BASE}/assignments/${id}/needs`, { signal });
export const giveNeeds = (
  id: string,
  learnerId: string,
  wish: { extraMinutes: number; closesAt: string | null; note: string | null },
) => put<unknown>(`${BASE}/assignments/${id}/needs/${learnerId}`, { opensAt: null, attempts: null, ...wish });

export const writeIncident = (
  id: string,
  wish: { learnerId: string | null; kind: IncidentKind; text: string },
) => post<unknown>(`${BASE}/assignments/${id}/incidents`, wish);
export const minutesOf = (id: string, { signal }: Asked) =>
  get<Minutes>(`${BASE}/assignments/${id}/minutes`, { signal });

/** Names are kept by the school's part, not by the examination's. */
export async function namesOf(ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const all = await post<{ id: string; name: string }[]>('/api/lms/people/names', { ids });
  return new Map(all.map(({ id, name }) => [id, name]));
}
