import { expect, test } from 'vitest';
import { wordDiff } from './word-diff';

const sides = (before: string, after: string) => {
  const pieces = wordDiff(before, after);
  const side = (not: 'old' | 'new') =>
    pieces
      .filter((one) => one.only !== not)
      .map((one) => one.text)
      .join('')
      .replace(/\s+/g, ' ')
      .trim();
  return [side('new'), side('old')];
};

test('only what differs is marked', () => {
  expect(wordDiff('nước ép mạnh ở đáy hồ', 'nước ép rất mạnh ở đáy hồ')).toEqual([
    { text: 'nước ép' },
    { text: ' rất', only: 'new' },
    { text: ' mạnh ở đáy hồ' },
  ]);
});

test('both texts can be read out of the comparison again', () => {
  const texts = ['', 'một', 'một hai ba', 'ba hai một', 'hai ba bốn năm', 'một hai ba bốn năm sáu'];
  for (const before of texts)
    for (const after of texts) expect(sides(before, after)).toEqual([before, after]);
});
