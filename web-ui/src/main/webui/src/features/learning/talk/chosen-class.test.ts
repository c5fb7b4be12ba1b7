import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { chosenClass, keepChosen } from './chosen-class';

const kept = new Map<string, string>();
const a = { id: 'c1', name: '8A1' };
const b = { id: 'c2', name: '8A2' };
const talk = (classId: string, classes = [a, b], mayModerate = true) => ({ classId, classes, mayModerate });

beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
});
afterEach(() => vi.unstubAllGlobals());

test('the class that a teacher asked for is known again, in that lesson and to him', () => {
  keepChosen('p', 'l1', talk('c2'), 'c2');

  expect(chosenClass('p', 'l1')).toEqual(b);
  expect(chosenClass('p', 'l2')).toBeUndefined();
  expect(chosenClass('other', 'l1')).toBeUndefined();
});

test('the first of several is no choice, an only class is', () => {
  keepChosen('p', 'l1', talk('c1'), undefined);
  expect(chosenClass('p', 'l1')).toBeUndefined();

  keepChosen('p', 'l1', talk('c1', [a]), undefined);
  expect(chosenClass('p', 'l1')).toEqual(a);
});

test('while another class is still on its way the one on the page is not taken for it', () => {
  keepChosen('p', 'l1', talk('c1'), 'c2');

  expect(chosenClass('p', 'l1')).toBeUndefined();
});

test('a pupil has nothing to choose', () => {
  keepChosen('p', 'l1', talk('c1', [a], false), undefined);

  expect(kept.size).toBe(0);
});
