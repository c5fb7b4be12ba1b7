import type { ReadingPosition } from '$api/types';
import { Problem } from '$lib/http';
import { keepPosition } from './api';

const PAUSE = 3000;
type At = Omit<ReadingPosition, 'at'>;

/** Tells the server now and then where the reader is; what could not be told waits until there is a network. */
export class Place {
  #at: At | undefined;
  #told: At | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly fileId: string,
    private readonly send: typeof keepPosition = keepPosition,
  ) {}

  is(at: At): void {
    this.#at = { n: at.n, within: rounded(at.within), share: rounded(at.share) };
    this.#timer ??= setTimeout(() => void this.tell(false), PAUSE);
  }

  /** Now: the page goes away. */
  async tell(keepalive: boolean): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const at = this.#at;
    if (!at || same(at, this.#told)) return;
    this.#told = at;
    try {
      await this.send(this.fileId, at, keepalive);
    } catch (thrown) {
      if (!(thrown instanceof Problem)) this.#told = undefined;
    }
  }

  /** Listens to the page: it is hidden, left, or has a network again. */
  listen(): () => void {
    const hidden = () => document.visibilityState === 'hidden' && void this.tell(true);
    const back = () => void this.tell(false);
    document.addEventListener('visibilitychange', hidden);
    window.addEventListener('online', back);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      window.removeEventListener('online', back);
      void this.tell(true);
    };
  }
}

const rounded = (value: number) => Math.min(1, Math.max(0, Math.round(value * 1000) / 1000));
const same = (a: At, b: At | undefined) => a.n === b?.n && a.within === b.within && a.share === b.share;
