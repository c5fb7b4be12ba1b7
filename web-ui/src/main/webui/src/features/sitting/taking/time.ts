/** A jump of the device's clock beyond its steady one is taken for sleep, during which the steady one may stand. */
const SLEPT = 2000;

/**
 * What the school's clock says now. An answer was written somewhere between our question and its arrival; each one
 * narrows that down, and the later edge counts, so that nobody is ever shown more time than remains. It runs by a
 * clock that nobody can set; all times are in milliseconds.
 */
export class SchoolTime {
  #low = -Infinity;
  #high = Infinity;
  #slept = 0;
  readonly #start: number;

  constructor(
    private readonly steady: () => number = () => performance.now(),
    private readonly wall: () => number = () => Date.now(),
  ) {
    this.#start = wall() - steady();
    this.#high = this.#start;
  }

  /** Since the page began, sleep included. */
  ticks(): number {
    const ahead = this.wall() - this.steady() - this.#start - this.#slept;
    if (ahead > SLEPT) this.#slept += ahead;
    return this.steady() + this.#slept;
  }

  now(): number {
    return this.ticks() + this.#high;
  }

  /** The school's clock less this device's, to be kept for a page that starts without the school. */
  get offset(): number {
    return this.now() - this.wall();
  }

  restore(offset: number): void {
    this.#low = -Infinity;
    this.#high = this.wall() + offset - this.ticks();
  }

  /** `asked`: the ticks when the question left. */
  hear(serverNow: string, asked: number): void {
    const said = new Date(serverNow).getTime();
    const low = said - this.ticks();
    const high = said - asked;
    const agrees = this.#low !== -Infinity && low <= this.#high && high >= this.#low;
    this.#low = agrees ? Math.max(low, this.#low) : low;
    this.#high = agrees ? Math.min(high, this.#high) : high;
  }
}
