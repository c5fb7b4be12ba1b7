import { expect, it } from 'vitest';
import { KEYS, stepOf, verbOf } from './keys';

const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
  ({ key, target: null, isComposing: false, defaultPrevented: false, ...more }) as unknown as KeyboardEvent;
(globalThis as { HTMLElement?: unknown }).HTMLElement ??= Object;

it('gives every verb a key of its own', () => {
  expect(new Set(Object.values(KEYS)).size).toBe(Object.keys(KEYS).length);
});

it('acts on a learner only when one is chosen, and never in the middle of a letter', () => {
  expect(verbOf(press('d'), false)).toBeUndefined();
  expect(verbOf(press('D'), true)).toBe('pauseOne');
  expect(verbOf(press('p'), false)).toBe('pause');
  expect(verbOf(press('p', { isComposing: true }), false)).toBeUndefined();
  expect(verbOf(press('p', { ctrlKey: true }), false)).toBeUndefined();
  expect(verbOf(press('Escape'), false)).toBe('close');
});

it('walks the grid and stays inside it', () => {
  expect(stepOf('ArrowDown', 1, 5, 12)).toBe(6);
  expect(stepOf('ArrowDown', 9, 5, 12)).toBe(9);
  expect(stepOf('ArrowLeft', 0, 5, 12)).toBe(0);
  expect(stepOf('End', 0, 5, 12)).toBe(11);
  expect(stepOf('a', 0, 5, 12)).toBeUndefined();
});
