import type { ImportedQuestion } from '$api/types';
import { describe, expect, it } from 'vitest';
import { nextInDoubt, stateOf } from './review.svelte';

const question = (n: number, doubtful = false, more: Partial<ImportedQuestion> = {}): ImportedQuestion => ({
  n,
  part: null,
  form: 'ESSAY',
  sourceIds: [],
  content: { form: 'ESSAY', prompt: 'p', guide: null, explanation: null },
  meta: { cognitive: null, indicators: [], points: 1, topic: null },
  doubts: doubtful ? [{ slug: 'no-key', title: 'Không thấy đáp án', target: null }] : [],
  settled: false,
  dropped: false,
  ...more,
});

describe('the review of an imported paper', () => {
  it('goes on to the next question in doubt, and round to the first', () => {
    const all = [question(1, true), question(2), question(3, true), question(4)];

    expect(nextInDoubt(all, 1)?.n).toBe(3);
    expect(nextInDoubt(all, 3)?.n).toBe(1);
    expect(nextInDoubt([question(1, true)], 1)).toBeUndefined();
  });

  it('takes a settled or left-out question for done', () => {
    expect(stateOf(question(1, true))).toBe('doubt');
    expect(stateOf(question(1, true, { settled: true }))).toBe('settled');
    expect(stateOf(question(1, true, { dropped: true }))).toBe('dropped');
  });
});
