import type { Agreement } from '$api/types';

/** Pairs of marks in three heaps that do not overlap: the service counts the same mark among those within. */
export interface Heaps {
  exact: number;
  within: number;
  beyond: number;
}

export const heapsOf = ({ pairs, exact, within }: Agreement): Heaps => ({
  exact,
  within: within - exact,
  beyond: pairs - within,
});

/** How far kappa can be trusted: the usual reading of Landis and Koch, in three steps. */
export const gradeOf = (kappa: number): 'good' | 'fair' | 'weak' =>
  kappa >= 0.6 ? 'good' : kappa >= 0.4 ? 'fair' : 'weak';

/** Which marking is the higher one. Less than a hundredth of a point is neither. */
export const higherOf = (meanDifference: number): 'first' | 'second' | 'none' =>
  Math.abs(meanDifference) < 0.005 ? 'none' : meanDifference > 0 ? 'first' : 'second';

/** A number as it is typed in Vietnam or elsewhere, within its limits and with so many decimals; else undefined. */
export function numberFrom(typed: string, most: number, decimals: number): number | undefined {
  const clean = typed.trim().replace(',', '.');
  const form = decimals === 0 ? /^\d+$/ : new RegExp(`^\\d+(\\.\\d{1,${decimals}})?$`);
  return form.test(clean) && Number(clean) <= most ? Number(clean) : undefined;
}
