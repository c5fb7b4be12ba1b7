import type { Lesson, Material, MaterialFile } from '$api/types';
import { beforeEach, afterEach, describe, expect, test, vi } from 'vitest';
import {
  addresses,
  companionsOf,
  drop,
  keep,
  keepLesson,
  keptOf,
  mediaIn,
  picturesIn,
  STORE,
  weightOf,
} from './kept';

const file = (change: Partial<MaterialFile>) =>
  ({
    id: 'a',
    kind: 'CONTENT',
    state: 'READY',
    mediaType: '',
    pages: null,
    renditions: [],
    ...change,
  }) as MaterialFile;
const base = '/api/content/files/a';

test('of each kind of file, what its reader asks for', () => {
  expect(addresses(file({ mediaType: 'application/epub+zip', pages: 2 }))).toEqual([
    `${base}/pages`,
    `${base}/pages/1`,
    `${base}/pages/2`,
  ]);
  expect(addresses(file({ mediaType: 'application/pdf', pages: 1 }))).toContain(base);
  expect(addresses(file({ mediaType: 'video/mp4', renditions: ['VIDEO_480'] }))).toEqual([
    `${base}/renditions/VIDEO_480`,
  ]);
  expect(addresses(file({ mediaType: 'text/vtt', kind: 'SUBTITLE', pages: 1 }))).toEqual([
    `${base}/subtitles`,
  ]);
  expect(addresses(file({ mediaType: 'application/x.h5p+zip' }))).toEqual([]);
});

test('pictures of our own are kept, no others', () => {
  const own = `${'/api/content/files/0196b5a0-0000-7000-8000-000000000000'}/parts/${'ab'.repeat(32)}`;
  expect(picturesIn(`<img src=\\"${own}\\"><img src=\\"https://example.org/x.png\\">`)).toEqual([own]);
});

test('the pictures of a lesson are found in blocks and in text, each once', () => {
  const id = '01900000-0000-7000-8000-000000000001';
  const blocks = [
    { kind: 'picture', url: `/api/lms/media/${id}` },
    { kind: 'text', html: `<img src="/api/lms/media/${id}"><img src="https://else.where/x.png">` },
  ];

  expect(mediaIn(JSON.stringify(blocks))).toEqual([`/api/lms/media/${id}`]);
});

describe('a lesson with materials of the library', () => {
  const ME = 'me';
  const store = new Map<string, Response>();
  /** What the server does not give. */
  let refused: string[] = [];
  const named = (url: string | Request) => (typeof url === 'string' ? url : url.url);

  const material = (id: string, state = 'PUBLISHED', mediaType = 'image/png'): Material =>
    ({
      id,
      state,
      metadata: { title: id },
      files: [file({ id: `${id}-f`, mediaType, size: 1000 })],
    }) as unknown as Material;
  const lesson = (id: string, ...materials: string[]) =>
    ({
      id,
      title: id,
      courseId: 'c',
      blocks: materials.map((one) => ({ kind: 'material', materialId: one, version: 1 })),
    }) as unknown as Lesson;
  const answers: Record<string, unknown> = {
    '/api/content/materials/m1/versions/1': material('m1'),
    '/api/content/materials/m2': material('m2'),
    '/api/content/materials/gone/versions/1': material('gone', 'WITHDRAWN'),
    '/api/content/materials/game/versions/1': material('game', 'PUBLISHED', 'application/x.h5p+zip'),
  };
  const has = (url: string) => store.has(url);
  const take = async (one: Lesson) => keepLesson(one, ME, () => undefined, await companionsOf(one));

  beforeEach(() => {
    store.clear();
    refused = [];
    const cache = {
      match: (url: string) => Promise.resolve(store.get(named(url))?.clone()),
      put: (url: string, answer: Response) => Promise.resolve(store.set(named(url), answer)),
      delete: (url: string) => Promise.resolve(store.delete(named(url))),
    };
    vi.stubGlobal('caches', {
      has: () => Promise.resolve(store.size > 0),
      open: () => Promise.resolve(cache),
    });
    vi.stubGlobal('isSecureContext', true);
    vi.stubGlobal('navigator', { serviceWorker: { ready: new Promise(() => undefined) } });
    vi.stubGlobal('fetch', (url: string) => {
      const known = answers[url] ?? (/materials/.test(url) ? undefined : 'bytes');
      const status = refused.includes(url) ? 503 : known === undefined ? 404 : 200;
      return Promise.resolve(new Response(status === 200 ? JSON.stringify(known) : '{}', { status }));
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  test('those that are read or watched come along in the version that it shows; the weight is known before', async () => {
    const one = lesson('l1', 'm1', 'm2', 'gone', 'game', 'nowhere');
    const along = await companionsOf(one);

    expect(along.map(({ address }) => address)).toEqual([
      '/api/content/materials/m1/versions/1',
      '/api/content/materials/m2',
    ]);
    expect(weightOf(along)).toBe(2000);
    expect(await keepLesson(one, ME, () => undefined, along)).toEqual([]);

    expect(has('/api/content/materials/m1/versions/1') && has('/api/content/files/m1-f')).toBe(true);
    const kept = await keptOf(ME);
    expect(kept.map((each) => [each.id, each.brought ?? false, each.version])).toEqual([
      ['m1', true, 1],
      ['m2', true, undefined],
      ['l1', false, undefined],
    ]);
    expect(STORE).toBe('lopmo-kept');
  });

  test('what does not come is told, and the lesson is there', async () => {
    const along = await companionsOf(lesson('l1', 'm1', 'm2'));
    refused = ['/api/content/files/m1-f'];

    expect(await keepLesson(lesson('l1', 'm1', 'm2'), ME, () => undefined, along)).toEqual(['m1']);

    expect(has('/api/lms/lessons/l1')).toBe(true);
    expect(has('/api/content/materials/m1/versions/1')).toBe(false);
    expect((await keptOf(ME)).find((one) => one.id === 'l1')?.materials).toEqual(['m2']);
  });

  test('they go with the last lesson that brought them', async () => {
    await take(lesson('l1', 'm1'));
    await take(lesson('l2', 'm1'));

    await drop('l1');
    expect(has('/api/content/files/m1-f')).toBe(true);
    await drop('l2');
    expect(has('/api/content/files/m1-f')).toBe(false);
    expect(await keptOf(ME)).toEqual([]);
  });

  test('what somebody kept for itself stays when the lesson goes', async () => {
    await take(lesson('l1', 'm2'));
    await keep(material('m2'), ME, () => undefined);
    await take(lesson('l2', 'm2'));

    await drop('l1');
    await drop('l2');

    expect((await keptOf(ME)).map((one) => one.id)).toEqual(['m2']);
    expect(has('/api/content/files/m2-f')).toBe(true);
  });
});
