import type { Block, DraftAnswer } from '$api/types';
import { describe, expect, it } from 'vitest';
import { changeOf, isNothing, nothing, renamed, takenIn, together, touched, type Written } from './pending';

const text = (id: string, html = id): Block => ({ id, kind: 'text', html });
const written = (...blocks: Block[]): Written => ({
  title: 'Bài 16',
  summary: '',
  minutes: 20,
  blocks,
  indicators: [],
  plan: { outcomes: '', competences: '', stemTopic: '', preparation: '' },
});
const envelope = { device: 'd', seq: 1, known: 3, at: null, closing: false };
const answer = (order: string[], ...blocks: Block[]): DraftAnswer => ({
  revision: 4,
  savedAt: '',
  order,
  news: { fields: {}, minutes: 20, indicators: [], blocks },
  copied: {},
  twins: [],
  present: [],
});
const ids = (one: Written) => one.blocks.map((block) => block.id).join('');

describe('what was touched', () => {
  const [a, b, c] = [text('a'), text('b'), text('c')] as const;

  it('is the block that was written, the one that came, and the one that went', () => {
    const found = touched(written(a, b), written({ ...a, html: 'mới' } as Block, c));

    expect([...found.blocks]).toEqual(['a', 'c']);
    expect([...found.moved]).toEqual(['c']);
    expect([...found.removed]).toEqual(['b']);
  });

  it('is one block when one is moved, whichever way', () => {
    expect([...touched(written(a, b, c), written(b, c, a)).moved]).toEqual(['a']);
    expect([...touched(written(a, b, c), written(c, a, b)).moved]).toEqual(['c']);
    expect(isNothing(touched(written(a, b), written(a, b)))).toBe(true);
  });

  it('comes back when it was taken away and put in again', () => {
    const gone = touched(written(a, b), written(a));
    const back = touched(written(a), written(a, b));

    expect([...together(gone, back).removed]).toEqual([]);
    expect([...together(gone, back).blocks]).toEqual(['b']);
  });
});

describe('what is sent', () => {
  it('is what says something; the rest waits', () => {
    const picture: Block = { id: 'p', kind: 'picture', url: '', alt: '', caption: null };
    const both = written(text('a'), picture);

    const { change, waits } = changeOf(both, touched(written(), both), envelope);

    expect(change.blocks).toEqual([text('a')]);
    expect(change.moved).toEqual(['a']);
    expect(change.order).toEqual(['a', 'p']);
    expect([...waits.blocks]).toEqual(['p']);
  });
});

describe('what others did', () => {
  it('comes in beside what was typed here since', () => {
    const here = written(text('a', 'đang gõ'), text('b'));
    const still = together(nothing(), touched(written(text('a'), text('b')), here));

    const taken = takenIn(
      here,
      answer(['a', 'x', 'b'], text('a', 'khác'), text('x', 'mới'), text('b', 'sửa')),
      still,
    );

    expect(taken.written.blocks.map((one) => (one as { html: string }).html)).toEqual([
      'đang gõ',
      'mới',
      'sửa',
    ]);
    expect(taken.whole).toBe(false);
  });

  it('takes a block away only if nobody writes in it here', () => {
    const here = written(text('a'), text('b', 'đang gõ'), text('c'));
    const still = touched(written(text('a'), text('b'), text('c')), here);

    const { written: next } = takenIn({ ...here, blocks: [...here.blocks] }, answer(['a']), still);

    expect(ids(next)).toBe('ab');
  });

  it('leaves where it is what was moved or added here since', () => {
    const before = written(text('a'), text('b'), text('c'));
    const after = written(text('n'), text('c'), text('a'), text('b'));
    const still = touched(before, {
      ...after,
      blocks: after.blocks.map((one) => before.blocks.find((b) => b.id === one.id) ?? one),
    });

    const { written: next } = takenIn(after, answer(['a', 'b', 'x', 'c'], text('x')), still);

    expect(ids(next)).toBe('ncabx');
  });

  it('gives a block of ours another id where it had to become one of its own', () => {
    expect(ids(renamed(written(text('a'), text('b')), { b: 'z' }))).toBe('az');
  });

  it('says when the school has a block that is not here', () => {
    expect(takenIn(written(text('a')), answer(['a', 'q']), nothing()).missing).toBe(true);
  });
});
