import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PackageSave } from '$api/types';
import { Problem, Unreachable } from '$lib/http';
import type { Keep } from '$lib/packages';
import { Keeper, type Kept } from './keeper';
import { MemoryStore } from './store';

const said = (state: string): Keep => ({ lopmo: 'keep', state, score: 0.5, completed: false, passed: null });

describe('what a package keeps', () => {
  let store: MemoryStore;
  let sent: PackageSave[];
  let states: Kept[];
  let away: unknown;

  const keeper = () =>
    new Keeper({
      store,
      personId: 'an',
      fileId: 'gon',
      send: async (save) => {
        if (away) throw away;
        sent.push(save);
      },
      seconds: () => 7,
      onstate: (state) => states.push(state),
    });

  beforeEach(() => {
    vi.useFakeTimers();
    store = new MemoryStore();
    sent = [];
    states = [];
    away = undefined;
  });
  afterEach(() => vi.useRealTimers());

  it('lies on the device first and is sent as a whole after a moment', async () => {
    const one = keeper();
    one.begin(1, 3);
    one.keep(said('a'));
    one.keep(said('b'));
    expect((await store.find())?.state).toBe('b');

    await vi.advanceTimersByTimeAsync(1_000);

    expect(sent).toEqual([
      { number: 1, visit: 3, seq: 2, state: 'b', score: 0.5, completed: false, passed: null, seconds: 7 },
    ]);
    expect(await store.find()).toBeUndefined();
    expect(states.at(-1)).toBe('saved');
  });

  it('waits while there is no network and goes on by itself', async () => {
    const one = keeper();
    one.begin(1, 1);
    away = new Unreachable(undefined);
    one.keep(said('a'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(states.at(-1)).toBe('here');

    one.keep(said('b'));
    away = undefined;
    await vi.advanceTimersByTimeAsync(3_000);

    expect(sent.map((save) => save.state)).toEqual(['b']);
    expect(states.at(-1)).toBe('saved');
  });

  it('of a page that crashed is sent before it is opened again', async () => {
    const crashed = keeper();
    crashed.begin(2, 4);
    crashed.keep(said('a'));
    crashed.stop();

    await keeper().bringLeftover();

    expect(sent.map((save) => [save.number, save.visit, save.state])).toEqual([[2, 4, 'a']]);
    expect(await store.find()).toBeUndefined();
  });

  it('is not tried for ever when the school will not have it', async () => {
    const one = keeper();
    one.begin(1, 1);
    away = new Problem(404, 'attempt-not-found', 'x');
    one.keep(said('a'));
    await vi.advanceTimersByTimeAsync(60_000);

    expect(states).toEqual(['saving', 'failed']);
    await keeper().bringLeftover();
    expect(await store.find()).toBeUndefined();
  });
});
