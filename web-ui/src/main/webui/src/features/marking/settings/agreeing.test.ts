import { describe, expect, it } from 'vitest';
import { gradeOf, heapsOf, higherOf, numberFrom } from './agreeing';

const report = { tolerance: 0.25, meanDifference: null, kappa: null, unsettled: [] };

describe('Two markers', () => {
  it('are counted once: the same mark is not also within', () => {
    expect(heapsOf({ ...report, pairs: 20, exact: 12, within: 17 })).toEqual({
      exact: 12,
      within: 5,
      beyond: 3,
    });
  });

  it('are told who is higher, and not for a hair', () => {
    expect(higherOf(0.2)).toBe('first');
    expect(higherOf(-0.2)).toBe('second');
    expect(higherOf(0.004)).toBe('none');
  });

  it('agree in three steps', () => {
    expect([0.8, 0.6, 0.5, 0.1, -0.3].map(gradeOf)).toEqual(['good', 'good', 'fair', 'weak', 'weak']);
  });
});

describe('A number that is typed', () => {
  it('may have a comma or a point', () => {
    expect(numberFrom(' 0,25 ', 99.99, 2)).toBe(0.25);
    expect(numberFrom('0.5', 99.99, 2)).toBe(0.5);
  });

  it('is none when it is odd, too large or too fine', () => {
    for (const odd of ['', 'abc', '-1', '100', '0,255', '1,', ',5'])
      expect(numberFrom(odd, 99.99, 2)).toBeUndefined();
    expect(numberFrom('7,5', 60, 0)).toBeUndefined();
    expect(numberFrom('61', 60, 0)).toBeUndefined();
  });
});
