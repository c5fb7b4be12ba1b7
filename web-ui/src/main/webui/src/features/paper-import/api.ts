import type { ImportedQuestion, ImportRow, PaperImport } from '$api/types';
import { get, post, put } from '$lib/http';
import { upload, type UploadOptions } from '$lib/upload';

const BASE = '/api/assessment/imports';

export interface IntoBank {
  subject: string;
  grade: number;
  topic: string | null;
  paper: { title: string; minutes: number } | null;
}

export const importRows = (signal?: AbortSignal) => get<ImportRow[]>(BASE, signal ? { signal } : {});
export const importOf = (id: string, signal?: AbortSignal) =>
  get<PaperImport>(`${BASE}/${id}`, signal ? { signal } : {});
export const sendPaper = (file: File, options: UploadOptions) => upload<PaperImport>(BASE, file, options);
export const saveQuestion = (id: string, one: ImportedQuestion) =>
  put<ImportedQuestion>(`${BASE}/${id}/questions/${one.n}`, {
    content: one.content,
    meta: one.meta,
    settled: one.settled,
    dropped: one.dropped,
  });
export const intoBank = (id: string, wish: IntoBank) =>
  post<{ itemIds: string[]; paperId: string | null }>(`${BASE}/${id}/into-bank`, wish);
