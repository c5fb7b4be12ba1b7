import { isComposing } from './composing';
import { Problem, sentenceOf, Unreachable } from './http';
import { signIn } from './signed-out.svelte';

export type SaveState = 'saved' | 'saving' | 'here' | 'failed' | 'conflict';

interface Kept<T> {
  base: string;
  value: T;
  at: number;
}

interface Plan<T> {
  /** Names the place on this device where unsent work is kept. */
  key: string;
  /** What to send, as it is now. */
  read: () => T;
  /** Sends it and says when the server saved it. */
  send: (value: T) => Promise<string | number>;
  /** What the work started from, so that kept work of another state is not taken for ours. */
  base: () => string;
  /** Milliseconds of quiet before it is sent. */
  quiet?: number;
}

/**
 * Saves while somebody types: a moment after the last letter, one request at a time, never in the middle of a
 * letter. What is not yet at school is kept on this device, and survives a reload or a lost network.
 */
export class Autosave<T> {
  state = $state<SaveState>('saved');
  at = $state<string | number | null>(null);
  /** The sentence to show when a person must act. */
  why = $state<string | undefined>(undefined);
  #plan: Plan<T>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dirty = false;
  #running: Promise<void> | undefined;
  #stopped = false;

  constructor(plan: Plan<T>, at: string | number | null = null) {
    this.#plan = plan;
    this.at = at;
  }

  get dirty(): boolean {
    return this.#dirty;
  }

  /** Something was changed. */
  touch(): void {
    this.#dirty = true;
    if (this.state === 'conflict') {
      this.#keep();
      return;
    }
    this.state = 'saving';
    this.#schedule(this.#plan.quiet ?? 900);
    queueMicrotask(() => this.#keep());
  }

  /** Sends what waits, now. Resolves when there is nothing left to send, or sending failed. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    if (this.#running) await this.#running;
    if (this.#dirty && this.state !== 'conflict') {
      this.#running = this.#sendNow().finally(() => (this.#running = undefined));
      await this.#running;
    }
    return !this.#dirty;
  }

  /** After a conflict was settled: go on from there. */
  resume(): void {
    this.state = 'saved';
    this.why = undefined;
    if (this.#dirty) this.touch();
  }

  /** Forgets what was not sent. */
  drop(): void {
    clearTimeout(this.#timer);
    this.#dirty = false;
    this.state = 'saved';
    this.why = undefined;
    forget(this.#plan.key);
  }

  /** In an effect: keeps going when the network is back, and sends on leaving the page. */
  attach(): () => void {
    const again = () => this.#dirty && void this.flush();
    const leaving = () => this.#dirty && this.#keep();
    window.addEventListener('online', again);
    window.addEventListener('pagehide', leaving);
    return () => {
      window.removeEventListener('online', again);
      window.removeEventListener('pagehide', leaving);
      void this.flush().then(() => (this.#stopped = true));
    };
  }

  #schedule(milliseconds: number): void {
    clearTimeout(this.#timer);
    if (this.#stopped) return;
    this.#timer = setTimeout(() => (isComposing() ? this.#schedule(400) : void this.flush()), milliseconds);
  }

  async #sendNow(): Promise<void> {
    this.#dirty = false;
    this.state = 'saving';
    try {
      this.at = await this.#plan.send(this.#plan.read());
      this.why = undefined;
      if (this.#dirty) {
        this.#schedule(this.#plan.quiet ?? 900);
        return;
      }
      this.state = 'saved';
      forget(this.#plan.key);
    } catch (thrown) {
      this.#failed(thrown);
    }
  }

  #failed(thrown: unknown): void {
    this.#dirty = true;
    this.#keep();
    if (thrown instanceof Unreachable || (thrown instanceof Problem && thrown.status >= 500)) {
      this.state = 'here';
      this.#schedule(8000);
      return;
    }
    if (signIn.lost) {
      this.state = 'here';
      void signIn.back().then(() => this.flush());
      return;
    }
    const stale = thrown instanceof Problem && thrown.status === 409 && thrown.slug === 'changed-meanwhile';
    this.state = stale ? 'conflict' : 'failed';
    this.why = sentenceOf(thrown);
  }

  #keep(): void {
    if (!this.#dirty) return;
    const kept: Kept<T> = { base: this.#plan.base(), value: this.#plan.read(), at: Date.now() };
    try {
      localStorage.setItem(this.#plan.key, JSON.stringify(kept));
    } catch {
      // A full or forbidden store: the page itself still holds the work.
    }
  }
}

/** Work that was never sent, if this device has some. */
export function kept<T>(key: string): Kept<T> | undefined {
  try {
    const text = localStorage.getItem(key);
    return text === null ? undefined : (JSON.parse(text) as Kept<T>);
  } catch {
    return undefined;
  }
}

export function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept, then.
  }
}
