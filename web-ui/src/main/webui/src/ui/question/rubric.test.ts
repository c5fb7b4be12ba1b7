import { describe, expect, it } from 'vitest';
import { emptyCriterion, shareFrom } from './rubric';

describe('criteria', () => {
  it('have names of their own, also after one was removed', () => {
    expect(emptyCriterion([]).id).toBe('c1');
    expect(emptyCriterion([{ id: 'c2', title: '', points: 1, levels: null }]).id).toBe('c3');
  });

  it.each([
    ['75', 0.75],
    ['33,4 %', 0.33],
    ['0', 0],
    ['101', undefined],
    ['', undefined],
    ['x', undefined],
  ])('%s percent', (text, share) => expect(shareFrom(text)).toBe(share));
});
