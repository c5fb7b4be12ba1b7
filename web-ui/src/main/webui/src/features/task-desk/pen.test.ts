import { describe, expect, it } from 'vitest';
import { markFrom } from './pen.svelte';

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
