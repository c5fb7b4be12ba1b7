import type { Criterion } from '$api/types';

/** Four levels, as the Ministry's general scale has them: good, fair, pass, not yet. */
export const LEVEL_SHARES = [1, 0.75, 0.5, 0] as const;

/** A criterion with a name of its own among its neighbours. */
export function emptyCriterion(beside: readonly Criterion[]): Criterion {
  let n = beside.length + 1;
  while (beside.some((one) => one.id === `c${n}`)) n += 1;
  return { id: `c${n}`, title: '', points: 1, levels: null };
}

/** What was typed as a percentage, as a share. */
export function shareFrom(text: string): number | undefined {
  const percent = Number(text.replace('%', '').replace(',', '.').trim());
  return text.trim() !== '' && percent >= 0 && percent <= 100 ? Math.round(percent) / 100 : undefined;
}
