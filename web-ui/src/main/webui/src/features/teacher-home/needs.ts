import type { Assignment } from '$api/types';

export type Need = 'toMark' | 'missing' | 'ready' | 'running';

export interface Waiting {
  assignment: Assignment;
  need: Need;
  count: number;
}

const WEEK = 7 * 86_400_000;

/** What one assignment wants of its teacher; nothing once its marks are out or it was long ago. */
export function needOf(one: Assignment, now: number): Waiting | undefined {
  const closed = Date.parse(one.closesAt) <= now;
  const { toMark, handedIn, learners, released, taking } = one.counts;
  if (toMark > 0) return { assignment: one, need: 'toMark', count: toMark };
  if (one.releasedAt !== null || released > 0) return undefined;
  if (!closed) {
    const open = Date.parse(one.opensAt) <= now;
    return open ? { assignment: one, need: 'running', count: taking + handedIn } : undefined;
  }
  if (handedIn > 0) return { assignment: one, need: 'ready', count: handedIn };
  const recent = now - Date.parse(one.closesAt) < WEEK;
  return learners > 0 && recent ? { assignment: one, need: 'missing', count: learners } : undefined;
}

const ORDER: Record<Need, number> = { toMark: 0, ready: 1, missing: 2, running: 3 };

/** Who needs the teacher, the most urgent first and in each kind the one that waits longest. */
export function needsOf(all: readonly Assignment[], now: number): Waiting[] {
  return all
    .map((one) => needOf(one, now))
    .filter((one) => one !== undefined)
    .sort(
      (a, b) => ORDER[a.need] - ORDER[b.need] || a.assignment.closesAt.localeCompare(b.assignment.closesAt),
    );
}
