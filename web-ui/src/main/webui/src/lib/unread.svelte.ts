import { get } from './http';

const OLD = 5 * 60_000;

/** How many notices wait. It comes with the answer that a page begins with, and is asked for again only after a while away. */
class UnreadNotices {
  #told = $state<number>();
  #askedAt = Date.now();

  /** @param atFirst what the page began with */
  of(atFirst: number | undefined): number {
    return this.#told ?? atFirst ?? 0;
  }

  is(now: number): void {
    this.#told = now;
    this.#askedAt = Date.now();
  }

  async backAgain(): Promise<void> {
    if (document.visibilityState !== 'visible' || Date.now() - this.#askedAt < OLD) return;
    this.#askedAt = Date.now();
    try {
      this.is((await get<{ unread: number }>('/api/lms/notices/unread')).unread);
    } catch {
      // The bell shows what it knew.
    }
  }
}

export const unread = new UnreadNotices();
