import type { Acked, Answer, AnswerStep } from '$api/types';
import { Problem } from '$lib/http';
import type { KeptStep, Store } from './store';

/**
 * Answers on their way to the school. Each is written to this device first, then sent in order with a number of
 * its own; the school keeps a number once, however often it comes. Nothing is forgotten here before the school
 * has said that it is durable there.
 */
export interface Transport {
  send(steps: AnswerStep[]): Promise<Acked>;
  /** The last number the school knows of this sitting. */
  lastSeq(): Promise<number>;
  /** Resolves when somebody is signed in again. */
  signedIn(): Promise<void>;
}

/** `closed` and `moved`: the school takes no more answers from here, because of the clock or of another device. */
export type QueueState = 'saved' | 'saving' | 'here' | 'signed-out' | 'closed' | 'moved';

export interface QueueStatus {
  state: QueueState;
  /** The questions that wait to be sent. */
  waiting: ReadonlySet<string>;
  savedAt: number | null;
  /** How many answers the school holds apart for the teacher. */
  held: number;
}

export interface Listener {
  changed(status: QueueStatus): void;
  /** The school does not take this answer at all; the sentence says why. */
  refused(step: AnswerStep, sentence: string): void;
}

interface Options {
  /** The school's time. */
  now?: () => number;
  /** A clock of this page that nobody sets. */
  ticks?: () => number;
  /** Milliseconds to wait after so many failures in a row. */
  backoff?: (failures: number) => number;
}

const BATCH = 100;
const patience = (failures: number) =>
  Math.min(30_000, 1000 * 2 ** (failures - 1)) * (0.75 + Math.random() / 2);

export class AnswerQueue {
  #steps: KeptStep[] = [];
  #lastSeq: number;
  #state: QueueState = 'saved';
  #savedAt: number | null = null;
  #held = 0;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pumping = false;
  #stopped = false;
  #writes: Promise<unknown> = Promise.resolve();
  #drained: (() => void)[] = [];
  readonly #now: () => number;
  readonly #ticks: () => number;
  readonly #backoff: (failures: number) => number;

  constructor(
    readonly sittingId: string,
    private readonly store: Store,
    private readonly transport: Transport,
    private readonly listener: Listener,
    lastSeq: number,
    options: Options = {},
  ) {
    this.#lastSeq = lastSeq;
    this.#now = options.now ?? Date.now;
    this.#ticks = options.ticks ?? (() => performance.now());
    this.#backoff = options.backoff ?? patience;
  }

