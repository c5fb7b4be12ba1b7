import { describe, expect, it } from 'vitest';
import { inOrder, nextToMark, type Row } from './order';

const row = (id: string, toMark = 0, state: Row['state'] = 'HANDED_IN'): Row => ({
  learnerId: id,
  sittingId: `s-${id}`,
  state,
  handedInAt: null,
  mark: null,
  toMark,
});
const names = new Map([
  ['a', 'Trần Quốc Anh'],
  ['b', 'Lê Hoàng Bảo'],
  ['c', 'Đỗ An'],
]);

describe('who handed in', () => {
  it('shows first who waits for a mark, then by given name', () => {
    const rows = [row('b'), row('a', 0, 'MISSED'), row('c'), row('x', 1)];

    expect(inOrder(rows, names).map((one) => one.learnerId)).toEqual(['x', 'c', 'b', 'a']);
  });

  it('leads from one to the next that waits, and round', () => {
    const rows = [row('a', 1), row('b'), row('c', 2)];

    expect(nextToMark(rows, 's-a')).toBe('s-c');
    expect(nextToMark(rows, 's-c')).toBe('s-a');
    expect(nextToMark([row('a', 1)], 's-a')).toBeUndefined();
  });
});
