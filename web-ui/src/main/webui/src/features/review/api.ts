import type {
  FilePage,
  Material,
  MaterialReview,
  ReviewCounts,
  ReviewPoint,
  ReviewRow,
  ReviewShelf,
  Road,
} from '$api/types';
import { get, path, post, put } from '$lib/http';

const MATERIALS = '/api/content/materials';

export const counts = (signal: AbortSignal) => get<ReviewCounts>('/api/content/review/counts', { signal });
export const queue = (shelf: ReviewShelf, signal: AbortSignal) =>
  get<ReviewRow[]>(path('/api/content/review/queue', { shelf }), { signal });

export const reviewOf = (id: string, signal: AbortSignal) =>
  get<MaterialReview>(`${MATERIALS}/${id}/review`, { signal });
export const material = (id: string, signal: AbortSignal) => get<Material>(`${MATERIALS}/${id}`, { signal });
export const pageOf = (file: string, n: number, signal: AbortSignal) =>
  get<FilePage>(`/api/content/files/${file}/pages/${n}`, { signal });

export const approve = (id: string, note: string) =>
  post<MaterialReview>(`${MATERIALS}/${id}/review/approve`, { note });
export const giveBack = (id: string, reason: string) =>
  post<MaterialReview>(`${MATERIALS}/${id}/review/return`, { reason });
export const recall = (id: string) => post<MaterialReview>(`${MATERIALS}/${id}/review/recall`);
export const tick = (id: string, point: ReviewPoint, ticked: boolean) =>
  put<MaterialReview>(`${MATERIALS}/${id}/review/checklist/${point}`, { ticked });

export interface Saying {
  text: string;
  fileId: string | null;
  page: number | null;
  field: string | null;
}
export const say = (id: string, saying: Saying) =>
  post<MaterialReview>(`${MATERIALS}/${id}/review/comments`, saying);
export const resolve = (id: string, comment: string) =>
  post<MaterialReview>(`${MATERIALS}/${id}/review/comments/${comment}/resolve`);

export interface Group {
  subject: string;
  reviewers: string[];
}
export const groups = (signal: AbortSignal) => get<Group[]>('/api/content/review/groups', { signal });
export const nameGroup = (subject: string, reviewers: string[]) =>
  put<Group[]>(`/api/content/review/groups/${subject}`, { reviewers });
export const setRoad = (road: Road) => put<{ road: Road }>('/api/content/review/settings', { road });

export const teachers = (signal: AbortSignal) =>
  get<{ id: string; name: string }[]>(path('/api/lms/people', { role: 'TEACHER' }), { signal });

/** Names are kept by the school's part, not by the library. */
export async function namesOf(ids: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const all = await post<{ id: string; name: string }[]>('/api/lms/people/names', { ids: wanted });
  return new Map(all.map(({ id, name }) => [id, name]));
}
