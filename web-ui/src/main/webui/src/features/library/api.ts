import type { FacetName, FilePage, FilePages, Hit, Hits, Material, Suggested } from '$api/types';
import { get, isGone, path } from '$lib/http';

export type Sort = 'relevance' | 'newest' | 'title';

/** What stands in the address of the search page: it can be kept, sent and come back to. */
export interface Asked {
  q: string;
  sort: Sort | '';
  chosen: Partial<Record<FacetName, string[]>>;
}

export const FACETS = [
  'type',
  'grade',
  'subject',
  'textbookSet',
  'level',
  'licence',
  'visibility',
  'class',
  'year',
] as const satisfies readonly FacetName[];
export const SORTS: readonly Sort[] = ['relevance', 'newest', 'title'];

const isSort = (word: string | null): word is Sort => SORTS.some((sort) => sort === word);

export function read(query: URLSearchParams): Asked {
  const sort = query.get('sort');
  const chosen: Asked['chosen'] = {};
  for (const name of FACETS) {
    const values = query.getAll(name).filter((value) => value !== '');
    if (values.length > 0) chosen[name] = values;
  }
  return { q: query.get('q') ?? '', sort: isSort(sort) ? sort : '', chosen };
}

export function written(asked: Asked): URLSearchParams {
  const query = new URLSearchParams();
  if (asked.q !== '') query.set('q', asked.q);
  if (asked.sort !== '') query.set('sort', asked.sort);
  for (const name of FACETS) for (const value of asked.chosen[name] ?? []) query.append(name, value);
  return query;
}

/** Chooses a value of a facet, or drops it. */
export function toggled(asked: Asked, name: FacetName, value: string): Asked {
  const now = asked.chosen[name] ?? [];
  const then = now.includes(value) ? now.filter((one) => one !== value) : [...now, value];
  return { ...asked, chosen: { ...asked.chosen, [name]: then } };
}

const SIZE = 20;

/** Facets are counted for the first page and stay. */
export function find(asked: Asked, page: number, signal: AbortSignal) {
  const query = written(asked);
  query.set('page', String(page));
  query.set('size', String(SIZE));
  if (page > 0) query.set('facets', 'false');
  return get<Hits>(`/api/content/materials?${query.toString()}`, { signal });
}

export const suggest = (q: string, signal: AbortSignal) =>
  get<Suggested[]>(path('/api/content/materials/suggest', { q }), { signal });

export const similar = (id: string, signal: AbortSignal) =>
  get<Hit[]>(`/api/content/materials/${id}/similar`, { signal });

export const classes = (signal: AbortSignal) =>
  get<{ id: string; name: string }[]>('/api/content/classes', { signal });

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

/** The reader at the page that was found, told what to mark. */
export const readerOf = (hit: Pick<Hit, 'id' | 'pageHit' | 'fileHit'>, words: string) =>
  path(`/thu-vien/${hit.id}`, { trang: hit.pageHit, tep: hit.fileHit, tim: hit.pageHit ? words : null });
