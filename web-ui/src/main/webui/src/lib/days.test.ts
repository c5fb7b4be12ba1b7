import { describe, expect, it } from 'vitest';
import { addDays, dayOf, mondayOf, noonOf } from './days';

describe('days of the school', () => {
  it('begin at midnight in Việt Nam', () => {
    expect(dayOf('2026-11-20T16:59:59Z')).toBe('2026-11-20');
    expect(dayOf('2026-11-20T17:00:00Z')).toBe('2026-11-21');
    expect(dayOf(noonOf('2026-11-21'))).toBe('2026-11-21');
  });

  it('are counted over months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  });

  it('belong to the week of a Monday', () => {
    expect(mondayOf('2026-11-23')).toBe('2026-11-23');
    expect(mondayOf('2026-11-29')).toBe('2026-11-23');
    expect(mondayOf('2026-11-30')).toBe('2026-11-30');
  });
});
