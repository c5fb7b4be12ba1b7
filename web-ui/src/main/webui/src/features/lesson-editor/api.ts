import type { Assignment, Block, CoursePage, Draft, Media } from '$api/types';
import { get, post, put } from '$lib/http';
import { upload, type UploadOptions } from '$lib/upload';

export interface DraftChange {
  revision: number;
  title: string;
  summary: string;
  minutes: number;
  blocks: Block[];
  indicators: string[];
}

const LESSONS = '/api/lms/lessons';
type Asked = { signal: AbortSignal };

export const draftOf = (id: string, signal?: AbortSignal) =>
  get<Draft>(`${LESSONS}/${id}/draft`, signal ? { signal } : {});
export const saveDraft = (id: string, change: DraftChange) =>
  put<{ revision: number; savedAt: string }>(`${LESSONS}/${id}/draft`, change);
export const publishDraft = (id: string, revision: number) =>
  post<{ version: number; publishedAt: string }>(`${LESSONS}/${id}/publish`, { revision });
export const courseOf = (id: string, { signal }: Asked) =>
  get<CoursePage>(`/api/lms/courses/${id}`, { signal });
export const sendPicture = (file: File, options: UploadOptions) =>
  upload<Media>('/api/lms/media', file, options);
export const assignmentsOf = ({ signal }: Asked) =>
  get<Assignment[]>('/api/assessment/assignments', { signal });
