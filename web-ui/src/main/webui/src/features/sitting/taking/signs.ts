import type { Sign, SignKind } from '$api/types';

interface Page {
  n: number;
  at: number;
  waiting: Sign[];
}

const KEY = 'lopmo.signs.';
const MOST = 200;
const OLD = 30 * 86_400_000;

/**
 * What this device noticed of one sitting, numbered, until the school has it. The numbers go on after a reload, so
 * that the school can keep each once however often it comes.
 */
export class SignBook {
  #page: Page;

  constructor(
    private readonly sittingId: string,
    private readonly storage: Storage | undefined,
    private readonly now: () => number,
  ) {
    this.#page = this.#read() ?? { n: 0, at: now(), waiting: [] };
  }

  note(kind: SignKind, seconds: number | null = null): void {
    const n = this.#page.n + 1;
    const sign: Sign = { n, kind, at: new Date(this.now()).toISOString(), seconds };
    this.#write({ n, at: this.now(), waiting: [...this.#page.waiting, sign].slice(-MOST) });
  }

  /** The oldest first, as many as one beat may carry. */
  get waiting(): Sign[] {
    return this.#page.waiting.slice(0, 100);
  }

  forget(sent: readonly Sign[]): void {
    const last = sent.at(-1)?.n ?? 0;
    this.#write({ ...this.#page, waiting: this.#page.waiting.filter((one) => one.n > last) });
  }

  #read(): Page | undefined {
    try {
      const kept = this.storage?.getItem(KEY + this.sittingId);
      return kept ? (JSON.parse(kept) as Page) : undefined;
    } catch {
      return undefined;
    }
  }

  #write(page: Page): void {
    this.#page = page;
    try {
      this.storage?.setItem(KEY + this.sittingId, JSON.stringify(page));
    } catch {
      // A full or forbidden store: then they live as long as the page.
    }
  }
}

/** Numbers of long ago need not be kept for a sitting to go on. */
export function tidySigns(storage: Storage, now: number): void {
  for (const key of Object.keys(storage).filter((one) => one.startsWith(KEY))) {
    const at = Number(/"at":(\d+)/.exec(storage.getItem(key) ?? '')?.[1] ?? 0);
    if (now - at > OLD) storage.removeItem(key);
  }
}
