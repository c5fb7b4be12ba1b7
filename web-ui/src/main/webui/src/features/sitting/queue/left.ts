import { Problem } from '$lib/http';
import { leftAnswers } from '$lib/left-answers';
import * as api from '../api';
import { device } from '../taking/device';
import { SolePage } from './sole';
import { openStore, type KeptSitting, type KeptStep, type Store } from './store';

const BATCH = 100;
const DAY = 86_400_000;
/** Of a clock that is past, the school says so: what came late it holds apart for the teacher, or turns away for good. */
const OVER = ['sitting-closed', 'sitting-moved'];

/**
 * Answers, and hand-ins, that a page left behind on this device when it was closed without a network. They go from
 * whatever page comes first; the paper itself need not be opened again. What the network swallows waits on.
 */
export async function sendLeft(personId: string): Promise<void> {
  const store = await openStore();
  const kept = await store.sittings(personId);
  for (const sitting of kept) if (await SolePage.isFree(sitting.sittingId)) await sendOne(store, sitting);
  if (kept.length === 0) leftAnswers.lower(personId);
}

async function sendOne(store: Store, kept: KeptSitting): Promise<void> {
  const waiting = await store.waiting(kept.sittingId);
  for (let from = 0; from < waiting.length; from += BATCH)
    if (!(await sendSome(store, kept, waiting.slice(from, from + BATCH)))) return;
  if (kept.handInSeq !== null) await handIn(store, kept, kept.handInSeq);
  else if (isLongOver(kept)) await store.clear(kept.sittingId);
}

/** True if the school has them now. */
async function sendSome(
  store: Store,
  { sittingId, offset }: KeptSitting,
  steps: KeptStep[],
): Promise<boolean> {
  const now = new Date(Date.now() + offset).toISOString();
  try {
    const bare = steps.map(({ seq, slot, answer, typedAt }) => ({ seq, slot, answer, typedAt }));
    const { acked } = await api.send(sittingId, device, now, bare);
    const known = steps.filter((step) => step.seq <= acked);
    await drop(store, sittingId, known);
    return known.length === steps.length;
  } catch (thrown) {
    const held = thrown instanceof Problem && OVER.includes(thrown.slug) && thrown.more['held'] === true;
    if (held) await drop(store, sittingId, steps);
    // Anything else is for the page of the paper, which knows what was typed since and can tell him.
    return held;
  }
}

const drop = (store: Store, sittingId: string, steps: KeptStep[]) =>
  store.drop(
    sittingId,
    steps.map((step) => step.seq),
  );

async function handIn(store: Store, { sittingId }: KeptSitting, seq: number): Promise<void> {
  try {
    await api.handIn(sittingId, seq);
  } catch (thrown) {
    // Unless it is handed in already, the page of the paper does it, and knows what stood in the way.
    if (!(thrown instanceof Problem) || !(await api.reopen(sittingId)).handedInAt) return;
  }
  await store.clear(sittingId);
}

/** Nothing waits, and the bell rang a day ago: his work does not stay on a device that others use too. */
const isLongOver = ({ opening }: KeptSitting) => new Date(opening.closesAt).getTime() + DAY < Date.now();
