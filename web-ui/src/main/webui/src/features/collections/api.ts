import type { CollectionEntry, CollectionKind, CollectionView, GivenClass, Visibility } from '$api/types';
import { get, post, put, remove } from '$lib/http';

const BASE = '/api/content/collections';

export interface Face {
  title: string;
  description: string;
  visibility: Visibility;
  classIds: string[];
}

export const all = (signal: AbortSignal) => get<CollectionEntry[]>(BASE, { signal });
export const one = (id: string, signal: AbortSignal) => get<CollectionView>(`${BASE}/${id}`, { signal });
export const start = (kind: CollectionKind, face: Face, parentId: string | null) =>
  post<CollectionView>(BASE, { kind, ...face, parentId });
export const change = (id: string, revision: number, face: Face) =>
  put<CollectionView>(`${BASE}/${id}`, { revision, ...face });
export const arrange = (id: string, revision: number, items: { materialId: string; note: string }[]) =>
  put<CollectionView>(`${BASE}/${id}/items`, { revision, items });
export const drop = (id: string) => remove<unknown>(`${BASE}/${id}`);
export const order = (ids: string[]) => put<unknown>(`${BASE}/order`, { ids });

export const classes = (signal: AbortSignal) => get<GivenClass[]>('/api/content/classes', { signal });
