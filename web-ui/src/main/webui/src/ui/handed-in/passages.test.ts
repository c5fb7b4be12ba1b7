import { describe, expect, it } from 'vitest';
import { piecesOf, quoted, stepped, tidied } from './passages';

const TEXT = 'Áp suất là áp lực 💧 chia cho diện tích.';

describe('a text with passages', () => {
  it('is cut where passages begin and end, and is whole', () => {
    const pieces = piecesOf(TEXT, [
      { from: 11, to: 17 },
      { from: 0, to: 14 },
    ]);
    expect(pieces.map((one) => one.text).join('')).toBe(TEXT);
    expect(pieces.map(({ at, nos, ends }) => [at, nos, ends])).toEqual([
      [0, [1], []],
      [11, [1, 2], [1]],
      [14, [2], [2]],
      [17, [], []],
    ]);
  });

  it('is one piece without any', () => expect(piecesOf(TEXT, [])).toHaveLength(1));
});

describe('a passage', () => {
  it('has no white space at its ends and no half letter', () => {
    expect(tidied(TEXT, { from: 17, to: 19 })).toEqual({ from: 18, to: 20 });
    expect(tidied(TEXT, { from: 14, to: 11 })).toEqual({ from: 11, to: 13 });
    expect(tidied(TEXT, { from: 7, to: 8 })).toBeUndefined();
  });

  it('is quoted in one line', () => {
    expect(quoted('một\nhai', { from: 0, to: 7 })).toBe('một hai');
    expect(quoted('a '.repeat(80), { from: 0, to: 160 })).toHaveLength(60);
  });

  it('is chosen by words from the keyboard', () => {
    const first = stepped(TEXT, undefined, 1, false);
    expect(first).toEqual({ from: 0, to: 2 });
    const wide = stepped(TEXT, first, 1, true);
    expect(wide).toEqual({ from: 0, to: 7 });
    expect(stepped(TEXT, wide, -1, true)).toEqual(first);
    expect(stepped(TEXT, wide, 1, false)).toEqual({ from: 8, to: 10 });
    expect(stepped(TEXT, first, -1, false)).toEqual(first);
  });
});
