import type { Content } from '$api/types';
import { describe, expect, it } from 'vitest';
import { changeOf, draftOf } from './change';

const choice: Content = {
  form: 'SINGLE_CHOICE',
  prompt: '',
  options: [
    { id: 'A', html: '' },
    { id: 'B', html: '' },
  ],
  key: 'A',
  explanation: null,
};
const group: Content = {
  form: 'TRUE_FALSE_GROUP',
  prompt: '',
  statements: [
    { id: 'a', html: '', key: true },
    { id: 'b', html: '', key: false },
  ],
  scoring: 'LADDER',
  explanation: null,
};
const short: Content = { form: 'SHORT_ANSWER', prompt: '', keys: ['2,5'], explanation: null };

describe('a key that is corrected', () => {
  it.each([choice, group, short])('is no change while it says the same', (content) => {
    expect(changeOf(content, draftOf(content))).toBeUndefined();
  });

  it('names only what changes', () => {
    expect(changeOf(choice, { ...draftOf(choice), key: 'B' })).toEqual({
      kind: 'CORRECT',
      content: { key: 'B' },
    });
    expect(changeOf(group, { ...draftOf(group), statements: { a: true, b: true } })).toEqual({
      kind: 'CORRECT',
      content: { statements: [{ id: 'b', key: true }] },
    });
    expect(changeOf(short, { ...draftOf(short), keys: ['2,5', ' 5/2 ', ''] })).toEqual({
      kind: 'CORRECT',
      content: { keys: ['2,5', '5/2'] },
    });
  });

  it('can void or drop any question', () => {
    expect(changeOf(choice, { ...draftOf(choice), kind: 'VOID' })).toEqual({ kind: 'VOID' });
    expect(changeOf(short, { ...draftOf(short), kind: 'DROP' })).toEqual({ kind: 'DROP' });
  });
});
