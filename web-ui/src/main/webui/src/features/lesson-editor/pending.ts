import type { Block, DraftAnswer, DraftChange, DraftField, LessonPlan } from '$api/types';
import { isSomething } from './blocks';

/** What a lesson says while it is written. */
export interface Written {
  title: string;
  summary: string;
  minutes: number;
  blocks: Block[];
  indicators: string[];
  plan: LessonPlan;
}

/** What was touched and is not at school yet. */
export interface Pending {
  fields: Set<DraftField>;
  minutes: boolean;
  indicators: boolean;
  blocks: Set<string>;
  removed: Set<string>;
  moved: Set<string>;
  settled: Set<string>;
}

export const nothing = (): Pending => ({
  fields: new Set(),
  minutes: false,
  indicators: false,
  blocks: new Set(),
  removed: new Set(),
  moved: new Set(),
  settled: new Set(),
});

const SETS = ['fields', 'blocks', 'removed', 'moved', 'settled'] as const;

export const isNothing = (one: Pending): boolean =>
  !one.minutes && !one.indicators && SETS.every((name) => one[name].size === 0);

export function together(one: Pending, other: Pending): Pending {
  const both = nothing();
  for (const from of [one, other]) {
    for (const name of SETS) for (const each of from[name]) (both[name] as Set<string>).add(each);
    both.minutes ||= from.minutes;
    both.indicators ||= from.indicators;
  }
  // taken out and put in again, or the other way round: what was done last counts
  for (const id of other.blocks) both.removed.delete(id);
  for (const id of other.removed) both.blocks.delete(id);
  return both;
}

export const FIELDS: Record<
  DraftField,
  { of: (written: Written) => string; to: (written: Written, text: string) => Written }
> = {
  TITLE: { of: (w) => w.title, to: (w, title) => ({ ...w, title }) },
  SUMMARY: { of: (w) => w.summary, to: (w, summary) => ({ ...w, summary }) },
  OUTCOMES: { of: (w) => w.plan.outcomes, to: (w, outcomes) => ({ ...w, plan: { ...w.plan, outcomes } }) },
  COMPETENCES: {
    of: (w) => w.plan.competences,
    to: (w, competences) => ({ ...w, plan: { ...w.plan, competences } }),
  },
  STEM_TOPIC: {
    of: (w) => w.plan.stemTopic,
    to: (w, stemTopic) => ({ ...w, plan: { ...w.plan, stemTopic } }),
  },
  PREPARATION: {
    of: (w) => w.plan.preparation,
    to: (w, preparation) => ({ ...w, plan: { ...w.plan, preparation } }),
  },
};

/** What differs between two states, as touched. */
export function touched(before: Written, after: Written): Pending {
  const found = nothing();
  for (const field of Object.keys(FIELDS) as DraftField[])
    if (FIELDS[field].of(before) !== FIELDS[field].of(after)) found.fields.add(field);
  found.minutes = before.minutes !== after.minutes;
  found.indicators = before.indicators.join() !== after.indicators.join();
  if (before.blocks === after.blocks) return found;
  const was = new Map(before.blocks.map((one) => [one.id, one]));
  for (const block of after.blocks) {
    if (!alike(was.get(block.id), block)) found.blocks.add(block.id);
    if (!was.has(block.id)) found.moved.add(block.id);
    was.delete(block.id);
  }
  for (const id of was.keys()) found.removed.add(id);
  for (const id of wandered(before.blocks, after.blocks)) found.moved.add(id);
  return found;
}

const alike = (one: Block | undefined, other: Block) =>
  one === other || (one !== undefined && JSON.stringify(one) === JSON.stringify(other));

/** The blocks that stand behind another one than before; a single step moves one, whatever it steps over. */
function wandered(before: readonly Block[], after: readonly Block[]): string[] {
  const old = before.map((one) => one.id).filter((id) => after.some((one) => one.id === id));
  const now = after.map((one) => one.id).filter((id) => old.includes(id));
  const from = now.findIndex((id, i) => id !== old[i]);
  if (from < 0) return [];
  const without = (list: readonly string[], id: string) => list.filter((one) => one !== id).join();
  const single = [now[from], old[from]].find(
    (id) => id !== undefined && without(old, id) === without(now, id),
  );
  return single === undefined ? now : [single];
}

export interface Envelope {
  device: string;
  seq: number;
  known: number;
  at: string | null;
  closing: boolean;
}

