import { expect, test } from 'vitest';
import { swipe } from './turning';

test.each([
  [-80, 10, 1],
  [80, -10, -1],
  [-50, 0, 0],
  [-80, 60, 0],
  [0, 200, 0],
])('a finger that moves %i across and %i down turns by %i', (dx, dy, by) => {
  expect(swipe(dx, dy)).toBe(by);
});
