import type { Assignment } from '$api/types';

export type Need = 'held' | 'toMark' | 'unreleased' | 'missing' | 'ready' | 'running';

export interface Waiting {
  assignment: Assignment;
  need: Need;
  count: number;
}

const WEEK = 7 * 86_400_000;

/** What one assignment wants next of its teacher; nothing once all marks are out or it was long ago. */
function needOf(one: Assignment, now: number): Waiting | undefined {
  const closed = Date.parse(one.closesAt) <= now;
  const { toMark, handedIn, learners, released, taking, unreleased } = one.counts;
  if (toMark > 0) return { assignment: one, need: 'toMark', count: toMark };
  if (unreleased > 0) return { assignment: one, need: 'unreleased', count: unreleased };
  if (one.releasedAt !== null || released > 0) return undefined;
  if (!closed) {
    const open = Date.parse(one.opensAt) <= now;
    return open ? { assignment: one, need: 'running', count: taking + handedIn } : undefined;
  }
  if (handedIn > 0) return { assignment: one, need: 'ready', count: handedIn };
  const recent = now - Date.parse(one.closesAt) < WEEK;
  return learners > 0 && recent ? { assignment: one, need: 'missing', count: learners } : undefined;
}

const ORDER: Record<Need, number> = { held: 0, toMark: 1, unreleased: 2, ready: 3, missing: 4, running: 5 };

/** Late work that waits to be judged, whatever else there is to do. */
const heldOf = (one: Assignment): Waiting | undefined =>
  one.counts.held > 0 ? { assignment: one, need: 'held', count: one.counts.held } : undefined;

/** Who needs the teacher, the most urgent first and in each kind the one that waits longest. */
export function needsOf(all: readonly Assignment[], now: number): Waiting[] {
  return all
    .flatMap((one) => [heldOf(one), needOf(one, now)])
    .filter((one) => one !== undefined)
    .sort(
      (a, b) => ORDER[a.need] - ORDER[b.need] || a.assignment.closesAt.localeCompare(b.assignment.closesAt),
    );
}
