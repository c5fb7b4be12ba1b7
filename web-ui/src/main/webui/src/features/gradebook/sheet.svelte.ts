import type { CellAt, MarkBook, MarkCell, MarkColumn, MarkRow, SavedCells } from '$api/types';
import { forget, kept } from '$lib/autosave.svelte';
import { Problem, sentenceOf, Unreachable } from '$lib/http';
import { signIn } from '$lib/signed-out.svelte';
import { SvelteMap } from 'svelte/reactivity';
import { enter, nameOf, takeBack, type Where } from './api';

/** A change that the school does not have yet. */
interface Waiting {
  learnerId: string;
  slot: string;
  value: string;
  version: number;
}

export interface Clash {
  learnerId: string;
  slot: string;
  theirs: string;
  mine: string;
}

const QUIET = 300;
const AGAIN = 6000;
const key = (learnerId: string, slot: string) => `${learnerId} ${slot}`;

/**
 * One mark book on the page: what is typed is seen at once and sent a moment later; what is not yet at school is kept
 * on this device. Cells that somebody else has changed meanwhile are told, never overwritten.
 */
export class Sheet {
  book = $state.raw<MarkBook>() as MarkBook;
  state = $state<'saving' | 'saved' | 'here' | 'failed'>('saved');
  at = $state<string | null>(null);
  why = $state<string | undefined>(undefined);
  clashes = $state.raw<Clash[]>([]);
  readonly waiting = new SvelteMap<string, Waiting>();
  readonly where: Where;
  undoable = $state.raw<string[]>([]);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;

  constructor(book: MarkBook) {
    this.book = book;
    this.where = { classId: book.classId, subject: book.subject, term: book.term };
    const before = kept<Waiting[]>(this.#place)?.value ?? [];
    for (const one of before) this.waiting.set(key(one.learnerId, one.slot), one);
    if (before.length > 0) this.#later(QUIET);
  }

  get #place(): string {
    return `lopmo.marks.${nameOf(this.where)}`;
  }

  get writable(): boolean {
    return this.book.may.write && this.book.lock === null;
  }

  cell(row: MarkRow, slot: string): MarkCell {
    const own = row.cells[slot] ?? { value: '', version: 0, fed: false };
    const typed = this.waiting.get(key(row.learnerId, slot));
    return typed ? { ...own, value: typed.value, fed: false } : own;
  }

  isWaiting(row: MarkRow, slot: string): boolean {
    return this.waiting.has(key(row.learnerId, slot));
  }

  used(): Set<string> {
    return new Set(
      this.book.rows.flatMap((row) => Object.keys(row.cells).filter((slot) => row.cells[slot]?.value !== '')),
    );
  }

  put(row: MarkRow, column: MarkColumn, value: string): void {
    if (!this.writable || this.cell(row, column.slot).value === value) return;
    const stands = row.cells[column.slot];
    const at = key(row.learnerId, column.slot);
    if ((stands?.value ?? '') === value && !this.#running) {
      this.waiting.delete(at);
    } else {
      this.waiting.set(at, {
        learnerId: row.learnerId,
        slot: column.slot,
        value,
        version: stands?.version ?? 0,
      });
    }
    this.#keep();
    this.state = this.waiting.size > 0 ? 'saving' : 'saved';
    this.#later(QUIET);
  }

  /** Gives all of these qualities and abilities that have no level yet the same one; how many there were. */
  fill(rows: readonly MarkRow[], columns: readonly MarkColumn[], value: string): number {
    let filled = 0;
    for (const row of rows) {
      for (const column of columns) {
        if (column.group === null || this.cell(row, column.slot).value !== '') continue;
        this.put(row, column, value);
        filled += 1;
      }
    }
    return filled;
  }

