import type {
  BulkOutcome,
  Combination,
  FileKind,
  GivenClass,
  Licence,
  Material,
  MaterialMetadata,
  MaterialState,
  QueueRow,
  RelationKind,
  Relations,
  MaterialReview,
  ReviewCounts,
  ShelfCounts,
  TextbookSet,
  VersionEntry,
  Visibility,
} from '$api/types';
import { get, path, post, put } from '$lib/http';
import { upload } from '$lib/upload';

const BASE = '/api/content/materials';

export const queue = (state: MaterialState, signal: AbortSignal, page = 0) =>
  get<QueueRow[]>(path(`${BASE}/queue`, { state, page }), { signal });

export const shelfCounts = (signal: AbortSignal) => get<ShelfCounts>(`${BASE}/queue/counts`, { signal });

export const send = (file: File, onProgress: (share: number) => void) =>
  upload<Material>(`${BASE}/uploads`, file, { onProgress });

export const material = (id: string, signal: AbortSignal) => get<Material>(`${BASE}/${id}`, { signal });

export const describe = (id: string, revision: number, metadata: MaterialMetadata) =>
  put<Material>(`${BASE}/${id}`, { revision, metadata });

export const publish = (id: string, note: string) =>
  post<Material>(path(`${BASE}/${id}/publish`, { note: note === '' ? null : note }));

export const submit = (id: string, note: string) => post<unknown>(`${BASE}/${id}/review/submit`, { note });

export const recall = (id: string) => post<unknown>(`${BASE}/${id}/review/recall`);

export const withdraw = (id: string, reason: string) => post<Material>(`${BASE}/${id}/withdraw`, { reason });

export const restore = (id: string) => post<Material>(`${BASE}/${id}/restore`);

export const reviewCounts = (signal: AbortSignal) =>
  get<ReviewCounts>('/api/content/review/counts', { signal });

/** Null where the school reviews nothing, or this was never submitted. */
export const reviewOf = (id: string, signal: AbortSignal) =>
  get<MaterialReview>(`${BASE}/${id}/review`, { signal });

export const classes = (signal: AbortSignal) => get<GivenClass[]>('/api/content/classes', { signal });

export const arrange = (id: string, files: { id: string; kind: FileKind; language: string | null }[]) =>
  put<Material>(`${BASE}/${id}/files`, {
    files: files.map((file) => ({ id: file.id, kind: file.kind, language: file.language })),
  });

export const versions = (id: string, signal: AbortSignal) =>
  get<VersionEntry[]>(`${BASE}/${id}/versions`, { signal });

export const relations = (id: string, signal: AbortSignal) =>
  get<Relations>(`${BASE}/${id}/relations`, { signal });

export const relate = (
  id: string,
  asked: { kind: RelationKind; materialId: string; version: number | null }[],
) => put<Relations>(`${BASE}/${id}/relations`, { relations: asked });

export const combine = (materialIds: string[], signal: AbortSignal) =>
  post<Combination>('/api/content/licences/combine', { materialIds, use: 'ADAPTED' }, { signal });

/** What many drafts are to say alike; what is left out stays as it is. */
export interface BulkChange {
  type?: string;
  subject?: string;
  grades?: number[];
  textbookSet?: TextbookSet;
  author?: string;
  licence?: Licence;
  visibility?: Visibility;
  classIds?: string[];
}

export const changeAll = (ids: string[], change: BulkChange) =>
  post<BulkOutcome>(`${BASE}/edits`, { ids, ...change });

export const undoChange = (undo: string) => post<BulkOutcome>(`${BASE}/edits/undo`, { undo });

export const publishAll = (ids: string[]) => post<BulkOutcome>(`${BASE}/edits/publish`, { ids });
