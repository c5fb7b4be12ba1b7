import type { Timing } from '$api/types';
import { SchoolTime } from './time';

/** The clock of one sitting, shown here: what counts is the school's time, and while the room is paused it stands. */
export class ServerClock {
  closesAt = $state(0);
  pausedAt = $state<number | null>(null);
  now = $state(Date.now());
  readonly #time = new SchoolTime();

  constructor() {
    $effect(() => {
      const timer = setInterval(() => this.#look(), 500);
      return () => clearInterval(timer);
    });
  }

  /** To be taken before a question is asked, and given back with its answer. */
  ticks(): number {
    return this.#time.ticks();
  }

  hear(said: Timing, asked: number): void {
    this.#time.hear(said.serverNow, asked);
    this.#sitting(said);
  }

  /** Without the server: what was known when it last spoke. */
  restore(offset: number, said: Timing): void {
    this.#time.restore(offset);
    this.#sitting(said);
  }

  /** The school's time now, exactly. */
  at(): number {
    return this.#time.now();
  }

  get offset(): number {
    return this.#time.offset;
  }

  get paused(): boolean {
    return this.pausedAt !== null;
  }

  get left(): number {
    return Math.max(0, this.closesAt - (this.pausedAt ?? this.now));
  }

  #sitting(said: Timing): void {
    this.closesAt = new Date(said.closesAt).getTime();
    this.pausedAt = said.pausedAt ? new Date(said.pausedAt).getTime() : null;
    this.#look();
  }

  #look(): void {
    this.now = this.#time.now();
  }
}
