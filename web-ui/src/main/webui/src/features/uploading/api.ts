import type { BulkList, Incoming, Ingest, Material, StepName } from '$api/types';
import { get, post, remove } from '$lib/http';
import { upload } from '$lib/upload';

export const ingest = (signal: AbortSignal) => get<Ingest>('/api/content/ingest', { signal });

export const unfinished = (signal: AbortSignal) => get<Incoming[]>('/api/content/uploads', { signal });

export const incoming = (id: string) => get<Incoming>(`/api/content/uploads/${id}`);

export const giveUp = (id: string) => remove<undefined>(`/api/content/uploads/${id}`);

export const fromLink = (url: string) => post<Incoming>('/api/content/materials/from-link', { url });

export const material = (id: string) => get<Material>(`/api/content/materials/${id}`);

export const retry = (fileId: string, step: StepName) =>
  post<Material>(`/api/content/files/${fileId}/steps/${step}/retry`);

export const template = '/api/content/materials/bulk/template';

export const previewList = (sheet: File, zip: File | undefined, onProgress: (share: number) => void) =>
  upload<BulkList>('/api/content/materials/bulk', sheet, {
    as: 'sheet',
    parts: zip ? { zip } : {},
    onProgress,
  });

export const list = (id: string) => get<BulkList>(`/api/content/materials/bulk/${id}`);

export const applyList = (id: string) => post<BulkList>(`/api/content/materials/bulk/${id}/apply`);
