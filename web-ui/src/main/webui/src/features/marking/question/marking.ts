import type { Criterion, MarkedAnswer, Marker } from '$api/types';
import { isEnglish } from '$lib/words';

/** What was typed as a mark; undefined when it is none, or more than there is. */
export function markFrom(text: string, max: number): number | undefined {
  const clean = text.trim().replace(',', '.');
  if (!/^\d*\.?\d{0,2}$/.test(clean) || clean === '' || clean === '.') return undefined;
  const mark = Number(clean);
  return mark <= max ? mark : undefined;
}

/** What the service calls an answer without a name, "Bài 7", in the reader's language. */
export const aliasWords = (alias: string) => (isEnglish ? alias.replace(/^Bài /, 'Paper ') : alias);

const cents = (value: number) => Math.round(value * 100) / 100;

/** The points of a rubric are those of its author; a paper may give the question more or fewer. */
export function scaleOf(rubric: readonly Criterion[], maxMark: number): number {
  const points = rubric.reduce((sum, one) => sum + one.points, 0);
  return points > 0 ? maxMark / points : 1;
}

/** The mark that the criteria make together; undefined until each has its points. */
export function totalOf(
  rubric: readonly Criterion[],
  given: Readonly<Record<string, number>>,
  maxMark: number,
): number | undefined {
  if (rubric.some((one) => given[one.id] === undefined)) return undefined;
  const sum = rubric.reduce((all, one) => all + (given[one.id] ?? 0), 0);
  return Math.min(maxMark, cents(sum * scaleOf(rubric, maxMark)));
}

/** What a level of a criterion is worth. */
export const levelPoints = (criterion: Criterion, share: number) => cents(criterion.points * share);

/** The mark this marker gave; the other's is not his business. */
export function mineOf(answer: MarkedAnswer, as: Marker): number | null {
  return as === 'SECOND' ? (answer.second?.mark ?? null) : answer.mark;
}

export const isDone = (answer: MarkedAnswer, as: Marker) => mineOf(answer, as) !== null;

/** The first that waits for this marker, after `from` and round; undefined when all are done. */
export function nextOpen(answers: readonly MarkedAnswer[], as: Marker, from: number): number | undefined {
  const order = answers.map((_, i) => (from + 1 + i) % answers.length);
  return order.find((i) => {
    const one = answers[i];
    return one !== undefined && !isDone(one, as);
  });
}
