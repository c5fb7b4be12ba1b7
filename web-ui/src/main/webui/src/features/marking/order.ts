import type { Results, LearnerState } from '$api/types';
import { givenName } from '$lib/format';

export type Row = Results['rows'][number];

const GROUP: Record<LearnerState, number> = {
  HANDED_IN: 1,
  RELEASED: 1,
  TAKING: 2,
  NOT_STARTED: 3,
  MISSED: 3,
};

/** Those who wait for a mark first, then those who handed in, then the rest; each by given name. */
export function inOrder(rows: readonly Row[], names: ReadonlyMap<string, string>): Row[] {
  const group = (row: Row) => (row.toMark > 0 ? 0 : GROUP[row.state]);
  const key = (row: Row) => {
    const name = names.get(row.learnerId) ?? '';
    return `${givenName(name)} ${name}`;
  };
  return [...rows].sort((a, b) => group(a) - group(b) || key(a).localeCompare(key(b), 'vi'));
}

/** The sitting to mark after this one. */
export function nextToMark(rows: readonly Row[], sitting: string): string | undefined {
  const waiting = rows.filter((row) => row.toMark > 0 && row.sittingId !== null);
  const at = waiting.findIndex((row) => row.sittingId === sitting);
  const after = [...waiting.slice(at + 1), ...waiting.slice(0, Math.max(0, at))];
  return after.find((row) => row.sittingId !== sitting)?.sittingId ?? undefined;
}
