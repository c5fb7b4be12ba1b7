import { describe, expect, it } from 'vitest';
import { markFrom, onFile } from './pen.svelte';

describe('a mark as it is typed', () => {
  it.each([
    ['8,5', 8.5],
    ['8.25', 8.25],
    [' 10 ', 10],
    ['0', 0],
  ])('%s is a mark', (text, mark) => expect(markFrom(text, 10)).toBe(mark));

  it.each(['', ',', '10,5', '8,555', 'tám', '-1'])('“%s” is none', (text) =>
    expect(markFrom(text, 10)).toBeUndefined(),
  );
});

describe('the remarks of one file', () => {
  it('are numbered from its first page to its last, on each in the order in which they were put', () => {
    const pins = [
      { key: 0, fileId: 'a', page: 3 },
      { key: 1, fileId: 'b', page: 1 },
      { key: 2, fileId: 'a', page: 1 },
      { key: 3, fileId: 'a', page: 3 },
    ];
    expect(onFile(pins, 'a').map(({ pin, no }) => [no, pin.key])).toEqual([
      [1, 2],
      [2, 0],
      [3, 3],
    ]);
  });
});
