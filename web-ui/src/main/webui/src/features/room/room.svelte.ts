import type { RoomPicture } from '$api/room';
import { isGone, Problem, sentenceOf } from '$lib/http';
import { signIn } from '$lib/signed-out.svelte';
import { pictureOf } from './api';

const EVERY = 2_000;
/** Nobody looks: the picture may wait. */
const HIDDEN_EVERY = 10_000;
/** Older than this, the page says how old its picture is. */
export const STALE = 7_000;

/**
 * The room as the server last told it. The picture is asked for every two seconds; when the server is silent the last one
 * stays and gets older in sight of everybody.
 */
export class Room {
  picture = $state.raw<RoomPicture | undefined>(undefined);
  /** Why there is no newer picture; undefined while there is. */
  failed = $state<string | undefined>(undefined);
  gone = $state(false);
  /** The server's time, a second at a time; it goes on while the server is silent. */
  now = $state(Date.now());
  /** Milliseconds since the server last said "this is how it is". */
  age = $state(0);
  #id: string;
  #etag: string | null = null;
  #ahead = 0;
  #heardAt = performance.now();
  #asking: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #trail = new Map<string, { look: string; since: number }>();
  #stopped = false;

  constructor(id: string) {
    this.#id = id;
  }

  /** To be called in an effect; gives the way to stop. */
  start(): () => void {
    const tick = setInterval(() => this.#tick(), 1_000);
    const shown = () => {
      if (document.visibilityState === 'visible') void this.refresh();
    };
    document.addEventListener('visibilitychange', shown);
    this.#stopped = false;
    void this.refresh();
    return () => {
      this.#stopped = true;
      clearInterval(tick);
      clearTimeout(this.#timer);
      document.removeEventListener('visibilitychange', shown);
      this.#asking?.abort();
    };
  }

  /** Asks now: after every verb, so that its effect is seen at once. */
  async refresh(): Promise<void> {
    clearTimeout(this.#timer);
    this.#asking?.abort();
    const mine = (this.#asking = new AbortController());
    try {
      const { value, etag } = await pictureOf(this.#id, this.#etag, mine.signal);
      if (mine.signal.aborted) return;
      this.#heard(value, etag);
    } catch (thrown) {
      if (mine.signal.aborted) return;
      this.failed = sentenceOf(thrown);
      this.gone = isGone(thrown) && this.picture === undefined;
      if (thrown instanceof Problem && thrown.status === 401) await signIn.back();
    }
    if (this.#stopped || this.#asking !== mine) return;
    this.#timer = setTimeout(() => void this.refresh(), document.hidden ? HIDDEN_EVERY : EVERY);
  }

  stillSince = (learnerId: string): number | undefined => this.#trail.get(learnerId)?.since;

  #heard(value: RoomPicture | undefined, etag: string | null): void {
    this.#heardAt = performance.now();
    this.failed = undefined;
    this.gone = false;
    this.age = 0;
    this.#etag = etag;
    if (value === undefined) return;
    this.#ahead = Date.parse(value.serverNow) - Date.now();
    this.#tick();
    this.#follow(value);
    this.picture = value;
  }

  #tick(): void {
    this.now = Date.now() + this.#ahead;
    this.age = performance.now() - this.#heardAt;
  }

  #follow({ rows, serverNow, pausedAt }: RoomPicture): void {
    const now = Date.parse(serverNow);
    for (const { learnerId, state, slotNumber, answered, saved, pending } of rows) {
      const look = [state, slotNumber, answered, saved + pending, pausedAt].join();
      if (this.#trail.get(learnerId)?.look !== look) this.#trail.set(learnerId, { look, since: now });
    }
  }
}
