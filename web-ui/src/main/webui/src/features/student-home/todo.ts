import type { DueItem, MyAssignment } from '$api/types';

const ORDER = { TAKING: 0, OPEN: 0, NOT_OPEN: 0, MISSED: 1, HANDED_IN: 2, RELEASED: 3 } as const;
const WEEK = 7 * 86_400_000;

/** What a pupil has to do, the most pressing first; missed work stays for a week, then it is let go. */
export function todo(all: readonly MyAssignment[], now: number): MyAssignment[] {
  return all
    .filter((one) => one.state !== 'RELEASED')
    .filter((one) => one.state !== 'MISSED' || now - new Date(one.closesAt).getTime() < WEEK)
    .sort((a, b) => ORDER[a.state] - ORDER[b.state] || moment(a) - moment(b));
}

/** What was begun and has a clock comes before any lesson; practice can wait. */
export const pressing = (all: readonly MyAssignment[]): MyAssignment | undefined =>
  all.find((one) => one.state === 'TAKING' && one.mode !== 'PRACTICE' && one.mode !== 'HOMEWORK') ??
  all.find((one) => one.state === 'TAKING' && one.mode !== 'PRACTICE');

/** Marks that came lately, newest first. */
export function marked(all: readonly MyAssignment[]): MyAssignment[] {
  return all
    .filter((one) => one.state === 'RELEASED' && one.mark !== null)
    .sort((a, b) => new Date(b.closesAt).getTime() - new Date(a.closesAt).getTime());
}

export type Row = MyAssignment | DueItem;

/** Papers together with the lessons and tasks that have an end: what is late and can still be done comes first. */
export function all(papers: readonly MyAssignment[], due: readonly DueItem[], now: number): Row[] {
  const late = due.filter((one) => moment(one) < now).sort((a, b) => moment(a) - moment(b));
  const open = [
    ...papers.filter((one) => ORDER[one.state] === 0),
    ...due.filter((one) => moment(one) >= now),
  ];
  return [
    ...late,
    ...open.sort((a, b) => moment(a) - moment(b)),
    ...papers.filter((one) => ORDER[one.state] > 0),
  ];
}

/** When it matters: a paper that is not open yet, when it opens; else when it closes. */
export function moment(one: Row): number {
  if ('kind' in one) return new Date(one.until).getTime();
  return new Date(one.state === 'NOT_OPEN' ? one.opensAt : one.closesAt).getTime();
}
