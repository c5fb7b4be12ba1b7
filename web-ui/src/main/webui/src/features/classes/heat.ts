import type { ClassCompetency } from '$api/types';

type Competence = ClassCompetency['competences'][number];

/** How many have reached the target, competence by competence. */
export function reachedBy(map: ClassCompetency): Map<string, number> {
  return new Map(
    map.competences.map(({ code }) => [code, map.students.filter((one) => one.cells[code]?.met).length]),
  );
}

/** The competence that most still lack; the first of them where several are alike. */
export function mostLacking(map: ClassCompetency): { competence: Competence; lacking: number } | undefined {
  const reached = reachedBy(map);
  const lacking = (one: Competence) => map.students.length - (reached.get(one.code) ?? 0);
  const first = [...map.competences].sort((a, b) => lacking(b) - lacking(a))[0];
  return first && lacking(first) > 0 ? { competence: first, lacking: lacking(first) } : undefined;
}

/** The colour of a square: 4 is the target, 5 is beyond it, and the steps below lead up to it. */
export function stepOf(level: number, target: number): number {
  if (level <= 0) return 0;
  if (level > target) return 5;
  return level === target ? 4 : Math.max(1, 4 - (target - level));
}
