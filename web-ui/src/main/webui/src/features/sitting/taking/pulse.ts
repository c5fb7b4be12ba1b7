import type { BeatAnswer, Sign } from '$api/types';
import { Problem } from '$lib/http';
import type { SignBook } from './signs';

export interface Wire {
  /** Tells the school where we are and what was noticed; `last` when the page goes away. */
  tell(signs: Sign[], last: boolean): Promise<BeatAnswer>;
  heard(answer: BeatAnswer): void;
  /** Resolves when somebody is signed in again. */
  signedIn(): Promise<void>;
}

/**
 * The sign of life: every ten seconds, and at once when something was noticed. A beat that is lost is no matter; what
 * it carried comes again with the next, under the same numbers.
 */
export class Pulse {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #beating = false;
  #again = false;
  #stopped = true;

  constructor(
    private readonly book: SignBook,
    private readonly wire: Wire,
    private readonly every = 10_000,
  ) {}

  start(): void {
    this.#stopped = false;
    void this.beat();
  }

  /** Nothing is lost: what waits is in the book. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  /** The page goes away: one more, which nobody waits for. */
  leave(): void {
    const signs = this.book.waiting;
    if (signs.length > 0) void this.wire.tell(signs, true).catch(() => undefined);
  }

  async beat(): Promise<void> {
    if (this.#stopped) return;
    if (this.#beating) {
      this.#again = true;
      return;
    }
    this.#beating = true;
    clearTimeout(this.#timer);
    await this.#once();
    this.#beating = false;
    if (this.#stopped) return;
    this.#timer = setTimeout(() => void this.beat(), this.#again ? 0 : this.every);
    this.#again = false;
  }

  async #once(): Promise<void> {
    const signs = this.book.waiting;
    try {
      const answer = await this.wire.tell(signs, false);
      if (signs.length > 0) this.book.forget(signs);
      if (!this.#stopped) this.wire.heard(answer);
    } catch (thrown) {
      if (!(thrown instanceof Problem)) return;
      if (thrown.status === 401) await this.wire.signedIn();
      // Signs that the school cannot read would stand in the way of all others for ever.
      else if (thrown.status === 400 || thrown.status === 422) this.book.forget(signs);
    }
  }
}
