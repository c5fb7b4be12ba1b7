import type { PackageSave } from '$api/types';
import { Problem } from '$lib/http';
import type { Keep } from '$lib/packages';
import type { KeptSave, Store } from './store';

export type Kept = 'saved' | 'saving' | 'here' | 'failed';

const QUIET_MS = 800;
const RETRIES_MS = [2_000, 4_000, 8_000, 15_000];

interface Plan {
  store: Store;
  personId: string;
  fileId: string;
  send: (save: PackageSave, leaving: boolean) => Promise<unknown>;
  /** Seconds of this attempt until now. */
  seconds: () => number;
  onstate: (state: Kept) => void;
}

/**
 * Brings what a package keeps to the school. Each save lies on this device first and goes away from it only when the
 * school has it; the last one says all, so that only the last one is sent. One at a time, until it works.
 */
export class Keeper {
  readonly #plan: Plan;
  #number = 0;
  #visit = 0;
  #seq = 0;
  #last: KeptSave | undefined;
  #stored: Promise<void> = Promise.resolve();
  #sending: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #tries = 0;

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  /** What was left on this device, by a crash or without a network, goes first. Throws while the school is away. */
  async bringLeftover(): Promise<void> {
    const { store, personId, fileId, send } = this.#plan;
    const left = await store.find(personId, fileId).catch(() => undefined);
    if (!left) return;
    try {
      await send(bare(left), false);
    } catch (thrown) {
      if (!isRefused(thrown)) throw thrown;
    }
    await store.drop(left);
  }

  begin(number: number, visit: number): void {
    this.#number = number;
    this.#visit = visit;
    this.#seq = 0;
    this.#last = undefined;
  }

  keep(said: Keep): void {
    const { state, score, completed, passed } = said;
    const { personId, fileId, store, seconds } = this.#plan;
    const save: KeptSave = {
      personId,
      fileId,
      number: this.#number,
      visit: this.#visit,
      seq: ++this.#seq,
      state,
      score,
      completed,
      passed,
      seconds: seconds(),
    };
    this.#last = save;
    this.#stored = store.keep(save).catch(() => undefined);
    if (this.#tries === 0) {
      this.#plan.onstate('saving');
      this.#soon(QUIET_MS);
    }
  }

  /** Now: the page goes away, or the network is back. */
  async flush(leaving = false): Promise<void> {
    clearTimeout(this.#timer);
    if (leaving) {
      if (this.#last) void this.#plan.send(bare(this.#last), true).catch(() => undefined);
      return;
    }
    await this.#sending;
    await this.#send();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #soon(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#send(), ms);
  }

  #send(): Promise<void> {
    this.#sending ??= this.#sendLast().finally(() => (this.#sending = undefined));
    return this.#sending;
  }

  async #sendLast(): Promise<void> {
    const save = this.#last;
    if (!save) return;
    try {
      await this.#plan.send(bare(save), false);
    } catch (thrown) {
      if (isRefused(thrown)) return this.#plan.onstate('failed');
      this.#plan.onstate('here');
      return this.#soon(RETRIES_MS[Math.min(this.#tries++, RETRIES_MS.length - 1)] ?? 15_000);
    }
    this.#tries = 0;
    await this.#stored;
    await this.#plan.store.drop(save).catch(() => undefined);
    if (this.#last === save) {
      this.#last = undefined;
      this.#plan.onstate('saved');
    } else {
      this.#soon(0);
    }
  }
}

function bare(save: KeptSave): PackageSave {
  const { number, visit, seq, state, score, completed, passed, seconds } = save;
  return { number, visit, seq, state, score, completed, passed, seconds };
}

/** The school has heard it and will never take it; signed out or broken down is not that. */
function isRefused(thrown: unknown): boolean {
  return thrown instanceof Problem && thrown.status >= 400 && thrown.status < 500 && thrown.status !== 401;
}
