import type { ConditionStanding, Lesson, ProgressStep } from '$api/types';
import { sendReading, unsent } from '$lib/unsent';

const PAUSE = 2500;
/** A page that nobody touches is not being read. */
const IDLE = 5 * 60_000;
const TICK = 5_000;

/**
 * How far a lesson was read, and for how long: grows only, is sent after a pause, and waits on the device while there
 * is no network.
 */
export class LessonProgress {
  seen = $state.raw<ReadonlySet<string>>(new Set());
  conditions = $state.raw<readonly ConditionStanding[]>([]);
  done = $state(false);
  waiting = $state(false);
  #last: string | null;
  #seconds: number;
  #touched = Date.now();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ticks: ReturnType<typeof setInterval> | undefined;
  #changed = false;
  #sent: number;
  /** What is played is not done by scrolling past it: the school says when it is. */
  readonly #toPlay: ReadonlySet<string>;

  constructor(
    private readonly lesson: Lesson,
    private readonly personId: string,
    /** Else it moves on this page only. */
    private readonly keeps = true,
  ) {
    const kept = unsent.reading(personId, lesson.id);
    const known = new Set(lesson.blocks.map((block) => block.id));
    const before = lesson.progress;
    this.#toPlay = new Set(lesson.packages.filter((one) => !one.completed).map((one) => one.blockId));
    this.seen = new Set(
      [...(before?.seen ?? []), ...(kept?.seen ?? [])].filter((id) => known.has(id) && !this.#toPlay.has(id)),
    );
    this.#last = kept?.lastBlock ?? before?.lastBlock ?? null;
    this.#seconds = Math.max(before?.seconds ?? 0, kept?.seconds ?? 0);
    this.#sent = before?.seconds ?? 0;
    this.conditions = lesson.conditions;
    this.done = before?.done ?? false;
    this.#judge();
    if (kept) this.#soon();
  }

  get share(): number {
    const all = this.lesson.blocks.length;
    return all === 0 ? 0 : this.seen.size / all;
  }

  get lastBlock(): string | null {
    return this.#last;
  }

  /** While the page is open; returns what ends it. */
  start(): () => void {
    this.#ticks = setInterval(() => this.#tick(), TICK);
    return () => {
      clearInterval(this.#ticks);
      this.flush();
    };
  }

  /** Somebody is here: scrolls, types, points. */
  touch(): void {
    this.#touched = Date.now();
  }

  see(id: string): void {
    this.#last = id;
    if (!this.seen.has(id) && !this.#toPlay.has(id)) this.seen = new Set([...this.seen, id]);
    this.#judge();
    this.#soon();
  }

  /** Now: the page goes away, or the network is back. */
  flush(): void {
    clearTimeout(this.#timer);
    if (!this.keeps) return;
    if (this.#changed || this.#seconds - this.#sent >= TICK / 1000) void this.#send(true);
  }

  #tick(): void {
    if (document.visibilityState !== 'visible' || Date.now() - this.#touched > IDLE) return;
    this.#seconds += TICK / 1000;
    this.#judge();
    if (this.#seconds - this.#sent >= 60) this.#soon();
  }

  /** What this page can say by itself, also without a network; scores and tasks are the school's to say. */
  #judge(): void {
    this.conditions = this.conditions.map((one) => {
      if (one.kind === 'viewed') {
        return { ...one, soFar: this.seen.size, met: one.wanted > 0 && this.seen.size >= one.wanted };
      }
      if (one.kind !== 'minutes') return one;
      const soFar = Math.floor(this.#seconds / 60);
      return { ...one, soFar, met: soFar >= one.wanted };
    });
    if (this.conditions.length > 0 && this.conditions.every((one) => one.met)) this.done = true;
  }

  #soon(): void {
    if (!this.keeps) return;
    this.#changed = true;
    unsent.keepReading(this.personId, this.lesson.id, this.#step());
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#send(false), PAUSE);
  }

  #step(): ProgressStep {
    return {
      version: this.lesson.version,
      seen: [...this.seen],
      lastBlock: this.#last,
      seconds: Math.round(this.#seconds),
    };
  }

  async #send(keepalive: boolean): Promise<void> {
    const step = this.#step();
    this.#changed = false;
    try {
      const answer = await sendReading(this.lesson.id, step, keepalive);
      this.#sent = step.seconds;
      this.waiting = false;
      this.conditions = answer.conditions;
      this.done = answer.done;
      this.#judge();
      if (!this.#changed) unsent.dropReading(this.personId, this.lesson.id);
    } catch {
      this.#changed = true;
      this.waiting = true;
      unsent.keepReading(this.personId, this.lesson.id, step);
      this.#timer = setTimeout(() => void this.#send(false), 15_000);
    }
  }
}
