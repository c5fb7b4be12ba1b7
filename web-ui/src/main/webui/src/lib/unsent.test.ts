import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { holdNote, sendUnsent, unsent } from './unsent';

const kept = new Map<string, string>();
const step = { version: 1, seen: ['a'], lastBlock: 'a', seconds: 60 };
let answer: (path: string) => Response | Promise<Response>;
let asked: { path: string; body: unknown }[] = [];

beforeEach(() => {
  kept.clear();
  asked = [];
  answer = () => new Response('{}', { status: 200 });
  const storage = new Proxy(
    {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    },
    {
      ownKeys: () => [...kept.keys()],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    },
  );
  vi.stubGlobal('localStorage', storage);
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    asked.push({ path, body: JSON.parse(String(init.body)) });
    return answer(path);
  });
});
afterEach(() => vi.unstubAllGlobals());

test('what waits is sent and forgotten', async () => {
  unsent.keepReading('p', 'l1', step);
  unsent.keepNote('p', 'l2', { text: 'p = F/S', known: 2 });

  expect(await sendUnsent('p')).toBe(true);
  expect(asked).toEqual([
    { path: '/api/lms/lessons/l1/progress', body: step },
    { path: '/api/lms/lesson-notes/l2', body: { text: 'p = F/S', known: 2 } },
  ]);
  expect(kept.size).toBe(0);
});

test('what another did stays where it is', async () => {
  unsent.keepReading('other', 'l1', step);

  expect(await sendUnsent('p')).toBe(false);
  expect(asked).toEqual([]);
  expect(kept.size).toBe(1);
});

test('without a network everything waits on', async () => {
  unsent.keepReading('p', 'l1', step);
  answer = () => Promise.reject(new TypeError('no network'));

  expect(await sendUnsent('p')).toBe(false);
  expect(unsent.reading('p', 'l1')).toEqual(step);
});

test('a reading that is refused is let go, a note never', async () => {
  unsent.keepReading('p', 'l1', step);
  unsent.keepNote('p', 'l1', { text: 'x', known: 0 });
  answer = () => new Response('{"slug":"lesson-not-found"}', { status: 404 });

  await sendUnsent('p');
  expect(unsent.reading('p', 'l1')).toBeUndefined();
  expect(unsent.note('p', 'l1')).toEqual({ text: 'x', known: 0 });
});

test('a note that is open is left to its own page, until it is closed', async () => {
  unsent.keepNote('p', 'l2', { text: 'p = F/S', known: 2 });
  const release = holdNote('l2');

  expect(await sendUnsent('p')).toBe(false);
  expect(asked).toEqual([]);
  release();
  expect(await sendUnsent('p')).toBe(true);
});

test('what was written on while it was sent is not forgotten', async () => {
  unsent.keepNote('p', 'l2', { text: 'p = F', known: 2 });
  answer = () => {
    unsent.keepNote('p', 'l2', { text: 'p = F/S', known: 2 });
    return new Response('{}', { status: 200 });
  };

  await sendUnsent('p');
  expect(unsent.note('p', 'l2')?.text).toBe('p = F/S');
});
