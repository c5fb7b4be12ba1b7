import type { Assignment } from '$api/types';
import { describe, expect, it } from 'vitest';
import { needsOf } from './needs';

const now = Date.parse('2026-11-23T01:00:00Z');
const assignment = (id: string, closesAt: string, counts: Partial<Assignment['counts']>): Assignment => ({
  id,
  title: id,
  paperId: 'p',
  assignedBy: 'me',
  subject: 'khtn',
  classIds: [],
  opensAt: '2026-11-20T01:00:00Z',
  closesAt,
  minutes: 45,
  questions: 10,
  counts: { learners: 40, taking: 0, handedIn: 0, toMark: 0, released: 0, held: 0, unreleased: 0, ...counts },
  releasedAt: null,
  conditions: {
    mode: 'EXAM',
    purpose: 'REGULAR',
    attempts: 1,
    counts: 'BEST',
    passcode: null,
    addresses: [],
    sebConfigKeys: [],
    oneDevice: false,
    paging: 'ALL',
  },
  decision: null,
  awaitsDecision: false,
});

describe('who needs the teacher', () => {
  it('puts first what waits to be marked, longest waiting first', () => {
    const all = [
      assignment('open', '2026-11-24T01:00:00Z', { handedIn: 3 }),
      assignment('late', '2026-11-22T01:00:00Z', { handedIn: 30, toMark: 2 }),
      assignment('early', '2026-11-21T01:00:00Z', { handedIn: 30, toMark: 9 }),
      assignment('ready', '2026-11-21T01:00:00Z', { handedIn: 40 }),
    ];

    expect(needsOf(all, now).map((one) => [one.assignment.id, one.need, one.count])).toEqual([
      ['early', 'toMark', 9],
      ['late', 'toMark', 2],
      ['ready', 'ready', 40],
      ['open', 'running', 3],
    ]);
  });

  it('is silent about what is done', () => {
    const done = {
      ...assignment('x', '2026-11-21T01:00:00Z', { handedIn: 40, released: 40 }),
      releasedAt: 'x',
    };

    expect(needsOf([done], now)).toEqual([]);
  });

  it('tells of late work that is held, beside whatever else there is to do', () => {
    const both = assignment('x', '2026-11-21T01:00:00Z', { handedIn: 40, toMark: 3, held: 2 });

    expect(needsOf([both], now).map((one) => [one.need, one.count])).toEqual([
      ['held', 2],
      ['toMark', 3],
    ]);
  });

  it('tells of papers that came after the marks were released, once they are marked', () => {
    const out = { handedIn: 40, released: 37, unreleased: 3 };
    const released = (counts: Partial<Assignment['counts']>) => ({
      ...assignment('x', '2026-11-21T01:00:00Z', counts),
      releasedAt: '2026-11-22T01:00:00Z',
    });

    expect(needsOf([released(out)], now).map((one) => [one.need, one.count])).toEqual([['unreleased', 3]]);
    expect(needsOf([released({ ...out, toMark: 1 })], now).map((one) => one.need)).toEqual(['toMark']);
  });
});