  /** Sends what waits; resolves when there is nothing left to send, or sending failed. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#running;
    if (this.waiting.size === 0) return;
    this.#running = this.#send([...this.waiting.values()]).finally(() => (this.#running = undefined));
    await this.#running;
  }

  /** Puts back what was there before one's last saving. */
  async undo(): Promise<SavedCells | undefined> {
    await this.flush();
    const batch = this.undoable.at(-1);
    if (batch === undefined) return undefined;
    this.undoable = this.undoable.slice(0, -1);
    try {
      const saved = await takeBack(this.where, batch);
      this.#take(saved);
      return saved;
    } catch (thrown) {
      this.#failed(thrown);
      return undefined;
    }
  }

  settle(clash: Clash, mine: boolean): void {
    this.clashes = this.clashes.filter((one) => one !== clash);
    const row = this.book.rows.find((one) => one.learnerId === clash.learnerId);
    const column = this.book.columns.find((one) => one.slot === clash.slot);
    if (mine && row && column) this.put(row, column, clash.mine);
  }

  /** Forgets what could not be written. */
  drop(): void {
    clearTimeout(this.#timer);
    this.waiting.clear();
    this.state = 'saved';
    this.why = undefined;
    this.#keep();
  }

  /** In an effect: goes on when the network is back, and keeps what waits on leaving. */
  attach(): () => void {
    const again = () => void this.flush();
    window.addEventListener('online', again);
    return () => {
      window.removeEventListener('online', again);
      void this.flush();
    };
  }

  /** Cells that came another way: taken over, imported. */
  took(book: MarkBook): void {
    this.book = book;
  }

  #later(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), milliseconds);
  }

  async #send(changes: Waiting[]): Promise<void> {
    this.state = 'saving';
    try {
      const saved = await enter(this.where, changes);
      this.#sent(changes, saved);
      if (saved.batch !== null) this.undoable = [...this.undoable.slice(-49), saved.batch];
      this.#take(saved);
      this.why = undefined;
      this.state = this.waiting.size > 0 ? 'saving' : 'saved';
      if (this.waiting.size > 0) this.#later(QUIET);
    } catch (thrown) {
      this.#failed(thrown);
    }
  }

  /** What was typed over while it was on its way waits on, from the version that is there by now. */
  #sent(changes: Waiting[], saved: SavedCells): void {
    const now = new Map(
      [...saved.written, ...saved.refused].map((one) => [key(one.learnerId, one.slot), one]),
    );
    for (const change of changes) {
      const at = key(change.learnerId, change.slot);
      const waits = this.waiting.get(at);
      const stands = now.get(at);
      if (waits === change) this.waiting.delete(at);
      else if (waits && stands) this.waiting.set(at, { ...waits, version: stands.version });
    }
    const mine = new Map(changes.map((one) => [key(one.learnerId, one.slot), one.value]));
    this.#clash(saved.refused, mine);
    this.#keep();
  }

  #clash(refused: CellAt[], mine: Map<string, string>): void {
    const told = refused.map((one) => ({
      learnerId: one.learnerId,
      slot: one.slot,
      theirs: one.value,
      mine: mine.get(key(one.learnerId, one.slot)) ?? '',
    }));
    if (told.length > 0) this.clashes = [...this.clashes, ...told];
  }

  #take(saved: SavedCells): void {
    this.at = saved.at;
    const rows = new Map(saved.rows.map((row) => [row.learnerId, row]));
    this.book = { ...this.book, rows: this.book.rows.map((row) => rows.get(row.learnerId) ?? row) };
  }

  #failed(thrown: unknown): void {
    if (thrown instanceof Unreachable || (thrown instanceof Problem && thrown.status >= 500)) {
      this.state = 'here';
      this.#later(AGAIN);
    } else if (signIn.lost) {
      this.state = 'here';
      void signIn.back().then(() => this.flush());
    } else {
      this.state = 'failed';
      this.why = sentenceOf(thrown);
    }
  }

  #keep(): void {
    if (this.waiting.size === 0) {
      forget(this.#place);
      return;
    }
    try {
      const work = { base: '', value: [...this.waiting.values()], at: Date.now() };
      localStorage.setItem(this.#place, JSON.stringify(work));
    } catch {
      // A full or forbidden store: the page itself still holds the work.
    }
  }
}
