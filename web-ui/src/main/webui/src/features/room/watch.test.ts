import { describe, expect, it } from 'vitest';
import { aRoom, aSeat } from './made';
import type { Pupil } from './seats';
import { callsOf, reasonsOf } from './watch';

const NOW = Date.parse('2026-11-21T01:10:00Z');
const ago = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();
const aPupil = (more: Partial<Pupil> = {}): Pupil => ({ ...aSeat(), name: 'Lê An', number: 1, ...more });
const never = () => undefined;
const why = (pupil: Pupil, room = aRoom([pupil]), stillSince: (id: string) => number | undefined = never) =>
  reasonsOf(pupil, { room, now: NOW, stillSince }).map((one) => one.why);

describe('who wants a look', () => {
  it('nobody who just works, and nobody for one look away', () => {
    expect(why(aPupil())).toEqual([]);
    expect(why(aPupil({ signs: { left: 1, awaySeconds: 5, pasted: 0, devices: 1, late: 0 } }))).toEqual([]);
  });

  it('whoever is silent, not in while most are, or has late work', () => {
    expect(why(aPupil({ online: false, seenAt: ago(90) }))).toEqual(['away']);
    expect(why(aPupil({ state: 'HANDED_IN', held: 2 }))).toEqual(['held']);
    const absent = aPupil({ state: 'NOT_STARTED' });
    expect(why(absent, aRoom([absent, aSeat(), aSeat()]))).toEqual(['absent']);
    expect(why(absent, aRoom([absent, absent, aSeat()]))).toEqual([]);
  });

  it('nobody is late for homework, and its learners come and go', () => {
    const absent = aPupil({ state: 'NOT_STARTED' });
    expect(why(absent, aRoom([absent, aSeat(), aSeat()], { mode: 'HOMEWORK' }))).toEqual([]);
    const away = aPupil({ online: false, seenAt: ago(900) });
    expect(why(away, aRoom([away], { mode: 'HOMEWORK' }))).toEqual([]);
  });

  it('whoever stands still for five minutes, not one who is paused', () => {
    const still = () => NOW - 6 * 60_000;
    expect(why(aPupil(), undefined, still)).toEqual(['still']);
    expect(why(aPupil({ state: 'PAUSED' }), undefined, still)).toEqual([]);
  });

  it('whoever has just left the page, for half a minute', () => {
    const left = (seconds: number) => aPupil({ lastSign: { kind: 'LEFT', at: ago(seconds) } });
    expect(why(left(5))).toEqual(['leaving']);
    expect(why(left(45))).toEqual([]);
  });

  it('answers that wait when time is nearly over, unless the clocks stand', () => {
    const late = aPupil({ pending: 2, closesAt: ago(-100) });
    expect(why(late)).toEqual(['pending']);
    expect(why(late, aRoom([late], { pausedAt: ago(5) }))).toEqual([]);
  });

  it('lists the urgent first and leaves out what was seen until it changes', () => {
    const left = (n: number) => ({ left: n, awaySeconds: 10, pasted: 0, devices: 1, late: 0 });
    const often = aPupil({ learnerId: 'often', number: 1, signs: left(3) });
    const away = aPupil({ learnerId: 'away', number: 2, online: false, seenAt: ago(60) });
    const moment = { room: aRoom([often, away]), now: NOW, stillSince: never };

    const all = callsOf([often, away], moment, () => false);
    expect(all.map((one) => [one.pupil.learnerId, one.look])).toEqual([
      ['away', 'bad'],
      ['often', 'wait'],
    ]);

    const marks = new Set(
      all.flatMap((one) => one.reasons.map(({ mark }) => `${one.pupil.learnerId} ${mark}`)),
    );
    const seen = (id: string, mark: string) => marks.has(`${id} ${mark}`);
    expect(callsOf([often, away], moment, seen)).toEqual([]);
    expect(callsOf([{ ...often, signs: left(4) }, away], moment, seen)).toHaveLength(1);
  });
});
