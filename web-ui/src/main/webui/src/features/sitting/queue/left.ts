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
  for (const sitting of kept)
    // What stands in the way of one holds back no other.
    if (await SolePage.isFree(sitting.sittingId)) await sendOne(store, sitting).catch(() => undefined);
  if (kept.length === 0) leftAnswers.lower(personId);
}

async function sendOne(store: Store, kept: KeptSitting): Promise<void> {
  const waiting = await store.waiting(kept.sittingId);
  for (let from = 0; from < waiting.length; from += BATCH) {
    const fate = await sendSome(store, kept, waiting.slice(from, from + BATCH));
    if (fate === 'later') return;
    if (fate === 'never') return isLongOver(kept) ? forget(store, kept.sittingId, waiting) : undefined;
  }
  if (kept.handInSeq !== null) await handIn(store, kept, kept.handInSeq);
  else if (isLongOver(kept)) await store.clear(kept.sittingId);
}

/** `never`: the school takes them no more, and said why; the page of the paper still shows it for a day. */
async function sendSome(
  store: Store,
  { sittingId, offset }: KeptSitting,
  steps: KeptStep[],
): Promise<'there' | 'later' | 'never'> {
  const now = new Date(Date.now() + offset).toISOString();
  try {
    const bare = steps.map(({ seq, slot, answer, typedAt }) => ({ seq, slot, answer, typedAt }));
    const { acked } = await api.send(sittingId, device, now, bare);
    const known = steps.filter((step) => step.seq <= acked);
    await drop(store, sittingId, known);
    return known.length === steps.length ? 'there' : 'later';
  } catch (thrown) {
    // What the network swallows waits on; what was typed since, the page of the paper knows better.
    if (!(thrown instanceof Problem)) return 'later';
    const over = OVER.includes(thrown.slug);
    if (over && thrown.more['held'] === true) {
      await drop(store, sittingId, steps);
      return 'there';
    }
    return over || thrown.status === 404 ? 'never' : 'later';
  }
}

const drop = (store: Store, sittingId: string, steps: KeptStep[]) =>
  store.drop(
    sittingId,
    steps.map((step) => step.seq),
  );

async function forget(store: Store, sittingId: string, steps: KeptStep[]): Promise<void> {
  await drop(store, sittingId, steps);
  await store.clear(sittingId);
}

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