  /** Takes up what an earlier page left behind, and gives it, so that the answers can be shown. */
  async resume(): Promise<KeptStep[]> {
    // Another page's clock began at another moment: the age of these is no longer known.
    this.#steps = (await this.store.waiting(this.sittingId)).map((step) => ({ ...step, tick: undefined }));
    this.#lastSeq = Math.max(this.#lastSeq, ...this.#steps.map((step) => step.seq));
    if (this.#steps.length > 0) {
      this.#become('here');
      void this.#pump();
    }
    return [...this.#steps];
  }

  get lastSeq(): number {
    return this.#lastSeq;
  }

  /** The last number that the school is known to have. */
  get acked(): number {
    return (this.#steps[0]?.seq ?? this.#lastSeq + 1) - 1;
  }

  /** Resolves when the answer is on this device; sending goes on by itself. */
  async put(slot: string, answer: Answer | null): Promise<void> {
    const step: KeptStep = {
      sittingId: this.sittingId,
      seq: ++this.#lastSeq,
      slot,
      answer,
      typedAt: new Date(this.#now()).toISOString(),
      tick: this.#ticks(),
    };
    this.#steps.push(step);
    this.#become(this.#state === 'saved' ? 'saving' : this.#state);
    await this.#write(() => (this.#steps.includes(step) ? this.store.add(step) : Promise.resolve()));
    if (this.#timer === undefined) void this.#pump();
  }

  /** Tries now instead of waiting: the network is back, or somebody looks. */
  nudge(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    void this.#pump();
  }

  /** Resolves when nothing waits any more. */
  drain(): Promise<void> {
    this.nudge();
    return this.#steps.length === 0
      ? Promise.resolve()
      : new Promise((resolve) => this.#drained.push(resolve));
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  /** Writes go one after another; a device that refuses one must not stop the sending. */
  async #write(work: () => Promise<void>): Promise<void> {
    this.#writes = this.#writes.then(work).catch(() => undefined);
    await this.#writes;
  }

  async #pump(): Promise<void> {
    if (this.#pumping || this.#stopped || this.#timer !== undefined) return;
    this.#pumping = true;
    try {
      while (!this.#stopped && this.#steps.length > 0) {
        await this.#writes;
        if (!(await this.#sendSome(this.#steps.slice(0, BATCH)))) break;
      }
    } finally {
      this.#pumping = false;
    }
    if (this.#steps.length === 0) this.#finished();
  }

  #finished(): void {
    for (const go of this.#drained.splice(0)) go();
    if (!this.#ended) this.#become('saved');
  }

  get #ended(): boolean {
    return this.#state === 'closed' || this.#state === 'moved';
  }

  /** True to go on at once, false to stop until something changes. */
  async #sendSome(batch: KeptStep[]): Promise<boolean> {
    try {
      const acked = await this.transport.send(batch.map((step) => this.#bare(step)));
      const known = batch.filter((step) => step.seq <= acked.acked);
      if (known.length === 0) return this.#later();
      await this.#forget(known);
      this.#failures = 0;
      this.#savedAt = this.#now();
      if (this.#steps.length > 0) this.#become('saving');
      return true;
    } catch (thrown) {
      return this.#failed(thrown, batch);
    }
  }

  async #failed(thrown: unknown, batch: KeptStep[]): Promise<boolean> {
    if (!(thrown instanceof Problem)) return this.#later();
    if (thrown.status === 401) {
      this.#become('signed-out');
      await this.transport.signedIn();
      return true;
    }
    if (thrown.slug === 'sitting-closed') return this.#end('closed', thrown, batch);
    if (thrown.slug === 'sitting-moved') return this.#end('moved', thrown, batch);
    if (thrown.slug === 'answer-number-taken') return this.#renumbered();
    if (thrown.status === 400 || thrown.status === 422) return this.#refused(thrown, batch);
    // Overload, trouble, or somebody else signed in on this device: it stays here and is tried again.
    return this.#later();
  }

  /** Too late, or not from here: what the school holds for the teacher is safe there, the rest stays on this device. */
  async #end(state: 'closed' | 'moved', problem: Problem, batch: KeptStep[]): Promise<boolean> {
    const held = problem.more['held'] === true;
    if (held) this.#held += batch.length;
    this.#become(state);
    if (!held) return this.#later();
    await this.#forget(batch);
    this.#become(state);
    return true;
  }

  /** Another device wrote to this sitting: our numbers move behind its own. */
  async #renumbered(): Promise<boolean> {
    try {
      await this.#number(await this.transport.lastSeq());
      return true;
    } catch {
      return this.#later();
    }
  }

  /** One answer that cannot be taken must not hold back the others: find it, tell, and close the gap. */
  async #refused(problem: Problem, batch: KeptStep[]): Promise<boolean> {
    const [first, ...others] = batch;
    if (first === undefined) return false;
    if (others.length > 0) return this.#sendSome([first]);
    this.listener.refused(this.#bare(first), problem.title);
    this.#steps = this.#steps.filter((step) => step !== first);
    await this.#number(first.seq - 1);
    return true;
  }

  async #number(after: number): Promise<void> {
    let seq = after;
    this.#steps = this.#steps.map((step) => ({ ...step, seq: ++seq }));
    this.#lastSeq = seq;
    const steps = this.#steps;
    await this.#write(() => this.store.replace(this.sittingId, steps));
  }

  async #forget(done: KeptStep[]): Promise<void> {
    this.#steps = this.#steps.filter((step) => !done.includes(step));
    await this.#write(() =>
      this.store.drop(
        this.sittingId,
        done.map((step) => step.seq),
      ),
    );
  }

  #later(): boolean {
    this.#failures += 1;
    if (!this.#ended) this.#become('here');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.nudge(), this.#backoff(this.#failures));
    return false;
  }

  #become(state: QueueState): void {
    this.#state = state;
    this.listener.changed({
      state,
      waiting: new Set(this.#steps.map((step) => step.slot)),
      savedAt: this.#savedAt,
      held: this.#held,
    });
  }

  #bare({ seq, slot, answer, typedAt, tick }: KeptStep): AnswerStep {
    const age = tick === undefined ? undefined : Math.max(0, Math.round(this.#ticks() - tick));
    return { seq, slot, answer, typedAt, age };
  }
}
