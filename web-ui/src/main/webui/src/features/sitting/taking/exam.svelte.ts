import type { Answer, Form, MyAssignment, Opening } from '$api/types';
import { Problem, sentenceOf, Unreachable } from '$lib/http';
import { signIn } from '$lib/signed-out.svelte';
import * as api from '../api';
import { isTyped, missing, type Place } from '../items/answers';
import { t } from '../messages';
import { AnswerQueue, type QueueStatus } from '../queue/queue';
import { SolePage } from '../queue/sole';
import { openStore, type KeptSitting, type Store } from '../queue/store';
import { ServerClock } from './clock.svelte';

export type Phase = 'loading' | 'failed' | 'start' | 'elsewhere' | 'taking' | 'handing' | 'handed';

const PAUSE = 600;

/** One learner's work on one paper, from the first look to "handed in". Made inside a component. */
export class Exam {
  phase = $state<Phase>('loading');
  failure = $state<string | undefined>();
  busy = $state(false);
  assignment = $state.raw<MyAssignment | undefined>();
  opening = $state.raw<Opening | undefined>();
  answers = $state.raw<Record<string, Answer | null | undefined>>({});
  flags = $state.raw<readonly string[]>([]);
  status = $state.raw<QueueStatus>({ state: 'saved', waiting: 0, savedAt: null });
  refused = $state.raw<{ slot: string; why: string } | undefined>();
  handedInAt = $state<string | undefined>();
  timeUp = $state(false);
  durable = $state(true);
  late = $state(false);
  readonly clock = new ServerClock();

  readonly places = $derived.by<Place[]>(() =>
    (this.opening?.parts ?? []).flatMap((part) =>
      part.items.map((shown) => ({ shown, part: part.title, key: `cau-${shown.slot}` })),
    ),
  );
  readonly open = $derived(
    this.places.flatMap((place) => {
      const why = missing(place.shown, this.answers[place.shown.slot]);
      return why === undefined ? [] : [{ place, why }];
    }),
  );

