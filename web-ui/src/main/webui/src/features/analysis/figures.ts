import type { ItemFigures, PaperFigures } from '$api/types';
import { number } from '$lib/format';

export type Column = 'number' | 'facility' | 'discriminationIndex' | 'itemRest' | 'efficiency' | 'time';

const VALUE: Record<Column, (item: ItemFigures) => number | null> = {
  number: (item) => item.number,
  facility: (item) => item.facility,
  discriminationIndex: (item) => item.discriminationIndex,
  itemRest: (item) => item.itemRest,
  efficiency: (item) => item.discriminativeEfficiency,
  time: (item) => item.medianSeconds,
};

/** By one column; what has no figure stands last, whichever way it goes. */
export function sorted(items: readonly ItemFigures[], by: Column, down: boolean): ItemFigures[] {
  const value = VALUE[by];
  return [...items].sort((a, b) => {
    const x = value(a);
    const y = value(b);
    if (x === null || y === null) return x === y ? a.number - b.number : x === null ? 1 : -1;
    return (down ? y - x : x - y) || a.number - b.number;
  });
}

/** Those to look at: what is probably wrong first. */
export function suspects(items: readonly ItemFigures[]): ItemFigures[] {
  const wrong = (item: ItemFigures) => (item.flags.some((flag) => flag.severity === 'WRONG') ? 0 : 1);
  return items
    .filter((item) => item.flags.length > 0)
    .sort((a, b) => wrong(a) - wrong(b) || a.number - b.number);
}

/** KR-20 where every question is right or wrong, else alpha. */
export const reliabilityOf = (paper: PaperFigures): number | null => paper.kr20 ?? paper.alpha;

export type Grade = 'good' | 'fair' | 'weak';

export const reliabilityGrade = (value: number): Grade =>
  value >= 0.8 ? 'good' : value >= 0.6 ? 'fair' : 'weak';

/** Ebel's bands for the discrimination of a question. */
export const discriminationGrade = (value: number): Grade =>
  value >= 0.3 ? 'good' : value >= 0.2 ? 'fair' : 'weak';

export type Ease = 'easy' | 'middle' | 'hard';

export const easeOf = (facility: number): Ease =>
  facility >= 0.8 ? 'easy' : facility >= 0.3 ? 'middle' : 'hard';

/** How many of each third chose it, against all of that third. */
export function shareOf(count: number, learners: number): number {
  return learners > 0 ? Math.min(1, count / learners) : 0;
}

/** 0,42 – or a dash when there is none. */
export const figure = (value: number | null, decimals = 2): string =>
  value === null ? '–' : number(value, decimals).replace('-', '−');

/** 1:05 for 65 seconds. */
export const minutes = (seconds: number | null): string =>
  seconds === null
    ? '–'
    : `${Math.floor(Math.round(seconds) / 60)}:${String(Math.round(seconds) % 60).padStart(2, '0')}`;
