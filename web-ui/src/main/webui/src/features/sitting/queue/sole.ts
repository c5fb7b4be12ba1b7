/**
 * One page at a time writes a sitting. By BroadcastChannel and not by Web Locks, which a school's address
 * without a certificate does not have. The page that was there first keeps the work until another one takes it.
 */
interface Word {
  kind: 'hello' | 'here' | 'take';
  from: string;
  since: number;
}

const POLITE = 300;

export class SolePage {
  readonly #me = `${Date.now()}-${Math.random()}`;
  readonly #channel: BroadcastChannel;
  #since = Date.now();
  #mine = false;

  constructor(
    sittingId: string,
    /** Another page took the work. */
    private readonly lost: () => void,
    /** Another page would like to have it. */
    private readonly asked: () => void = () => undefined,
  ) {
    this.#channel = new BroadcastChannel(`lopmo.sitting.${sittingId}`);
  }

  /** True if no page has this sitting; asked without wanting it, so that nobody yields to this one. */
  static async isFree(sittingId: string): Promise<boolean> {
    const asking = new SolePage(sittingId, () => undefined);
    asking.#since = Infinity;
    const free = await asking.claim();
    asking.close();
    return free;
  }

  /** True if no other page has this sitting. */
  async claim(): Promise<boolean> {
    let taken = false;
    this.#channel.onmessage = ({ data }: MessageEvent<Word>) => {
      if (data.kind === 'here') taken = true;
      if (data.kind === 'hello' && this.#earlier(data)) taken = true;
    };
    this.#say('hello');
    await new Promise((resolve) => setTimeout(resolve, POLITE));
    if (!taken) this.#hold();
    return !taken;
  }

  take(): void {
    this.#since = Date.now();
    this.#say('take');
    this.#hold();
  }

  close(): void {
    this.#channel.close();
  }

  #hold(): void {
    this.#mine = true;
    this.#channel.onmessage = ({ data }: MessageEvent<Word>) => {
      if (data.kind === 'hello' && this.#mine) {
        this.#say('here');
        this.asked();
      }
      if (data.kind === 'take' && this.#mine) {
        this.#mine = false;
        this.lost();
      }
    };
  }

  /** Two pages that open at one moment: the one that began earlier has it. */
  #earlier(other: Word): boolean {
    return other.since < this.#since || (other.since === this.#since && other.from < this.#me);
  }

  #say(kind: Word['kind']): void {
    this.#channel.postMessage({ kind, from: this.#me, since: this.#since } satisfies Word);
  }
}
