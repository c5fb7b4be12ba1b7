import type { Content, ItemMeta, Paper, PaperChange } from '$api/types';
import { Autosave, forget, kept } from '$lib/autosave.svelte';
import { undo } from '$lib/undo.svelte';
import { itemOf, paperOf, savePaper } from './api';
import { t } from './messages';

export interface Slot {
  itemId: string;
  points: number;
  content: Content;
  meta: ItemMeta;
}

export interface Part {
  key: string;
  title: string;
  instructions: string | null;
  slots: Slot[];
}

export interface Written {
  title: string;
  subject: string;
  grade: number;
  minutes: number;
  parts: Part[];
}

function writtenOf(paper: Paper): Written {
  const { title, subject, grade, minutes } = paper;
  const parts = paper.parts.map((part, i) => ({
    key: `p${i}`,
    title: part.title,
    instructions: part.instructions,
    slots: part.slots.map(({ itemId, points, content, meta }) => ({ itemId, points, content, meta })),
  }));
  return { title, subject, grade, minutes, parts };
}

export function changeOf(written: Written, revision: number): PaperChange {
  return {
    revision,
    title: written.title,
    subject: written.subject,
    grade: written.grade,
    minutes: written.minutes,
    parts: written.parts.map(({ title, instructions, slots }) => ({
      title,
      instructions,
      slots: slots.map(({ itemId, points }) => ({ itemId, points })),
    })),
  };
}

/** Marks are hundredths: added up as such, so that 0,1 + 0,2 is 0,3. */
export function totalOf(parts: readonly { slots: readonly { points: number }[] }[]): {
  questions: number;
  points: number;
} {
  const slots = parts.flatMap((part) => part.slots);
  return {
    questions: slots.length,
    points: slots.reduce((sum, one) => sum + Math.round(one.points * 100), 0) / 100,
  };
}

/** A question one place up or down, over the edge of its part into the next. */
export function stepped(parts: readonly Part[], itemId: string, by: 1 | -1): Part[] {
  const from = parts.findIndex((part) => part.slots.some((one) => one.itemId === itemId));
  const part = parts[from];
  const at = part?.slots.findIndex((one) => one.itemId === itemId) ?? -1;
  const slot = part?.slots[at];
  if (!part || !slot) return [...parts];
  const stays = at + by >= 0 && at + by < part.slots.length;
  const to = stays ? from : from + by;
  if (to < 0 || to >= parts.length) return [...parts];
  return parts.map((one, i) => {
    const slots = one.slots.filter((other) => other.itemId !== itemId);
    if (i === to) slots.splice(stays ? at + by : by === 1 ? 0 : slots.length, 0, slot);
    return { ...one, slots };
  });
}

/** A paper while it is put together. */
export class PaperDesk {
  id: string;
  written = $state.raw<Written>() as Written;
  /** The part that questions from the bank go to. */
  into = $state(0);
  saver: Autosave<Written>;
  #revision: number;

  constructor(paper: Paper) {
    this.id = paper.id;
    this.#revision = paper.revision;
    this.written = writtenOf(paper);
    const key = `lopmo.paper.${paper.id}`;
    this.saver = new Autosave({
      key,
      base: () => String(this.#revision),
      read: () => this.written,
      send: (written) => this.#send(written),
      quiet: 700,
    });
    const mine = kept<Written>(key);
    if (mine && mine.base === String(paper.revision)) {
      this.written = mine.value;
      this.saver.touch();
    } else forget(key);
    if (this.written.parts.length === 0) {
      this.written = {
        ...this.written,
        parts: [{ key: crypto.randomUUID(), title: t.part(1), instructions: null, slots: [] }],
      };
    }
  }

  async #send(written: Written): Promise<number> {
    const saved = await savePaper(this.id, changeOf(written, this.#revision));
    this.#revision = saved?.revision ?? (await paperOf(this.id)).revision;
    return Date.now();
  }

  change(to: Partial<Written>): void {
    this.written = { ...this.written, ...to };
    this.saver.touch();
  }

  changePart(key: string, to: Partial<Part>): void {
    this.change({ parts: this.written.parts.map((one) => (one.key === key ? { ...one, ...to } : one)) });
  }

  has(itemId: string): boolean {
    return this.written.parts.some((part) => part.slots.some((one) => one.itemId === itemId));
  }

  async add(itemId: string): Promise<void> {
    const { content, meta } = await itemOf(itemId);
    if (this.has(itemId)) return;
    const part = this.written.parts[this.into] ?? this.written.parts[0];
    if (!part) return;
    const points = part.slots.at(-1)?.points ?? (content.form === 'SINGLE_CHOICE' ? 0.25 : 1);
    this.changePart(part.key, { slots: [...part.slots, { itemId, points, content, meta }] });
  }

  step(itemId: string, by: 1 | -1): void {
    this.change({ parts: stepped(this.written.parts, itemId, by) });
  }

  points(itemId: string, points: number): void {
    this.change({
      parts: this.written.parts.map((part) => ({
        ...part,
        slots: part.slots.map((one) => (one.itemId === itemId ? { ...one, points } : one)),
      })),
    });
  }

  drop(itemId: string): void {
    this.#undoably(t.dropped, () =>
      this.change({
        parts: this.written.parts.map((part) => ({
          ...part,
          slots: part.slots.filter((one) => one.itemId !== itemId),
        })),
      }),
    );
  }

  addPart(): void {
    const n = this.written.parts.length;
    const part = { key: crypto.randomUUID(), title: t.part(n + 1), instructions: null, slots: [] };
    this.change({ parts: [...this.written.parts, part] });
    this.into = n;
  }

  dropPart(key: string): void {
    this.#undoably(t.partDropped, () => {
      this.change({ parts: this.written.parts.filter((one) => one.key !== key) });
      this.into = 0;
    });
  }

  #undoably(said: string, run: () => void): void {
    const { parts } = this.written;
    run();
    undo.offer(said, () => this.change({ parts }));
  }

  async keepMine(): Promise<void> {
    this.#revision = (await paperOf(this.id)).revision;
    this.saver.resume();
  }

  async takeTheirs(): Promise<void> {
    const theirs = await paperOf(this.id);
    this.saver.drop();
    this.#revision = theirs.revision;
    this.written = writtenOf(theirs);
  }
}
