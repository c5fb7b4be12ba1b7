import 'fake-indexeddb/auto';
import type { Block, Draft, DraftAnswer, DraftChange } from '$api/types';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { left } from './journal';
import { touched, type Written } from './pending';
import { deliver, Sync } from './sync.svelte';

const text = (id: string, html: string): Block => ({ id, kind: 'text', html });
const empty: Written = {
  title: 'Bài 16',
  summary: '',
  minutes: 45,
  blocks: [],
  indicators: [],
  plan: { outcomes: '', competences: '', stemTopic: '', preparation: '' },
};
const draft = { id: 'l', revision: 1, savedAt: '', twins: [] } as unknown as Draft;

/** A school that answers as it is told to, and remembers what it was sent. */
let sent: DraftChange[];
let school: (change: DraftChange) => Response | Promise<Response>;
let written: Written;
let lesson = 0;

const answer = (change: DraftChange, more: Partial<DraftAnswer> = {}) =>
  Response.json({
    revision: change.known + 1,
    savedAt: '2026-11-21T02:00:00Z',
    order: null,
    news: null,
    copied: {},
    twins: [],
    present: [],
    ...more,
  });

beforeEach(() => {
  vi.stubGlobal('document', { visibilityState: 'hidden' });
  vi.stubGlobal('fetch', async (_path: string, asked: RequestInit) => {
    const change = JSON.parse(String(asked.body)) as DraftChange;
    sent.push(change);
    return school(change);
  });
  sent = [];
  school = answer;
  written = empty;
  lesson += 1;
});
afterEach(() => vi.unstubAllGlobals());

function page(from?: ConstructorParameters<typeof Sync>[3]) {
  return new Sync(
    {
      lessonId: `l${lesson}`,
      personId: 'huyen',
      draft: () => draft,
      read: () => written,
      at: () => null,
      take: () => true,
    },
    from?.device ?? 'page',
    draft,
    from,
  );
}

function write(sync: Sync, ...blocks: Block[]) {
  const before = written;
  written = { ...written, blocks };
  sync.touch(touched(before, written));
}

test('what is typed lies on the device at once and leaves it when it is at school', async () => {
  const sync = page();
  write(sync, text('a', 'một'));
  await vi.waitFor(async () => expect(await left(`l${lesson}`, 'huyen')).toHaveLength(1));

  expect(await sync.flush()).toBe(true);

  expect(sync.state).toBe('saved');
  expect(sent[0]?.blocks).toEqual([text('a', 'một')]);
  await vi.waitFor(async () => expect(await left(`l${lesson}`, 'huyen')).toHaveLength(0));
});

test('what could not be sent goes with what was typed since, under the next number', async () => {
  const sync = page();
  school = () => Promise.reject(new TypeError('no network'));
  write(sync, text('a', 'một'));
  expect(await sync.flush()).toBe(false);
  expect(sync.state).toBe('here');

  school = answer;
  write(sync, text('a', 'một'), text('b', 'hai'));
  expect(await sync.flush()).toBe(true);

  expect(sent.map((one) => one.seq)).toEqual([1, 2]);
  expect(sent[1]?.blocks?.map((one) => one.id)).toEqual(['a', 'b']);
});

test('never two requests at once, and what is typed meanwhile is not forgotten', async () => {
  const sync = page();
  let open = 0;
  school = async (change) => {
    expect(++open).toBe(1);
    await new Promise((done) => setTimeout(done, 15));
    open -= 1;
    return answer(change);
  };
  write(sync, text('a', 'm'));
  const first = sync.flush();
  const second = sync.flush();
  await new Promise((done) => setTimeout(done, 5));
  write(sync, text('a', 'một'));
  await Promise.all([first, second, sync.flush()]);

  expect(sent.flatMap((one) => one.blocks ?? []).at(-1)).toEqual(text('a', 'một'));
  expect(sync.dirty).toBe(false);
});

test('one block that is refused does not keep the others here', async () => {
  const sync = page();
  const refusal = {
    slug: 'text-too-long',
    title: 'Đoạn này quá dài.',
    fields: [{ field: 'blocks[0].html' }],
  };
  school = (change) =>
    change.blocks?.some((one) => one.id === 'a') ? Response.json(refusal, { status: 422 }) : answer(change);
  write(sync, text('a', 'dài'), text('b', 'hai'));
  await sync.flush();
  expect(sync.state).toBe('failed');

  await sync.flush();

  expect(sent[1]?.blocks).toEqual([text('b', 'hai')]);
  expect(sync.why).toBe('Đoạn này quá dài.');
  school = answer;
  write(sync, text('a', 'ngắn'), text('b', 'hai'));
  expect(await sync.flush()).toBe(true);
  expect(sync.state).toBe('saved');
});

test('what a closed page left is taken up, or delivered in its name', async () => {
  const sync = page();
  school = () => Promise.reject(new TypeError('no network'));
  write(sync, text('a', 'đang gõ d'));
  await sync.flush();
  const [kept] = await left(`l${lesson}`, 'huyen');
  if (!kept) throw new Error('nothing was kept');
  expect(await left(`l${lesson}`, 'duc')).toHaveLength(0);

  school = answer;
  const next = page(kept);
  written = kept.written;
  expect(await next.flush()).toBe(true);
  expect(sent.at(-1)).toMatchObject({ device: 'page', seq: 2, blocks: [text('a', 'đang gõ d')] });

  await deliver(kept);
  expect(sent.at(-1)).toMatchObject({ device: 'page', seq: 2, closing: true });
});
