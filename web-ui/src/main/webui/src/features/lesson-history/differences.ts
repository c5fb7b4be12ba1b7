import type { Block } from '$api/types';
import { textOf, wordsOf } from '$ui/lesson/words-of';
import type { State } from './api';

/** One place where two states of a lesson differ. */
export interface Difference {
  key: string;
  what: 'title' | 'summary' | 'plan' | Block['kind'];
  /** Of a block that only one of them has. */
  only?: 'old' | 'now';
  before: string;
  after: string;
}

const planOf = ({ plan }: State): string =>
  [textOf(plan.outcomes), textOf(plan.competences), plan.stemTopic, textOf(plan.preparation)]
    .filter(Boolean)
    .join('\n');

/** In the order of the lesson as it is now; what it lost stands where it stood. */
export function differences(old: State, now: State): Difference[] {
  const found: Difference[] = [];
  const line = (what: 'title' | 'summary' | 'plan', before: string, after: string) => {
    if (before !== after) found.push({ key: what, what, before, after });
  };
  line('title', old.title, now.title);
  line('summary', old.summary, now.summary);
  line('plan', planOf(old), planOf(now));
  const before = new Map(old.blocks.map((one) => [one.id, one]));
  const order = [...now.blocks];
  old.blocks.forEach((block, at) => {
    if (now.blocks.some((one) => one.id === block.id)) return;
    const previous = order.findIndex((one) => one.id === old.blocks[at - 1]?.id);
    order.splice(previous + 1, 0, block);
  });
  for (const block of order) {
    const was = before.get(block.id);
    const is = now.blocks.find((one) => one.id === block.id);
    const texts = { before: was ? wordsOf(was) : '', after: is ? wordsOf(is) : '' };
    if (was && is && JSON.stringify(was) === JSON.stringify(is)) continue;
    const only = was === undefined ? ('now' as const) : is === undefined ? ('old' as const) : undefined;
    found.push({ key: block.id, what: block.kind, ...(only ? { only } : {}), ...texts });
  }
  return found;
}
