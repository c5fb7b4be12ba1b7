import type { Assignment } from '$api/types';
import { describe, expect, it } from 'vitest';
import { GivingWish, isAddress, newPasscode, NONE, rowOf } from './wish.svelte';

const NOW = Date.parse('2026-11-25T01:02:00Z');

const line = (more: Partial<Assignment> = {}): Assignment => ({
  id: 'a1',
  title: 'Kiểm tra',
  paperId: 'p1',
  subject: 'toan',
  classIds: ['c1'],
  assignedBy: 't1',
  opensAt: '2026-11-25T01:05:17Z',
  closesAt: '2026-11-25T03:00:00Z',
  minutes: 45,
  questions: 22,
  counts: { learners: 40, taking: 0, handedIn: 0, toMark: 0, released: 0, held: 0, unreleased: 0 },
  releasedAt: null,
  conditions: NONE,
  decision: null,
  awaitsDecision: false,
  ...more,
});

describe('giving a paper', () => {
  it('suits the kind of work: homework has no clock and practice no end of tries', () => {
    const wish = new GivingWish(NOW);
    wish.classIds = ['c1'];
    expect(wish.toNew('p1')).toMatchObject({ minutes: 45, conditions: { mode: 'EXAM', attempts: 1 } });

    wish.become('PRACTICE');

    const given = wish.toNew('p1');
    expect(given.conditions).toMatchObject({ mode: 'PRACTICE', attempts: 0 });
    expect(given.minutes).toBe(7 * 24 * 60);
    expect(wish.fault(true)).toBe('');
  });

  it('forgets the room when it becomes homework', () => {
    const wish = new GivingWish(NOW);
    wish.passcode = 'hoaban';
    wish.addresses = '10.0.3.0/24';
    wish.purpose = 'PERIODIC';

    wish.become('HOMEWORK');

    expect(wish.conditions()).toMatchObject({ passcode: null, addresses: [], purpose: 'REGULAR' });
  });

  it('needs the head’s decision for a periodic test that may be taken anywhere', () => {
    const wish = new GivingWish(NOW);
    wish.purpose = 'PERIODIC';
    expect(wish.needsDecision).toBe(true);

    wish.addresses = '10.0.3.0/24';

    expect(wish.needsDecision).toBe(false);
  });

  it('says in words what is wrong', () => {
    const wish = new GivingWish(NOW);
    expect(wish.fault(true)).toContain('Chọn ít nhất một lớp');
    wish.classIds = ['c1'];
    wish.addresses = '10.0.3.7\n10.0.3.300';
    expect(wish.fault(true)).toContain('10.0.3.300');
    wish.addresses = '';
    wish.passcode = 'abc';
    expect(wish.fault(true)).toContain('4 đến 12');
    wish.passcode = '';
    wish.closes = wish.opens;
    expect(wish.fault(true)).toContain('Giờ đóng');
  });

  it('sends only what was changed', () => {
    const before = line();
    const wish = GivingWish.of(before, NOW);
    expect(wish.toChange(before)).toEqual({});

    wish.closes = '2026-11-25T11:00';
    wish.passcode = 'hoaban';

    expect(wish.toChange(before)).toEqual({
      closesAt: '2026-11-25T04:00:00.000Z',
      conditions: { ...NONE, passcode: 'hoaban' },
    });
  });

  it('knows addresses and ranges of both kinds', () => {
    const good = ['10.0.3.7', '10.0.3.0/24', '192.168.0.0/16', 'fd00::/64', '2001:db8::1'];
    const bad = ['10.0.3', '10.0.3.256', '10.0.3.0/33', 'phòng máy', '10.0.3.0/24/2', ''];
    expect(good.map(isAddress)).toEqual(good.map(() => true));
    expect(bad.map(isAddress)).toEqual(bad.map(() => false));
    expect(rowOf('10.0.3.7')).toBe('10.0.3.0/24');
    expect(rowOf('fd00::1')).toBeUndefined();
  });

  it('makes passcodes that can be said aloud', () => {
    let next = 0;
    expect(newPasscode((below) => next++ % below)).toBe('abcdeg');
  });
});
