import type { LessonReview, LessonRoad, WaitingLesson } from '$api/types';
import { get, post, put } from '$lib/http';

const BASE = '/api/lms/lesson-reviews';
type Asked = { signal: AbortSignal };

export const waitingLessons = ({ signal }: Asked) => get<WaitingLesson[]>(BASE, { signal });
export const roadOf = ({ signal }: Asked) => get<{ road: LessonRoad }>(`${BASE}/setting`, { signal });
export const chooseRoad = (road: LessonRoad) => put<unknown>(`${BASE}/setting`, { road });
export const reviewOf = (id: string, { signal }: Asked) => get<LessonReview>(`${BASE}/${id}`, { signal });
export const say = (id: string, block: string | null, text: string) =>
  post<unknown>(`${BASE}/${id}/remarks`, { block, text });
export const decide = (id: string, reason: string | null) =>
  post<unknown>(`${BASE}/${id}/decision`, { reason });
