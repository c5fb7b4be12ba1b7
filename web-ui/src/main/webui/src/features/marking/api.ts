import type { Results, Review } from '$api/types';
import { get, post, put } from '$lib/http';

const BASE = '/api/assessment';

export const resultsOf = (id: string, signal?: AbortSignal) =>
  get<Results>(`${BASE}/assignments/${id}/results`, signal ? { signal } : {});
export const release = (id: string, answers: boolean) =>
  post<{ released: number }>(`${BASE}/assignments/${id}/release`, { answers });
export const reviewOf = (id: string, signal?: AbortSignal) =>
  get<Review>(`${BASE}/sittings/${id}/review`, signal ? { signal } : {});
export const giveMark = (sitting: string, slot: string, mark: number, comment: string | null) =>
  put<unknown>(`${BASE}/sittings/${sitting}/marks/${slot}`, { mark, comment });

/** Names are kept by the school's part, not by the examination's. */
export async function namesOf(ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const all = await post<{ id: string; name: string }[]>('/api/lms/people/names', { ids });
  return new Map(all.map(({ id, name }) => [id, name]));
}
