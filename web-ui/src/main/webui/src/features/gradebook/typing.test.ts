import { describe, expect, it } from 'vitest';
import { bandOf, pasted, readCell, shownColumns } from './typing';

describe('a typed mark', () => {
  it.each([
    ['8', '8'],
    ['8,5', '8.5'],
    ['8.5', '8.5'],
    ['85', '8.5'],
    ['05', '0.5'],
    ['10', '10'],
    ['10,0', '10'],
    ['100', '10'],
    ['0', '0'],
    ['v', 'V'],
    ['P', 'P'],
    [' ', ''],
  ])('%s is %s', (typed, value) => expect(readCell('SCORE', typed, true)).toBe(value));

  it.each(['11,5', '8,55', '-1', 'x', '10,5', '999', 'đ'])('%s is none', (typed) =>
    expect(readCell('SCORE', typed, true)).toBeUndefined(),
  );

  it('85 is none where the short way is off', () => expect(readCell('SCORE', '85', false)).toBeUndefined());

  it('of a primary test has no decimals', () => {
    expect(readCell('WHOLE', '9', true)).toBe('9');
    expect(readCell('WHOLE', '8,5', true)).toBeUndefined();
    expect(readCell('WHOLE', '85', true)).toBeUndefined();
  });

  it('may be a word, with Telex or without', () => {
    expect(readCell('PASS', 'đ', true)).toBe('D');
    expect(readCell('PASS', 'Đ', true)).toBe('D');
    expect(readCell('PASS', 'CĐ', true)).toBe('CD');
    expect(readCell('PASS', 'cd', true)).toBe('CD');
    expect(readCell('LEVEL', 'h', true)).toBe('H');
    expect(readCell('CONDUCT', 'k', true)).toBe('K');
    expect(readCell('TRAIT', 'h', true)).toBeUndefined();
  });
});

describe('a piece of a spreadsheet', () => {
  it('is rows of cells', () =>
    expect(pasted('8\t7,5\r\n9\t\r\n')).toEqual([
      ['8', '7,5'],
      ['9', ''],
    ]));
});

describe('the band of a comment', () => {
  it('follows the average, else the level', () => {
    expect(bandOf(9, null)).toBe('9');
    expect(bandOf(6.9, null)).toBe('5');
    expect(bandOf(4.9, null)).toBe('0');
    expect(bandOf(null, 'CD')).toBe('CD');
    expect(bandOf(null, null)).toBeNull();
  });
});

describe('the columns', () => {
  const column = (slot: string, needed: boolean) => ({
    slot,
    entry: 'SCORE' as const,
    needed,
    released: false,
    feed: null,
    group: null,
  });
  const all = ['tx1', 'tx2', 'tx3', 'tx4', 'tx5', 'gk'].map((slot, n) =>
    column(slot, n < 2 || slot === 'gk'),
  );

  it('are those needed or used, and more when asked for', () => {
    const slots = (used: string[], extra: number) =>
      shownColumns(all, new Set(used), extra).map((one) => one.slot);
    expect(slots([], 0)).toEqual(['tx1', 'tx2', 'gk']);
    expect(slots([], 1)).toEqual(['tx1', 'tx2', 'tx3', 'gk']);
    expect(slots(['tx4'], 0)).toEqual(['tx1', 'tx2', 'tx4', 'gk']);
  });

  it('of qualities and abilities are those of one moment, and the one level for all where it was entered', () => {
    const of = (slot: string, group: 'QUALITIES' | 'SPECIFIC_ABILITIES' | null) => ({
      ...column(slot, group !== null),
      entry: 'TRAIT' as const,
      group,
    });
    const traits = [
      of('yngk', 'QUALITIES'),
      of('tchgk', 'SPECIFIC_ABILITIES'),
      of('ynck', 'QUALITIES'),
      of('pcgk', null),
      of('pcck', null),
      { ...column('vp', false), entry: 'COUNT' as const },
      { ...column('nxck', false), entry: 'TEXT' as const },
    ];
    const slots = (used: string[], moment: 'MID' | 'END') =>
      shownColumns(traits, new Set(used), 0, moment).map((one) => one.slot);
    expect(slots([], 'MID')).toEqual(['yngk', 'tchgk', 'vp']);
    expect(slots(['pcck'], 'END')).toEqual(['ynck', 'pcck', 'vp', 'nxck']);
    expect(slots(['pcck'], 'MID')).toEqual(['yngk', 'tchgk', 'vp']);
  });
});
