import { Problem, Unreachable } from '$lib/http';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Place } from './place';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const at = (n: number, within = 0) => ({ n, within, share: n / 10 });

test('a scroll is told once it rests, and the same place only once', async () => {
  const send = vi.fn().mockResolvedValue(undefined);
  const place = new Place('tep', send);

  place.is(at(1, 0.1));
  place.is(at(1, 0.22222));
  await vi.advanceTimersByTimeAsync(3000);
  place.is(at(1, 0.22222));
  await vi.advanceTimersByTimeAsync(3000);

  expect(send.mock.calls).toEqual([['tep', { n: 1, within: 0.222, share: 0.1 }, false]]);
});

test('what could not be told without a network is told later', async () => {
  const send = vi.fn().mockRejectedValueOnce(new Unreachable(undefined)).mockResolvedValue(undefined);
  const place = new Place('tep', send);

  place.is(at(2));
  await place.tell(true);
  await place.tell(false);

  expect(send).toHaveBeenCalledTimes(2);
});

test('what the server refuses is not asked again', async () => {
  const send = vi.fn().mockRejectedValue(new Problem(404, 'file-not-found', ''));
  const place = new Place('tep', send);

  place.is(at(2));
  await place.tell(false);
  await place.tell(false);

  expect(send).toHaveBeenCalledTimes(1);
});
