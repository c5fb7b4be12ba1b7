import type { Criterion, MarkedAnswer } from '$api/types';
import { describe, expect, it } from 'vitest';
import { isDone, levelPoints, markFrom, nextOpen, scaleOf, totalOf } from './marking';

const criterion = (id: string, points: number): Criterion => ({ id, title: id, points, levels: null });
const answer = (alias: string, mark: number | null, second: number | null = null): MarkedAnswer => ({
  sittingId: alias,
  alias,
  learnerId: null,
  answer: null,
  mark,
  rubricMarks: null,
  comment: null,
  markedBy: null,
  second: second === null ? null : { mark: second, rubricMarks: null, comment: null, by: 'x' },
  settled: false,
  unsettled: false,
  pending: mark === null,
});

describe('a mark that is typed', () => {
  it.each([
    ['1,5', 1.5],
    ['1.25', 1.25],
    ['0', 0],
    [' 2 ', 2],
    [',5', 0.5],
  ])('%s is a mark', (text, mark) => expect(markFrom(text, 2)).toBe(mark));

  it.each(['', '2,01', '1,255', 'a', '-1', ',', '1,5,2'])('%s is none', (text) =>
    expect(markFrom(text, 2)).toBeUndefined(),
  );
});

describe('a rubric', () => {
  const rubric = [criterion('idea', 2), criterion('words', 1)];

  it('makes no mark before every criterion has its points', () => {
    expect(totalOf(rubric, { idea: 2 }, 3)).toBeUndefined();
  });

  it('is scaled to what the paper gives the question', () => {
    expect(scaleOf(rubric, 1.5)).toBe(0.5);
    expect(totalOf(rubric, { idea: 1.5, words: 1 }, 1.5)).toBe(1.25);
    expect(totalOf(rubric, { idea: 2, words: 1 }, 2)).toBe(2);
  });

  it('gives a level its share of the points', () => {
    expect(levelPoints(criterion('idea', 2), 0.75)).toBe(1.5);
    expect(levelPoints(criterion('idea', 1), 1 / 3)).toBe(0.33);
  });
});

describe('going through a pile', () => {
  it('leads to the next that waits, and round', () => {
    const pile = [answer('1', null), answer('2', 1), answer('3', null)];

    expect(nextOpen(pile, 'FIRST', 0)).toBe(2);
    expect(nextOpen(pile, 'FIRST', 2)).toBe(0);
    expect(nextOpen([answer('1', 1)], 'FIRST', 0)).toBeUndefined();
  });

  it('counts for the second marker only what he gave himself', () => {
    expect(isDone(answer('1', 1), 'SECOND')).toBe(false);
    expect(isDone(answer('1', null, 0), 'SECOND')).toBe(true);
  });
});
