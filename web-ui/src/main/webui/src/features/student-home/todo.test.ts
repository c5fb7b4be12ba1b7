import type { DueItem, MyAssignment } from '$api/types';
import { expect, test } from 'vitest';
import { all } from './todo';

const NOW = Date.parse('2026-11-21T02:00:00Z');
const at = (hours: number) => new Date(NOW + hours * 3_600_000).toISOString();
const due = (title: string, hours: number) =>
  ({ kind: 'LESSON', id: title, title, until: at(hours) }) as DueItem;
const paper = (title: string, state: string, hours: number) =>
  ({ id: title, title, state, opensAt: at(hours), closesAt: at(hours) }) as MyAssignment;

test('what is late and can still be done comes first, then what ends next, then what is over', () => {
  const rows = all(
    [paper('đã nộp', 'HANDED_IN', -5), paper('kiểm tra', 'OPEN', 3), paper('lỡ', 'MISSED', -9)],
    [due('mai', 20), due('quá hạn', -30), due('tối nay', 2)],
    NOW,
  );

  expect(rows.map((one) => one.title)).toEqual(['quá hạn', 'tối nay', 'kiểm tra', 'mai', 'đã nộp', 'lỡ']);
});
