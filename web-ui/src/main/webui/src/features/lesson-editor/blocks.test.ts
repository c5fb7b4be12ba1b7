import { describe, expect, it } from 'vitest';
import { copyOf, freshBlock, isSomething, KINDS, moved, nameOf } from './blocks';

describe('the blocks of a lesson', () => {
  it('can be moved up and down', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a'], 4, 0)).toEqual(['a']);
  });

  it('each have a name of their own, even with nothing written', () => {
    for (const { kind } of KINDS) expect(nameOf(freshBlock(kind))).not.toBe('');
    expect(nameOf({ id: '1', kind: 'text', html: '<p>Áp suất</p>' })).toBe('Áp suất');
  });

  it('are copied under another id', () => {
    const block = freshBlock('task');

    expect(copyOf(block)).toMatchObject({ kind: 'task' });
    expect(copyOf(block).id).not.toBe(block.id);
  });

  it('stay on the desk until there is something to keep', () => {
    expect(isSomething(freshBlock('picture'))).toBe(false);
    expect(isSomething(freshBlock('text'))).toBe(true);
  });
});
