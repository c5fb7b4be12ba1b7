import type { Competency } from '$api/types';

export interface Step {
  level: number;
  code: string;
  /** 1 to 5: how deep the square is coloured. */
  tint: number;
}

const ROWS = 5;

/** The levels a pupil is shown: up to one above his target, five at most, the lowest first. */
export function scaleOf(competency: Pick<Competency, 'levels' | 'target'>): Step[] {
  const top = Math.min(competency.target.level + 1, Math.max(...competency.levels.map((one) => one.level)));
  const bottom = Math.max(1, top - ROWS + 1);
  return competency.levels
    .filter((one) => one.level >= bottom && one.level <= top)
    .sort((a, b) => a.level - b.level)
    .map((one) => ({ ...one, tint: Math.max(1, ROWS - (competency.target.level + 1 - one.level)) }));
}
