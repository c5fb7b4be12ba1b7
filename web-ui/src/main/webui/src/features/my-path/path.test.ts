import type { PathStep } from '$api/types';
import { describe, expect, it } from 'vitest';
import { trailsOf, wayOf } from './path';

const step = (
  subject: string,
  topic: string,
  at: string,
  share: number,
  kind: PathStep['kind'] = 'TOPIC',
): PathStep => ({
  subject,
  kind,
  topic,
  share,
  questions: 4,
  at,
  assignmentId: at,
});

describe('a learner’s own path', () => {
  it('goes forward in time within a topic, the latest topic first', () => {
    const path = [
      step('toan', 'Đa thức', '2026-09-01', 0.4),
      step('toan', 'Phân thức', '2026-10-01', 0.5),
      step('toan', 'Đa thức', '2026-11-01', 0.9),
      step('khtn', '1.1.TC2a', '2026-11-02', 1, 'INDICATOR'),
    ];

    const [first] = trailsOf(path);

    expect(trailsOf(path)).toHaveLength(1);
    expect(first?.trails.map((one) => one.topic)).toEqual(['Đa thức', 'Phân thức']);
    expect(first?.trails[0]?.steps.map((one) => one.share)).toEqual([0.4, 0.9]);
  });

  it('says how the last time was beside the time before', () => {
    expect(wayOf([step('a', 'b', '1', 0.4), step('a', 'b', '2', 0.6)])).toBe('up');
    expect(wayOf([step('a', 'b', '1', 0.6), step('a', 'b', '2', 0.59)])).toBe('same');
    expect(wayOf([step('a', 'b', '1', 0.6), step('a', 'b', '2', 0.4)])).toBe('down');
    expect(wayOf([step('a', 'b', '1', 0.6)])).toBe('first');
  });
});