/** What is sent; blocks that say nothing yet wait, and are given back. */
export function changeOf(
  written: Written,
  pending: Pending,
  envelope: Envelope,
  stuck: ReadonlySet<string> = new Set(),
): { change: DraftChange; waits: Pending } {
  const waits = nothing();
  const change: DraftChange = { ...envelope };
  for (const field of pending.fields) (change.fields ??= {})[field] = FIELDS[field].of(written);
  if (pending.minutes) change.minutes = written.minutes;
  if (pending.indicators) change.indicators = written.indicators;
  const byId = new Map(written.blocks.map((one) => [one.id, one]));
  const ready: Block[] = [];
  for (const id of pending.blocks) {
    const block = byId.get(id);
    if (block === undefined) continue;
    if (isSomething(block) && !stuck.has(id)) ready.push(block);
    else waits.blocks.add(id);
  }
  for (const id of pending.moved) if (waits.blocks.has(id)) waits.moved.add(id);
  if (ready.length > 0) change.blocks = ready;
  if (pending.removed.size > 0) change.removed = [...pending.removed];
  const moved = [...pending.moved].filter((id) => byId.has(id) && !waits.moved.has(id));
  if (moved.length > 0) change.moved = moved;
  if (pending.settled.size > 0) change.settled = [...pending.settled];
  if (change.blocks ?? change.moved) change.order = written.blocks.map((one) => one.id);
  return { change, waits };
}

export const isEmpty = ({
  fields,
  minutes,
  indicators,
  blocks,
  removed,
  moved,
  settled,
}: DraftChange): boolean =>
  [fields, minutes, indicators, blocks, removed, moved, settled].every((one) => one === undefined);

/** A block of ours that had to become a block of its own keeps its place on the page, under its new id. */
export function renamed(written: Written, copied: Readonly<Record<string, string>>): Written {
  if (Object.keys(copied).length === 0) return written;
  const blocks = written.blocks.map((one) => ({ ...one, id: copied[one.id] ?? one.id }));
  return { ...written, blocks };
}

export function renamedPending(pending: Pending, copied: Readonly<Record<string, string>>): Pending {
  const all = together(nothing(), pending);
  for (const [from, to] of Object.entries(copied)) {
    for (const name of ['blocks', 'moved', 'removed'] as const) if (all[name].delete(from)) all[name].add(to);
  }
  return all;
}

/**
 * Takes in what others did, leaving alone what was touched here since. `whole` is false when something had to be left
 * as it is here: then the page does not yet know what the school has.
 */
export function takenIn(
  written: Written,
  { order, news }: DraftAnswer,
  still: Pending,
): { written: Written; whole: boolean; missing: boolean } {
  if (order === null || news === null) return { written, whole: true, missing: false };
  let next = written;
  let whole = true;
  for (const field of Object.keys(news.fields) as DraftField[]) {
    const text = news.fields[field];
    if (still.fields.has(field)) whole = false;
    else if (text !== undefined) next = FIELDS[field].to(next, text);
  }
  if (!still.minutes) next = { ...next, minutes: news.minutes };
  if (!still.indicators && next.indicators.join() !== news.indicators.join())
    next = { ...next, indicators: news.indicators };
  const byId = new Map(next.blocks.map((one) => [one.id, one]));
  for (const block of news.blocks) {
    if (still.blocks.has(block.id) || still.removed.has(block.id)) whole = false;
    else byId.set(block.id, block);
  }
  const missing = order.some((id) => !byId.has(id) && !still.removed.has(id));
  const ids = arranged(order, next.blocks, still);
  const blocks = ids.map((id) => byId.get(id)).filter((one) => one !== undefined);
  const same = blocks.length === written.blocks.length && blocks.every((one, i) => one === written.blocks[i]);
  return { written: { ...next, blocks: same ? written.blocks : blocks }, whole, missing };
}

/** The school's order, with what stands only here, or was moved here since, behind what it stands behind here. */
function arranged(order: readonly string[], here: readonly Block[], still: Pending): string[] {
  const ours = (id: string) => still.moved.has(id) || (!order.includes(id) && still.blocks.has(id));
  const ids = order.filter((id) => !still.removed.has(id) && !ours(id));
  let before: string | undefined;
  for (const { id } of here) {
    if (ours(id)) ids.splice(before === undefined ? 0 : ids.indexOf(before) + 1, 0, id);
    if (ids.includes(id)) before = id;
  }
  return ids;
}
