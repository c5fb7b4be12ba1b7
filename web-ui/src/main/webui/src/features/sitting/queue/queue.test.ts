import 'fake-indexeddb/auto';
import type { Acked, Answer, AnswerStep } from '$api/types';
import { Problem, Unreachable } from '$lib/http';
import { describe, expect, it, vi } from 'vitest';
import { AnswerQueue, type QueueStatus, type Transport } from './queue';
import { openStore, type Store } from './store';

let made = 0;
const choice = (letter: string): Answer => ({ choice: letter });

/** A school that keeps each number once, and can be told to fail. */
class School implements Transport {
  kept = new Map<number, AnswerStep>();
  batches: number[][] = [];
  trouble: unknown[] = [];
  back: () => void = () => undefined;

  async send(steps: AnswerStep[]): Promise<Acked> {
    const trouble = this.trouble.shift();
    if (trouble !== undefined && trouble !== 'lost-reply') throw trouble;
    const taken = steps.some((step) => (this.kept.get(step.seq)?.slot ?? step.slot) !== step.slot);
    if (taken) throw new Problem(409, 'answer-number-taken', 'Số này đã có.');
    if (steps.some((step) => step.slot === 'poison'))
      throw new Problem(422, 'answer-shape', 'Câu trả lời không hợp lệ.');
    this.batches.push(steps.map((step) => step.seq));
    for (const step of steps) this.kept.set(step.seq, step);
    if (trouble === 'lost-reply') throw new Unreachable(undefined);
    const acked = Math.max(...this.kept.keys());
    const now = new Date().toISOString();
    return { acked, serverNow: now, closesAt: now, pausedAt: null };
  }

  async lastSeq(): Promise<number> {
    return Math.max(0, ...this.kept.keys());
  }

  signedIn(): Promise<void> {
    return new Promise((resolve) => (this.back = resolve));
  }

  get answers(): Record<string, unknown> {
    const inOrder = [...this.kept.values()].sort((a, b) => a.seq - b.seq);
    return Object.fromEntries(inOrder.map((step) => [step.slot, step.answer]));
  }
}

async function aQueue(school: School, options: { store?: Store; id?: string; seq?: number } = {}) {
  const store = options.store ?? (await openStore());
  const id = options.id ?? `s${++made}`;
  const seen: QueueStatus[] = [];
  const refused: string[] = [];
  const queue = new AnswerQueue(
    id,
    store,
    school,
    {
      changed: (status) => seen.push(status),
      refused: (step) => refused.push(step.slot),
    },
    options.seq ?? 0,
    { backoff: () => 5 },
  );
  return { queue, store, id, seen, refused };
}

