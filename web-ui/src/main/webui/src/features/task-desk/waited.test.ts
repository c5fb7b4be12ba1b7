import type { TaskRow, TaskStanding } from '$api/types';
import { describe, expect, it } from 'vitest';
import { commonDue, isWaitedFor, remindedToday } from './waited';

const row = (standing: TaskStanding, remindedAt: string | null = null): TaskRow => ({
  learnerId: 'x',
  name: 'Lê Hoàng An',
  standing,
  dueAt: null,
  late: false,
  begun: false,
  workId: null,
  handedInAt: null,
  mark: null,
  remindedAt,
  recordingsOff: false,
});

describe('whose work is waited for', () => {
  it.each([
    ['WAITING', true],
    ['MISSING', true],
    ['GIVEN_BACK', true],
    ['HANDED_IN', false],
    ['RELEASED', false],
  ] as const)('%s: %s', (standing, waited) => expect(isWaitedFor(row(standing))).toBe(waited));

  it('counts a day by the school’s clock', () => {
    const now = Date.parse('2026-11-22T18:30:00Z'); // 1:30 on the 23rd

    expect(remindedToday(row('MISSING', '2026-11-22T17:05:00Z'), now)).toBe(true);
    expect(remindedToday(row('MISSING', '2026-11-22T16:55:00Z'), now)).toBe(false);
    expect(remindedToday(row('MISSING'), now)).toBe(false);
  });

  it('names a day only where it is everybody’s', () => {
    const due = (dueAt: string | null) => ({ ...row('WAITING'), dueAt });

    expect(commonDue([due('a'), due('a')])).toBe('a');
    expect(commonDue([due('a'), due('b')])).toBeUndefined();
    expect(commonDue([due('a'), due(null)])).toBeUndefined();
    expect(commonDue([])).toBeUndefined();
  });
});
