import type { FilePage, FilePages, Hits, Material } from '$api/types';
import { get, isGone, path } from '$lib/http';

export interface Asked {
  q: string;
  subject: string;
  grade: string;
  type: string;
  licence: string;
}

export const FACETS = ['type', 'grade', 'subject', 'licence'] as const;
export type FacetName = (typeof FACETS)[number];

export const find = (asked: Asked, page: number, signal: AbortSignal) =>
  get<Hits>(path('/api/content/materials', { ...asked, page, size: 20 }), { signal });

/**
 * A lesson refers to a version and shows that one; where the reader may not see it (it was for others), the newest
 * takes its place.
 */
export async function material(id: string, version: number | null, signal: AbortSignal): Promise<Material> {
  const newest = () => get<Material>(`/api/content/materials/${id}`, { signal });
  if (version === null) return newest();
  try {
    return await get<Material>(`/api/content/materials/${id}/versions/${version}`, { signal });
  } catch (thrown) {
    if (isGone(thrown)) return newest();
    throw thrown;
  }
}

export const pagesOf = (file: string, signal: AbortSignal) =>
  get<FilePages>(`/api/content/files/${file}/pages`, { signal });

export const pageOf = (file: string, n: number, signal: AbortSignal) =>
  get<FilePage>(`/api/content/files/${file}/pages/${n}`, { signal });

export const bytesOf = (file: string) => `/api/content/files/${file}`;
