import { isGone, sentenceOf } from './http';
import { signIn } from './signed-out.svelte';

/**
 * What a pupil's page reads from the server: loading, there, or failed and can be tried again. A few lines
 * instead of a library, because these pages are counted in kilobytes; staff pages have `queries.ts`.
 */
export class Resource<T> {
  value = $state.raw<T | undefined>(undefined);
  failed = $state<string | undefined>(undefined);
  /** It failed because it is not there, or not for this account. */
  gone = $state(false);
  busy = $state(false);
  #load: (signal: AbortSignal) => Promise<T>;
  #running: AbortController | undefined;

  constructor(load: (signal: AbortSignal) => Promise<T>) {
    this.#load = load;
  }

  async reload(): Promise<void> {
    this.#running?.abort();
    const mine = (this.#running = new AbortController());
    this.busy = true;
    this.failed = undefined;
    this.gone = false;
    try {
      const value = await this.#load(mine.signal);
      if (!mine.signal.aborted) this.value = value;
    } catch (thrown) {
      if (mine.signal.aborted) return;
      this.failed = sentenceOf(thrown);
      this.gone = isGone(thrown);
      if (signIn.lost) void signIn.back().then(() => this.reload());
    } finally {
      if (this.#running === mine) this.busy = false;
    }
  }

  stop(): void {
    this.#running?.abort();
  }
}

/**
 * In a component: loads now, again whenever what `load` reads changes, and stops with the component.
 */
export function resource<T>(load: (signal: AbortSignal) => Promise<T>): Resource<T> {
  const one = new Resource(load);
  $effect(() => {
    void one.reload();
    return () => one.stop();
  });
  return one;
}
