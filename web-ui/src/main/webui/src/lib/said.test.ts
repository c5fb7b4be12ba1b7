import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { allSaid, draftAt, dropSaid, keepDraft, keepSaid, type Said, sendSaid } from './said';
import { pretendDevice } from './pretend-device';
import { sendUnsent } from './unsent';

let device: ReturnType<typeof pretendDevice>;

const saidAt = (person: string, place: string) => allSaid(person).filter((one) => one.place === place);

const said = (key: string, at: string, place = 'talk.l1.d1'): Said => ({
  key,
  place,
  address: '/api/lms/lesson-talks/l1/d1',
  body: { key, parentId: null, html: `<p>${key}</p>` },
  text: key,
  at,
});

beforeEach(() => (device = pretendDevice()));
afterEach(() => vi.unstubAllGlobals());

test('what waits is said in the order in which it was said, and once', async () => {
  keepSaid('p', said('second', '2026-11-21T08:01:00Z'));
  keepSaid('p', said('first', '2026-11-21T08:00:00Z'));

  expect(await sendSaid('p')).toBe(true);
  expect(device.asked.map((one) => one.body)).toEqual([said('first', '').body, said('second', '').body]);
  expect(await sendSaid('p')).toBe(false);
  expect(device.kept.size).toBe(0);
});

test('without a network it waits on, in its place', async () => {
  keepSaid('p', said('a', '2026-11-21T08:00:00Z'));
  keepSaid('p', said('b', '2026-11-21T08:01:00Z', 'ask.l2'));
  device.answer = () => Promise.reject(new TypeError('no network'));

  expect(await sendSaid('p')).toBe(false);
  expect(device.asked).toHaveLength(1);
  expect(saidAt('p', 'talk.l1.d1').map((one) => one.text)).toEqual(['a']);
  expect(saidAt('p', 'ask.l2').map((one) => one.text)).toEqual(['b']);
});

test('a server that is ill is no refusal', async () => {
  keepSaid('p', said('a', '2026-11-21T08:00:00Z'));
  device.answer = () => new Response('', { status: 503 });

  expect(await sendSaid('p')).toBe(false);
  expect(saidAt('p', 'talk.l1.d1')[0]?.refused).toBeUndefined();
});

test.each([401, 429, 503])('at %i nothing else is tried', async (status) => {
  keepSaid('p', said('a', '2026-11-21T08:00:00Z'));
  keepSaid('p', said('b', '2026-11-21T08:01:00Z'));
  device.answer = () => new Response('', { status });

  expect(await sendSaid('p')).toBe(false);
  expect(device.asked).toHaveLength(1);
  expect(saidAt('p', 'talk.l1.d1').every((one) => one.failed === undefined)).toBe(true);
});

test('what fails by itself is kept with a word, holds nothing up, and is tried again', async () => {
  keepSaid('p', said('a', '2026-11-21T08:00:00Z'));
  keepSaid('p', said('b', '2026-11-21T08:01:00Z'));
  device.answer = () => new Response('{}', { status: device.asked.length === 1 ? 500 : 200 });

  expect(await sendSaid('p')).toBe(true);
  const left = saidAt('p', 'talk.l1.d1');
  expect(left.map((one) => one.text)).toEqual(['a']);
  expect(left[0]?.failed).toBeTruthy();
  expect(left[0]?.refused).toBeUndefined();

  expect(await sendSaid('p')).toBe(true);
  expect(device.kept.size).toBe(0);
});

test('what is dropped while it is on its way does not come back', async () => {
  keepSaid('p', said('a', '2026-11-21T08:00:00Z'));
  keepSaid('p', said('b', '2026-11-21T08:01:00Z'));
  device.answer = () => {
    dropSaid('p', 'a');
    dropSaid('p', 'b');
    return new Response('', { status: 500 });
  };

  expect(await sendSaid('p')).toBe(false);
  expect(device.asked).toHaveLength(1);
  expect(device.kept.size).toBe(0);
});

test('two pages that send at once send once', async () => {
  keepSaid('p', said('a', '2026-11-21T08:00:00Z'));

  expect(await Promise.all([sendSaid('p'), sendUnsent('p'), sendUnsent('p')])).toEqual([true, true, true]);
  expect(device.asked).toHaveLength(1);
});

test('what the school refuses stays with its reason, is not sent again, and holds nothing up', async () => {
  keepSaid('p', said('a', '2026-11-21T08:00:00Z'));
  keepSaid('p', said('b', '2026-11-21T08:01:00Z'));
  const problem = { slug: 'talk-closed', title: 'Phần thảo luận này đã đóng.', status: 409 };
  device.answer = () =>
    device.asked.length === 1
      ? new Response(JSON.stringify(problem), {
          status: 409,
          headers: { 'Content-Type': 'application/problem+json' },
        })
      : new Response('{}', { status: 200 });

  expect(await sendSaid('p')).toBe(true);
  expect(saidAt('p', 'talk.l1.d1')).toEqual([
    { ...said('a', '2026-11-21T08:00:00Z'), refused: 'Phần thảo luận này đã đóng.' },
  ]);
  await sendSaid('p');
  expect(device.asked).toHaveLength(2);
});

test('it goes with whatever else waits, under its own name only', async () => {
  keepSaid('p', said('a', '2026-11-21T08:00:00Z'));
  keepSaid('other', said('b', '2026-11-21T08:00:00Z'));

  expect(await sendUnsent('p')).toBe(true);
  expect(device.asked).toHaveLength(1);
  expect(saidAt('other', 'talk.l1.d1')).toHaveLength(1);
});

test('what is being written is kept for its writer and its place, and is never sent', async () => {
  keepDraft('p', 'answer.q1', 'Có em nhé');
  expect(draftAt('p', 'answer.q1')).toBe('Có em nhé');
  expect(draftAt('p', 'answer.q2')).toBeUndefined();
  expect(draftAt('other', 'answer.q1')).toBeUndefined();
  expect(await sendUnsent('p')).toBe(false);
  expect(device.asked).toHaveLength(0);

  keepDraft('p', 'answer.q1', ' ');
  expect(draftAt('p', 'answer.q1')).toBeUndefined();
  expect(device.kept.size).toBe(0);
});
