import type { TaskRow } from '$api/types';
import { dayOf } from '$lib/days';

/** Nothing came yet, or what came was given back for another try. */
export const isWaitedFor = (row: TaskRow): boolean =>
  row.standing === 'WAITING' || row.standing === 'MISSING' || row.standing === 'GIVEN_BACK';

export const remindedToday = (row: TaskRow, now: number): boolean =>
  row.remindedAt !== null && dayOf(row.remindedAt) === dayOf(now);

/** The day that all of them have; they may have none, or different ones. */
export const commonDue = (rows: readonly TaskRow[]): string | undefined =>
  rows.every((row) => row.dueAt === rows[0]?.dueAt) ? (rows[0]?.dueAt ?? undefined) : undefined;
