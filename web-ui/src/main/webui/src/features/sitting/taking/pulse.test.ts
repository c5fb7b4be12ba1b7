import type { BeatAnswer, Sign } from '$api/types';
import { Problem, Unreachable } from '$lib/http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Pulse } from './pulse';
import { SignBook } from './signs';

/** The browser's storage, as far as it is used. */
function aStorage(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  } as Storage;
}

const answer = (more: Partial<BeatAnswer> = {}): BeatAnswer => ({
  serverNow: '2026-11-25T08:00:00Z',
  closesAt: '2026-11-25T08:45:00Z',
  pausedAt: null,
  handedInAt: null,
  moved: false,
  message: null,
  ...more,
});

function aRoom(storage = aStorage()) {
  const book = new SignBook('s1', storage, () => Date.now());
  const told: Sign[][] = [];
  const trouble: unknown[] = [];
  const heard: BeatAnswer[] = [];
  let back: () => void = () => undefined;
  const pulse = new Pulse(book, {
    tell: async (signs) => {
      const thrown = trouble.shift();
      if (thrown) throw thrown;
      told.push(signs);
      return answer();
    },
    heard: (one) => heard.push(one),
    signedIn: () => new Promise((resolve) => (back = resolve)),
  });
  return { book, pulse, told, trouble, heard, storage, signIn: () => back() };
}

const numbers = (told: Sign[][]) => told.map((signs) => signs.map((one) => one.n));

describe('the sign of life', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('comes every ten seconds, and at once when something is noticed', async () => {
    const { pulse, book, told } = aRoom();
    pulse.start();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(numbers(told)).toEqual([[], []]);

    book.note('LEFT');
    await pulse.beat();

    expect(numbers(told)).toEqual([[], [], [1]]);
    pulse.stop();
  });

  it('brings what was noticed again until the school has it, under the same number', async () => {
    const { pulse, book, told, trouble } = aRoom();
    trouble.push(new Unreachable(undefined), new Problem(503, 'busy', 'Bận.'));
    book.note('OFFLINE');
    book.note('ONLINE');

    pulse.start();
    await vi.advanceTimersByTimeAsync(20_000);
    await vi.advanceTimersByTimeAsync(10_000);

    expect(numbers(told)).toEqual([[1, 2], []]);
    pulse.stop();
  });

  it('goes on counting after a reload', () => {
    const { book, storage } = aRoom();
    book.note('LEFT');
    book.note('BACK', 12);
    book.forget(book.waiting);

    const after = aRoom(storage).book;
    after.note('RESUMED');

    expect(after.waiting.map((one) => [one.n, one.kind])).toEqual([[3, 'RESUMED']]);
  });

  it('waits for a new sign-in, then goes on', async () => {
    const { pulse, told, trouble, signIn } = aRoom();
    trouble.push(new Problem(401, 'signed-out', 'Phiên đã hết.'));
    pulse.start();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told).toEqual([]);

    signIn();
    await vi.advanceTimersByTimeAsync(10_000);

    expect(told).toHaveLength(1);
    pulse.stop();
  });

  it('lets go of signs that the school cannot read', async () => {
    const { pulse, book, trouble } = aRoom();
    trouble.push(new Problem(422, 'beat-shape', 'Không đọc được.'));
    book.note('PASTED');

    pulse.start();
    await vi.advanceTimersByTimeAsync(0);

    expect(book.waiting).toEqual([]);
    pulse.stop();
  });
});
