import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pretendDevice } from './pretend-device';
import { holdNote, sendUnsent, unsent } from './unsent';

const step = { version: 1, seen: ['a'], lastBlock: 'a', seconds: 60 };
let device: ReturnType<typeof pretendDevice>;

beforeEach(() => (device = pretendDevice()));
afterEach(() => vi.unstubAllGlobals());

test('what waits is sent and forgotten', async () => {
  unsent.keepReading('p', 'l1', step);
  unsent.keepNote('p', 'l2', { text: 'p = F/S', known: 2 });

  expect(await sendUnsent('p')).toBe(true);
  expect(device.asked).toEqual([
    { path: '/api/lms/lessons/l1/progress', body: step },
    { path: '/api/lms/lesson-notes/l2', body: { text: 'p = F/S', known: 2 } },
  ]);
  expect(device.kept.size).toBe(0);
});

test('what another did stays where it is', async () => {
  unsent.keepReading('other', 'l1', step);

  expect(await sendUnsent('p')).toBe(false);
  expect(device.asked).toEqual([]);
  expect(device.kept.size).toBe(1);
});

test('without a network everything waits on', async () => {
  unsent.keepReading('p', 'l1', step);
  device.answer = () => Promise.reject(new TypeError('no network'));

  expect(await sendUnsent('p')).toBe(false);
  expect(unsent.reading('p', 'l1')).toEqual(step);
});

test('a reading that is refused is let go, a note never', async () => {
  unsent.keepReading('p', 'l1', step);
  unsent.keepNote('p', 'l1', { text: 'x', known: 0 });
  device.answer = () => new Response('{"slug":"lesson-not-found"}', { status: 404 });

  await sendUnsent('p');
  expect(unsent.reading('p', 'l1')).toBeUndefined();
  expect(unsent.note('p', 'l1')).toEqual({ text: 'x', known: 0 });
});

test('a note that is open is left to its own page, until it is closed', async () => {
  unsent.keepNote('p', 'l2', { text: 'p = F/S', known: 2 });
  const release = holdNote('l2');

  expect(await sendUnsent('p')).toBe(false);
  expect(device.asked).toEqual([]);
  release();
  expect(await sendUnsent('p')).toBe(true);
});

test('what was written on while it was sent is not forgotten', async () => {
  unsent.keepNote('p', 'l2', { text: 'p = F', known: 2 });
  device.answer = () => {
    unsent.keepNote('p', 'l2', { text: 'p = F/S', known: 2 });
    return new Response('{}', { status: 200 });
  };

  await sendUnsent('p');
  expect(unsent.note('p', 'l2')?.text).toBe('p = F/S');
});
