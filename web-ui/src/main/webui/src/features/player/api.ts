import type { Material, PackageSave, PackageView, PackageVisit } from '$api/types';
import { get, post, put } from '$lib/http';

export const material = (id: string, signal?: AbortSignal) =>
  get<Material>(`/api/content/materials/${id}`, { signal });

export const packageOf = (file: string) => get<PackageView>(`/api/content/packages/${file}`);

export const visit = (file: string, again: boolean, lessonId: string | null) =>
  post<PackageVisit>(`/api/content/packages/${file}/visits`, { again, lessonId });

export const renew = (file: string, ticket: string) =>
  post<{ expiresAt: string }>(`/api/content/packages/${file}/visits/renewal`, { ticket });

/** While a page goes away only a little may still be on its way. */
const MOST_ON_LEAVING = 60_000;

export const save = (file: string, step: PackageSave, leaving: boolean) =>
  put<{ visit: number; seq: number }>(`/api/content/packages/${file}/attempt`, step, {
    keepalive: leaving && (step.state?.length ?? 0) < MOST_ON_LEAVING,
  });

/** Where packages are shown, as this server tells a browser that has the app open under this name. */
export const packagesAddress = async () => (await get<{ packages: string }>('/api/session')).packages;
