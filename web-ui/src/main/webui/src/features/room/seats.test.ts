import { describe, expect, it } from 'vitest';
import { aRoom, aSeat, at, ms } from './made';
import { byName, classList, clockOf, countsOf, isCalled } from './seats';

describe('the class list', () => {
  it('is ordered by the given name as in a Vietnamese register', () => {
    const names = ['Lê Hoàng Đăng', 'Trần An', 'Nguyễn Ánh', 'Lê An', 'Bùi Dũng'];

    expect([...names].sort(byName)).toEqual(['Lê An', 'Trần An', 'Nguyễn Ánh', 'Bùi Dũng', 'Lê Hoàng Đăng']);
  });

  it('numbers the learners and does not renumber them when their states change', () => {
    const names = new Map([
      ['a', 'Lê Bình'],
      ['b', 'Trần An'],
    ]);
    const before = classList([aSeat({ learnerId: 'a' }), aSeat({ learnerId: 'b' })], names);
    const after = classList(
      [aSeat({ learnerId: 'b', state: 'HANDED_IN' }), aSeat({ learnerId: 'a' })],
      names,
    );

    expect(before.map((one) => [one.number, one.learnerId])).toEqual([
      [1, 'b'],
      [2, 'a'],
    ]);
    expect(after.map((one) => one.learnerId)).toEqual(['b', 'a']);
  });

  it('puts each learner in one group', () => {
    const rows = [
      aSeat(),
      aSeat({ online: false }),
      aSeat({ state: 'PAUSED', online: false }),
      aSeat({ state: 'HANDED_IN' }),
      aSeat({ state: 'NOT_STARTED' }),
      aSeat({ state: 'MISSED' }),
    ];

    expect(countsOf(rows)).toEqual({ taking: 1, away: 1, paused: 1, done: 1, absent: 2 });
  });

  it('finds a name typed without its accents', () => {
    expect(isCalled('Nguyễn Hoàng Bảo Ngọc', 'ngoc bao')).toBe(true);
    expect(isCalled('Đỗ Phương Linh', 'do l')).toBe(true);
    expect(isCalled('Đỗ Phương Linh', 'ong')).toBe(false);
  });
});

describe('the clock of the room', () => {
  it('is that of most, and names the last one', () => {
    const rows = [aSeat(), aSeat({ closesAt: at(46) }), aSeat({ closesAt: at(55), extraMinutes: 10 })];

    expect(clockOf(aRoom(rows), ms(20))).toEqual({
      phase: 'running',
      left: 26 * 60_000,
      endsAt: ms(46),
      lastAt: ms(55),
    });
  });

  it('stands while all clocks stand', () => {
    const paused = aRoom([aSeat({ state: 'PAUSED' })], { pausedAt: at(30) });

    expect(clockOf(paused, ms(33))).toMatchObject({ phase: 'paused', left: 15 * 60_000 });
    expect(clockOf(paused, ms(39))).toMatchObject({ phase: 'paused', left: 15 * 60_000 });
  });

  it('counts to the opening, then to the close where nobody sits', () => {
    const empty = aRoom([aSeat({ state: 'NOT_STARTED', closesAt: null })]);

    expect(clockOf(empty, ms(-5))).toMatchObject({ phase: 'before', left: 5 * 60_000 });
    expect(clockOf(empty, ms(40))).toMatchObject({ phase: 'running', left: 20 * 60_000 });
    expect(clockOf(empty, ms(61)).phase).toBe('over');
  });
});
