import type { Opening } from '$api/types';
import type { KeptSitting } from '../queue/store';
import type { ExamState } from './state.svelte';

/** What a page that starts without the school needs to go on. */
export function keptOf(
  exam: ExamState & { assignmentId: string; personId: string },
  opening: Opening,
  lastSeq: number,
): KeptSitting {
  const { closesAt, pausedAt, offset } = exam.clock;
  return {
    sittingId: opening.sittingId,
    assignmentId: exam.assignmentId,
    personId: exam.personId,
    opening: {
      ...opening,
      closesAt: new Date(closesAt).toISOString(),
      pausedAt: pausedAt === null ? null : new Date(pausedAt).toISOString(),
    },
    offset,
    lastSeq,
    flags: [...exam.flags],
    at: Date.now(),
    handInSeq: exam.phase === 'handing' ? lastSeq : null,
    handedInAt: null,
  };
}
