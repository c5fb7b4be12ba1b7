import type { Block } from '$api/types';
import { expect, test } from 'vitest';
import type { State } from './api';
import { differences } from './differences';

const text = (id: string, html: string): Block => ({ id, kind: 'text', html: `<p>${html}</p>` });
const state = (title: string, ...blocks: Block[]): State => ({
  title,
  summary: '',
  minutes: 0,
  blocks,
  indicators: [],
  plan: { outcomes: '', competences: '', stemTopic: '', preparation: '' },
});

test('what changed, what came and what went, each where it stands', () => {
  const old = state('Bài 16', text('a', 'một'), text('b', 'hai'), text('c', 'ba'));
  const now = state('Bài 16', text('a', 'một'), text('c', 'ba, sửa'), text('d', 'bốn'));

  expect(differences(old, now)).toEqual([
    { key: 'b', what: 'text', only: 'old', before: 'hai', after: '' },
    { key: 'c', what: 'text', before: 'ba', after: 'ba, sửa' },
    { key: 'd', what: 'text', only: 'now', before: '', after: 'bốn' },
  ]);
  expect(differences(now, now)).toEqual([]);
});
