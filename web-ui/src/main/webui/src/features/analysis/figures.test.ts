import type { ItemFigures } from '$api/types';
import { describe, expect, it } from 'vitest';
import { figure, minutes, reliabilityGrade, sorted, suspects } from './figures';

const item = (number: number, itemRest: number | null, severity?: 'LOOK' | 'WRONG'): ItemFigures => ({
  slot: `s${number}`,
  number,
  itemId: '',
  version: 1,
  text: '',
  form: 'SINGLE_CHOICE',
  n: 40,
  maxMark: 1,
  facility: 0.5,
  sd: 0.5,
  guess: 0.25,
  intendedWeight: 0.1,
  effectiveWeight: null,
  discriminationIndex: null,
  itemRest,
  discriminativeEfficiency: null,
  medianSeconds: null,
  options: null,
  flags: severity ? [{ code: 'X', severity, text: '' }] : [],
  calibration: null,
});
const numbers = (items: ItemFigures[]) => items.map((one) => one.number);

describe('the table of questions', () => {
  const items = [item(1, 0.4), item(2, null), item(3, -0.1), item(4, 0.2)];

  it('sorts by a figure, and keeps last what has none', () => {
    expect(numbers(sorted(items, 'itemRest', false))).toEqual([3, 4, 1, 2]);
    expect(numbers(sorted(items, 'itemRest', true))).toEqual([1, 4, 3, 2]);
  });

  it('says first what is probably wrong', () => {
    expect(numbers(suspects([item(1, 0, 'LOOK'), item(2, 0), item(3, 0, 'WRONG')]))).toEqual([3, 1]);
  });
});

describe('figures in words', () => {
  it('writes them as schools here do', () => {
    expect(figure(-0.125)).toBe('−0,13');
    expect(figure(null)).toBe('–');
    expect(minutes(65.4)).toBe('1:05');
    expect(minutes(59.6)).toBe('1:00');
  });

  it('grades reliability', () => {
    expect([0.85, 0.7, 0.3].map(reliabilityGrade)).toEqual(['good', 'fair', 'weak']);
  });
});
