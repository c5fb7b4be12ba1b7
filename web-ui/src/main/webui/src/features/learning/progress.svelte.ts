import type { Lesson } from '$api/types';
import { put } from '$lib/http';

const PAUSE = 2500;

/** What of a lesson was seen: grows only, is sent after a pause, and waits on the device while there is no network. */
export class LessonProgress {
  seen = $state.raw<ReadonlySet<string>>(new Set());
  share = $state(0);
  done = $state(false);
  waiting = $state(false);
  #last: string | null;
  #since = Date.now();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #changed = false;
  readonly #key: string;
  /** What is played is not done by scrolling past it: the school says when it is. */
  readonly #toPlay: ReadonlySet<string>;

  constructor(
    private readonly lesson: Lesson,
    personId: string,
  ) {
    this.#key = `lopmo.seen.${personId}.${lesson.id}`;
    this.#toPlay = new Set(lesson.packages.filter((one) => !one.completed).map((one) => one.blockId));
    const known = new Set(lesson.blocks.map((block) => block.id));
    this.seen = new Set(
      [...(lesson.progress?.seen ?? []), ...this.#kept()].filter(
        (id) => known.has(id) && !this.#toPlay.has(id),
      ),
    );
    this.#last = lesson.progress?.lastBlock ?? null;
    this.done = lesson.progress?.done ?? false;
    this.#count();
    if (this.seen.size > (lesson.progress?.seen.length ?? 0)) this.#soon();
  }

  see(id: string): void {
    this.#last = id;
    if (!this.seen.has(id) && !this.#toPlay.has(id)) {
      this.seen = new Set([...this.seen, id]);
      this.#count();
      this.#keep();
    }
    this.#soon();
  }

  /** Now: the page goes away, or the network is back. */
  flush(): void {
    clearTimeout(this.#timer);
    if (this.#changed) void this.#send(true);
  }

  #count(): void {
    const all = this.lesson.blocks.length;
    this.share = all === 0 ? 0 : this.seen.size / all;
    if (all > 0 && this.seen.size === all) this.done = true;
  }

  #soon(): void {
    this.#changed = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#send(false), PAUSE);
  }

  async #send(keepalive: boolean): Promise<void> {
    const seconds = Math.min(1800, Math.round((Date.now() - this.#since) / 1000));
    this.#changed = false;
    try {
      await put(
        `/api/lms/lessons/${this.lesson.id}/progress`,
        { version: this.lesson.version, seen: [...this.seen], lastBlock: this.#last, seconds },
        { keepalive },
      );
      this.#since = Date.now();
      this.waiting = false;
      this.#forget();
    } catch {
      this.#changed = true;
      this.waiting = true;
      this.#timer = setTimeout(() => void this.#send(false), 15_000);
    }
  }

  #kept(): string[] {
    try {
      return JSON.parse(localStorage.getItem(this.#key) ?? '[]') as string[];
    } catch {
      return [];
    }
  }

  #keep(): void {
    try {
      localStorage.setItem(this.#key, JSON.stringify([...this.seen]));
    } catch {
      // Then it is known until the page is closed.
    }
  }

  #forget(): void {
    try {
      localStorage.removeItem(this.#key);
    } catch {
      // Nothing was kept.
    }
  }
}
