import type { Framework, Indicator } from '$api/types';
import { get, path } from './http';

/** The competence framework hardly ever changes: asked for once a visit. */
export const frameworkQuery = {
  queryKey: ['framework'],
  queryFn: ({ signal }: { signal: AbortSignal }) => get<Framework>('/api/lms/framework', { signal }),
  staleTime: Infinity,
};

export function findIndicators(
  query: { levelCode?: string | undefined; competence?: string | undefined; q?: string | undefined },
  signal?: AbortSignal,
): Promise<Indicator[]> {
  return get<Indicator[]>(path('/api/lms/framework/indicators', query), signal ? { signal } : {});
}

/** TC2 for grade 8 */
export function targetOf(framework: Framework | undefined, grade: number | null): string | undefined {
  return framework?.gradeTargets.find((one) => one.grade === grade)?.levelCode;
}
