import type { Material, MaterialMetadata, MaterialState, QueueRow } from '$api/types';
import { get, path, post, put } from '$lib/http';
import { upload } from '$lib/upload';

export const queue = (state: MaterialState, signal: AbortSignal) =>
  get<QueueRow[]>(path('/api/content/materials/queue', { state }), { signal });

export const send = (file: File, onProgress: (share: number) => void) =>
  upload<Material>('/api/content/materials/uploads', file, { onProgress });

export const material = (id: string, signal: AbortSignal) =>
  get<Material>(`/api/content/materials/${id}`, { signal });

export const describe = (id: string, revision: number, metadata: MaterialMetadata) =>
  put<Material>(`/api/content/materials/${id}`, { revision, metadata });

export const publish = (id: string) => post<Material>(`/api/content/materials/${id}/publish`);

export const withdraw = (id: string, reason: string) =>
  post<Material>(`/api/content/materials/${id}/withdraw`, { reason });
