import { describe, expect, it } from 'vitest';
import { type Part, stepped, totalOf } from './desk.svelte';

const slot = (itemId: string, points = 0.25) => ({
  itemId,
  points,
  content: { form: 'ESSAY', prompt: '', guide: null, explanation: null } as const,
  meta: {
    subject: 'toan',
    grade: 8,
    topic: null,
    cognitive: null,
    indicators: [],
    source: null,
    materials: [],
  },
});
const part = (key: string, ...ids: string[]): Part => ({
  key,
  title: key,
  instructions: null,
  slots: ids.map((id) => slot(id)),
});
const order = (parts: Part[]) => parts.map((one) => one.slots.map((each) => each.itemId).join(''));

describe('a paper being put together', () => {
  it('moves a question within its part and over the edge into the next', () => {
    const parts = [part('I', 'a', 'b'), part('II', 'c')];

    expect(order(stepped(parts, 'a', 1))).toEqual(['ba', 'c']);
    expect(order(stepped(parts, 'b', 1))).toEqual(['a', 'bc']);
    expect(order(stepped(parts, 'c', -1))).toEqual(['abc', '']);
    expect(order(stepped(parts, 'a', -1))).toEqual(['ab', 'c']);
  });

  it('adds up marks in hundredths', () => {
    expect(totalOf([{ slots: [{ points: 0.1 }, { points: 0.2 }] }])).toEqual({ questions: 2, points: 0.3 });
  });
});
