import type {
  Assignment,
  CoursePage,
  Draft,
  DraftAnswer,
  DraftChange,
  LessonReview,
  LessonRoad,
  Media,
} from '$api/types';
import { get, type Options, post, remove } from '$lib/http';
import { upload, type UploadOptions } from '$lib/upload';

const LESSONS = '/api/lms/lessons';
type Asked = { signal: AbortSignal };

export const draftOf = (id: string, signal?: AbortSignal) =>
  get<Draft>(`${LESSONS}/${id}/draft`, signal ? { signal } : {});
/** Sends what was touched, and brings what others wrote. */
export const sendChange = (id: string, change: DraftChange, options: Options = {}) =>
  post<DraftAnswer>(`${LESSONS}/${id}/draft/changes`, change, { timeout: 15_000, ...options });
export const publishDraft = (id: string, revision: number) =>
  post<{ version: number; publishedAt: string }>(`${LESSONS}/${id}/publish`, { revision });
export const courseOf = (id: string, { signal }: Asked) =>
  get<CoursePage>(`/api/lms/courses/${id}`, { signal });
export const sendPicture = (file: File, options: UploadOptions) =>
  upload<Media>('/api/lms/media', file, options);
export const assignmentsOf = ({ signal }: Asked) =>
  get<Assignment[]>('/api/assessment/assignments', { signal });
/** How lessons come to pupils in this school, and how this one stands on the way. */
export const roadOf = ({ signal }: Asked) =>
  get<{ road: LessonRoad }>('/api/lms/lesson-reviews/setting', { signal });
export const reviewsOf = (lesson: string, { signal }: Asked) =>
  get<LessonReview[]>(`${LESSONS}/${lesson}/reviews`, { signal });
export const handIn = (lesson: string, revision: number) =>
  post<{ id: string }>(`${LESSONS}/${lesson}/reviews`, { revision });
export const withdraw = (review: string) => remove<unknown>(`/api/lms/lesson-reviews/${review}`);
