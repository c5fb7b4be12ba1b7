import type { Hit, Hits, MaterialRef, MaterialStanding } from '$api/types';
import { get, path } from './http';

export const refOf = ({ id: materialId, version, title }: Hit): MaterialRef => ({
  materialId,
  version,
  title,
});

/** For choosing one while typing; without words, the newest. */
export const findMaterials = (q: string, signal: AbortSignal) =>
  get<Hits>(path('/api/content/materials', { q, size: 8, facets: false }), { signal }).then(
    (found) => found.hits,
  );

/** How materials stand now that are shown elsewhere; those that the reader may not see are left out. */
export async function standingsOf(ids: readonly string[], signal: AbortSignal): Promise<MaterialStanding[]> {
  if (ids.length === 0) return [];
  const asked = new URLSearchParams(ids.map((id) => ['id', id]));
  return get<MaterialStanding[]>(`/api/content/materials/standing?${asked.toString()}`, { signal });
}

/** The version to take instead of the one chosen, if there is one. */
export function newerThan(
  chosen: { version: number },
  standing: MaterialStanding | undefined,
): (MaterialStanding & { newest: number }) | undefined {
  if (standing?.state !== 'PUBLISHED' || standing.newest === null) return undefined;
  return standing.newest > chosen.version ? { ...standing, newest: standing.newest } : undefined;
}
