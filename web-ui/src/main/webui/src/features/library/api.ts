import type { FilePage, FilePages, Hits, Material } from '$api/types';
import { get, path } from '$lib/http';

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

export const material = (id: string, signal: AbortSignal) =>
  get<Material>(`/api/content/materials/${id}`, { signal });

export const pagesOf = (file: string, signal: AbortSignal) =>
  get<FilePages>(`/api/content/files/${file}/pages`, { signal });

export const pageOf = (file: string, n: number, signal: AbortSignal) =>
  get<FilePage>(`/api/content/files/${file}/pages/${n}`, { signal });

export const bytesOf = (file: string) => `/api/content/files/${file}`;
