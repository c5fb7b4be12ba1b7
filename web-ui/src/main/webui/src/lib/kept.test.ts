import type { MaterialFile } from '$api/types';
import { expect, test } from 'vitest';
import { addresses, picturesIn, mediaIn } from './kept';

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