  #store: Store | undefined;
  #queue: AnswerQueue | undefined;
  #sole: SolePage | undefined;
  #typed = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(
    readonly assignmentId: string,
    readonly personId: string,
  ) {}

  async load(): Promise<void> {
    this.phase = 'loading';
    this.failure = undefined;
    this.#store ??= await openStore();
    this.durable = this.#store.durable;
    const kept = await this.#store.sitting(this.assignmentId, this.personId);
    try {
      this.assignment = (await api.mine()).find((one) => one.id === this.assignmentId);
      await this.#settle(kept);
    } catch (thrown) {
      await this.#without(thrown, kept);
    }
  }

  async begin(): Promise<void> {
    this.busy = true;
    try {
      await this.#enter(await api.open(this.assignmentId));
    } catch (thrown) {
      this.#fail(thrown, () => this.begin());
    } finally {
      this.busy = false;
    }
  }

  /** Takes the work from the other page; what that one kept on the device is read here. */
  async takeHere(): Promise<void> {
    this.#sole?.take();
    await this.begin();
  }

  answer(slot: string, form: Form, answer: Answer | null): void {
    if (this.phase !== 'taking') return;
    this.answers = { ...this.answers, [slot]: answer };
    if (this.refused?.slot === slot) this.refused = undefined;
    clearTimeout(this.#typed.get(slot));
    if (isTyped(form)) {
      this.status = { ...this.status, state: this.status.state === 'saved' ? 'saving' : this.status.state };
      this.#typed.set(
        slot,
        setTimeout(() => this.#put(slot), PAUSE),
      );
    } else this.#put(slot);
  }

  flag(slot: string): void {
    this.flags = this.flags.includes(slot) ? this.flags.filter((one) => one !== slot) : [...this.flags, slot];
    void this.#keep();
  }

  /** What was being typed is written now: the page goes away, or the paper is handed in. */
  flush(): void {
    for (const slot of [...this.#typed.keys()]) this.#put(slot);
  }

  /** The network may be back, or somebody looks again. */
  nudge(): void {
    this.#queue?.nudge();
  }

  async handIn(): Promise<void> {
    if (this.phase !== 'taking') return;
    this.flush();
    this.phase = 'handing';
    await this.#keep();
    await this.#deliver();
  }

  stop(): void {
    this.flush();
    this.#queue?.stop();
    this.#sole?.close();
  }

  async #settle(kept: KeptSitting | undefined): Promise<void> {
    const state = this.assignment?.state;
    if (state === undefined) {
      this.failure = t.unknown;
      this.phase = 'failed';
    } else if (state === 'TAKING') {
      await this.#enter(await api.open(this.assignmentId));
    } else if (state === 'HANDED_IN' || state === 'RELEASED') {
      await this.#afterwards(kept);
    } else this.phase = 'start';
  }

  /** It is over; but answers may still lie here, and the teacher may want to see them. */
  async #afterwards(kept: KeptSitting | undefined): Promise<void> {
    this.phase = 'handed';
    if (!kept) return;
    const queue = this.#newQueue(kept.opening);
    await queue.resume();
    await queue.drain();
    await this.#store?.clear(kept.sittingId);
  }

  /** No answer from the school: go on with what this device knows. */
  async #without(thrown: unknown, kept: KeptSitting | undefined): Promise<void> {
    if (!(thrown instanceof Unreachable) || !kept || !this.#store)
      return this.#fail(thrown, () => this.load());
    const answers = { ...kept.opening.answers, ...(await this.#store.answers(kept.sittingId)) };
    await this.#enter({ ...kept.opening, answers }, kept);
  }

  #fail(thrown: unknown, again: () => Promise<void>): void {
    this.failure = sentenceOf(thrown);
    this.phase = 'failed';
    if (signIn.lost) void signIn.back().then(again);
  }

  async #enter(opening: Opening, offline?: KeptSitting): Promise<void> {
    if (!this.#sole) {
      this.#sole = new SolePage(opening.sittingId, () => this.#yield());
      if (!(await this.#sole.claim())) {
        this.phase = 'elsewhere';
        return;
      }
    }
    if (offline) this.clock.restore(offline.offset, opening.closesAt);
    else this.clock.set(opening.serverNow, opening.closesAt);
    await this.#takeUp(opening);
  }

  async #takeUp(opening: Opening): Promise<void> {
    const kept = await this.#store?.sitting(this.assignmentId, this.personId);
    this.opening = opening;
    this.flags = kept?.flags ?? [];
    const queue = this.#newQueue(opening);
    const left = await queue.resume();
    const unsent = Object.fromEntries(left.map((step) => [step.slot, step.answer]));
    this.answers = { ...opening.answers, ...unsent };
    preloadPictures(opening);
    if (opening.handedInAt) return this.#handed(opening.handedInAt);
    this.phase = kept?.handInSeq != null ? 'handing' : 'taking';
    await this.#keep();
    if (this.phase === 'handing') await this.#deliver();
  }

  #newQueue(opening: Opening): AnswerQueue {
    this.#queue?.stop();
    const id = opening.sittingId;
    if (!this.#store) throw new Error('no store');
    this.#queue = new AnswerQueue(
      id,
      this.#store,
      {
        send: (steps) => api.send(id, steps),
        lastSeq: async () => (await api.reopen(id)).seq,
        signedIn: () => signIn.back(),
      },
      {
        changed: (status) => {
          this.status = { ...status, savedAt: status.savedAt && status.savedAt };
          if (status.state === 'closed') this.late = true;
        },
        clock: (acked) => this.clock.set(acked.serverNow, acked.closesAt),
        refused: (step, why) => (this.refused = { slot: step.slot, why }),
      },
      opening.seq,
      { now: () => Date.now() + this.clock.offset },
    );
    return this.#queue;
  }

  #put(slot: string): void {
    clearTimeout(this.#typed.get(slot));
    this.#typed.delete(slot);
    void this.#queue?.put(slot, this.answers[slot] ?? null);
  }

  #yield(): void {
    this.flush();
    this.#queue?.stop();
    this.phase = 'elsewhere';
  }

  async #keep(): Promise<void> {
    if (!this.opening || !this.#queue) return;
    await this.#store?.keep({
      sittingId: this.opening.sittingId,
      assignmentId: this.assignmentId,
      personId: this.personId,
      opening: this.opening,
      offset: this.clock.offset,
      lastSeq: this.#queue.lastSeq,
      flags: [...this.flags],
      at: Date.now(),
      handInSeq: this.phase === 'handing' ? this.#queue.lastSeq : null,
      handedInAt: null,
    });
  }

  /** First every answer, then the hand-in itself; as often as it takes. */
  async #deliver(): Promise<void> {
    const queue = this.#queue;
    if (!queue) return;
    await queue.drain();
    let seq = queue.lastSeq;
    for (let failures = 1; this.phase === 'handing'; failures++) {
      try {
        const { handedInAt } = await api.handIn(queue.sittingId, seq);
        return await this.#handed(handedInAt);
      } catch (thrown) {
        if (thrown instanceof Problem && thrown.status === 409) {
          const again = await api.reopen(queue.sittingId).catch(() => undefined);
          if (again?.handedInAt) return await this.#handed(again.handedInAt);
          if (again && thrown.slug === 'sitting-closed') return await this.#handed(again.closesAt);
          if (again) seq = again.seq;
        }
        await this.#pause(thrown, failures);
      }
    }
  }

  async #pause(thrown: unknown, failures: number): Promise<void> {
    if (thrown instanceof Problem && thrown.status === 401) return signIn.back();
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, Math.min(20_000, 1000 * 2 ** failures));
      addEventListener('online', () => (clearTimeout(timer), resolve()), { once: true });
    });
  }

  async #handed(at: string): Promise<void> {
    this.handedInAt = at;
    this.phase = 'handed';
    await this.#queue?.drain();
    if (this.opening) await this.#store?.clear(this.opening.sittingId);
  }
}

/** So that the pictures of later questions are here when the network is not. */
function preloadPictures(opening: Opening): void {
  for (const [, source] of JSON.stringify(opening.parts).matchAll(/<img[^>]*? src=\\"([^"\\]+)\\"/g)) {
    if (source) new Image().src = source;
  }
}