describe('the queue of answers', () => {
  it('keeps an answer on the device before it is sent, and forgets it once the school has it', async () => {
    const school = new School();
    const { queue, store, id, seen } = await aQueue(school);
    await queue.put('q1', choice('B'));
    await queue.drain();
    expect(school.answers).toEqual({ q1: { choice: 'B' } });
    expect(await store.waiting(id)).toEqual([]);
    expect(seen.at(-1)).toMatchObject({ state: 'saved', waiting: new Set() });
  });

  it('gathers what was answered without a network and sends it in order', async () => {
    const school = new School();
    school.trouble = Array.from({ length: 4 }, () => new Unreachable(undefined));
    const { queue, store, id, seen } = await aQueue(school);
    await queue.put('q1', choice('A'));
    await queue.put('q2', choice('B'));
    await queue.put('q1', choice('C'));
    expect(await store.waiting(id)).toHaveLength(3);
    await queue.drain();
    expect(seen.some((status) => status.state === 'here' && status.waiting.size > 0)).toBe(true);
    expect(school.batches.flat()).toEqual([1, 2, 3]);
    expect(school.answers).toEqual({ q1: { choice: 'C' }, q2: { choice: 'B' } });
  });

  it('sends again what it does not know to have arrived, and nothing is doubled', async () => {
    const school = new School();
    school.trouble = ['lost-reply'];
    const { queue } = await aQueue(school);
    await queue.put('q1', choice('A'));
    await queue.drain();
    expect(school.batches).toEqual([[1], [1]]);
    expect(school.kept.size).toBe(1);
  });

  it('goes on after a crash with what lay on the device', async () => {
    const dead = new School();
    dead.trouble = Array.from({ length: 1000 }, () => new Unreachable(undefined));
    const first = await aQueue(dead);
    await first.queue.put('q1', choice('A'));
    await first.queue.put('q2', null);
    first.queue.stop();

    const school = new School();
    const second = await aQueue(school, { store: await openStore(), id: first.id });
    const left = await second.queue.resume();
    expect(left.map((step) => step.slot)).toEqual(['q1', 'q2']);
    await second.queue.put('q3', choice('D'));
    await second.queue.drain();
    expect(school.answers).toEqual({ q1: { choice: 'A' }, q2: null, q3: { choice: 'D' } });
    expect([...school.kept.keys()]).toEqual([1, 2, 3]);
  });

  it('waits for a new sign-in with everything kept, and then goes on', async () => {
    const school = new School();
    school.trouble = [new Problem(401, 'signed-out', 'Phiên đã hết.')];
    const { queue, store, id, seen } = await aQueue(school);
    await queue.put('q1', choice('A'));
    await expect.poll(() => seen.at(-1)?.state).toBe('signed-out');
    await queue.put('q2', choice('B'));
    expect(await store.waiting(id)).toHaveLength(2);
    school.back();
    await queue.drain();
    expect(school.answers).toEqual({ q1: { choice: 'A' }, q2: { choice: 'B' } });
  });

  it('moves its numbers behind those of another device', async () => {
    const school = new School();
    const other = await aQueue(school);
    await other.queue.put('q1', choice('A'));
    await other.queue.drain();
    const { queue } = await aQueue(school, { seq: 0 });
    await queue.put('q2', choice('B'));
    await queue.drain();
    expect(school.answers).toEqual({ q1: { choice: 'A' }, q2: { choice: 'B' } });
    expect(queue.lastSeq).toBe(2);
  });

  it('does not let one answer that is not taken hold back the others', async () => {
    const school = new School();
    school.trouble = [new Unreachable(undefined)];
    const { queue, refused } = await aQueue(school);
    await queue.put('q1', choice('A'));
    await queue.put('poison', choice('?'));
    await queue.put('q2', choice('B'));
    await queue.drain();
    expect(refused).toEqual(['poison']);
    expect(school.answers).toEqual({ q1: { choice: 'A' }, q2: { choice: 'B' } });
    expect(queue.lastSeq).toBe(2);
  });

  it('says that it came too late, and rests once the school holds it', async () => {
    const school = new School();
    school.trouble = [new Problem(409, 'sitting-closed', 'Đã hết giờ.', [], { held: true })];
    const { queue, store, id, seen } = await aQueue(school);
    await queue.put('q1', choice('A'));
    await queue.drain();
    expect(seen.at(-1)?.state).toBe('closed');
    expect(await store.waiting(id)).toEqual([]);
  });

  it('keeps everything when somebody else is signed in on the device', async () => {
    const school = new School();
    school.trouble = [
      new Problem(404, 'not-found', 'Không tìm thấy.'),
      new Problem(403, 'forbidden', 'Không được.'),
    ];
    const { queue, refused } = await aQueue(school);
    await queue.put('q1', choice('A'));
    await queue.drain();
    expect(refused).toEqual([]);
    expect(school.answers).toEqual({ q1: { choice: 'A' } });
  });

  it('tells how long ago each answer was typed, by a clock that nobody sets', async () => {
    const school = new School();
    const sent: AnswerStep[] = [];
    const send = school.send.bind(school);
    school.send = (steps) => (sent.push(...steps), send(steps));
    let ticks = 500;
    const store = await openStore();
    const id = `s${++made}`;
    const quiet = { changed: () => undefined, refused: () => undefined };
    school.trouble = [new Unreachable(undefined)];
    const queue = new AnswerQueue(id, store, school, quiet, 0, { ticks: () => ticks, backoff: () => 60_000 });

    await queue.put('q1', choice('A'));
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    await new Promise((resolve) => setTimeout(resolve, 10));
    ticks += 42_000;
    await queue.drain();
    expect(sent.map((step) => step.age)).toEqual([0, 42_000]);

    school.trouble = [new Unreachable(undefined)];
    await queue.put('q2', choice('B'));
    await vi.waitFor(() => expect(sent).toHaveLength(3));
    queue.stop();
    const reloaded = new AnswerQueue(id, store, school, quiet, 1, { ticks: () => 7 });
    await reloaded.resume();
    await reloaded.drain();
    expect(sent.at(-1)?.age).toBeUndefined();
  });

  it('says that the work went on elsewhere, and what the school holds of this device', async () => {
    const school = new School();
    const moved = (held: boolean) => new Problem(409, 'sitting-moved', 'Đã chuyển máy.', [], { held });
    school.trouble = [moved(true), moved(false)];
    const { queue, seen, store, id } = await aQueue(school);

    await queue.put('q1', choice('A'));
    await vi.waitFor(async () => expect(await store.waiting(id)).toEqual([]));
    expect(seen.at(-1)).toMatchObject({ state: 'moved', held: 1, waiting: new Set() });

    await queue.put('q2', choice('B'));
    await vi.waitFor(() => expect(seen.at(-1)?.waiting.size).toBe(1));
    expect(await store.waiting(id)).toHaveLength(1);
    queue.stop();
  });
});
