import type { WorkOnDesk, WorkPassage, WorkPin } from '$api/types';
import { Autosave, kept } from '$lib/autosave.svelte';
import { number } from '$lib/format';
import { judge } from './api';

/** A pin that is being written; the number keeps it apart while its place and words change. */
export interface Pin extends WorkPin {
  key: number;
  fileId: string;
}

/** The same of a passage of the text. */
export interface Passage extends WorkPassage {
  key: number;
}

interface Said {
  mark: string;
  remark: string;
  pins: Pin[];
  passages: Passage[];
}

/** What was typed as a mark; undefined when it is none, or more than there is. */
export function markFrom(text: string, max: number): number | undefined {
  const clean = text.trim().replace(',', '.');
  if (!/^\d*\.?\d{0,2}$/.test(clean) || clean === '' || clean === '.') return undefined;
  const mark = Number(clean);
  return mark <= max ? mark : undefined;
}

const between = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 10_000;

/** The pins of one file as they are numbered: from its first page to its last. */
export const onFile = <P extends { fileId: string; page: number }>(pins: readonly P[], fileId: string) =>
  pins
    .filter((pin) => pin.fileId === fileId)
    .toSorted((one, other) => one.page - other.page)
    .map((pin, i) => ({ pin, no: i + 1 }));

/** The red pen over one work: everything is saved a moment later, and kept on this device until it is. */
export class Pen {
  mark = $state('');
  remark = $state('');
  pins = $state.raw<Pin[]>([]);
  passages = $state.raw<Passage[]>([]);
  revision: number;
  readonly saver: Autosave<Said>;
  #next = 0;
  #max: number;

  constructor(of: WorkOnDesk, saved: (now: WorkOnDesk) => void) {
    const { work } = of;
    const place = `lopmo.work-mark.${work.id}`;
    this.#max = of.maxMark ?? 0;
    this.revision = work.revision;
    const unsent = kept<Said>(place);
    const from =
      unsent?.base === String(work.revision)
        ? unsent.value
        : {
            mark: work.mark === null ? '' : number(work.mark),
            remark: work.remark,
            pins: work.files.flatMap((file) =>
              file.pins.map((pin) => ({ ...pin, fileId: file.id, key: this.#next++ })),
            ),
            passages: (work.passages ?? []).map((passage) => ({ ...passage, key: this.#next++ })),
          };
    this.mark = from.mark;
    this.remark = from.remark;
    // what was kept before there were pages is on a picture
    this.pins = from.pins.map((pin) => ({ ...pin, page: pin.page ?? 1 }));
    // nor were there passages then
    this.passages = from.passages ?? [];
    this.#next = Math.max(this.#next, ...[...this.pins, ...this.passages].map((one) => one.key + 1));
    this.saver = new Autosave<Said>({
      key: place,
      base: () => String(this.revision),
      read: () => ({ mark: this.mark, remark: this.remark, pins: this.pins, passages: this.passages }),
      send: async (said) => {
        const now = await judge(work.id, {
          revision: this.revision,
          mark: markFrom(said.mark, this.#max) ?? null,
          remark: said.remark,
          pins: said.pins
            .filter((pin) => pin.text.trim() !== '')
            .map(({ fileId, page, x, y, text }) => ({ fileId, page, x, y, text })),
          passages: said.passages
            .filter((one) => one.text.trim() !== '')
            .map(({ from, to, text }) => ({ from, to, text })),
        });
        this.revision = now.work.revision;
        saved(now);
        return Date.now();
      },
      quiet: 700,
    });
    if (unsent?.base === String(work.revision)) this.saver.touch();
  }

  /** Something stands in the field that is no mark. */
  get odd(): boolean {
    return this.mark.trim() !== '' && markFrom(this.mark, this.#max) === undefined;
  }

  /** What is no mark is not saved; it stays in the field, in red. */
  touched(): void {
    if (!this.odd) this.saver.touch();
  }

  pin(fileId: string, page: number, x: number, y: number): number {
    const key = this.#next++;
    this.pins = [...this.pins, { key, fileId, page, x: between(x), y: between(y), text: '' }];
    return key;
  }

  move(key: number, dx: number, dy: number): void {
    this.#change(key, (pin) => ({ ...pin, x: between(pin.x + dx), y: between(pin.y + dy) }));
  }

  place(key: number, x: number, y: number): void {
    this.#change(key, (pin) => ({ ...pin, x: between(x), y: between(y) }));
  }

  turn(key: number, page: number): void {
    this.#change(key, (pin) => ({ ...pin, page }));
  }

  write(key: number, text: string): void {
    this.#change(key, (pin) => ({ ...pin, text }));
  }

  drop(key: number): void {
    this.pins = this.pins.filter((pin) => pin.key !== key);
    this.touched();
  }

  /** A remark at a passage of the text. */
  markAt(from: number, to: number): number {
    const key = this.#next++;
    this.passages = [...this.passages, { key, from, to, text: '' }];
    return key;
  }

  say(key: number, text: string): void {
    this.passages = this.passages.map((one) => (one.key === key ? { ...one, text } : one));
    this.touched();
  }

  unmark(key: number): void {
    this.passages = this.passages.filter((one) => one.key !== key);
    this.touched();
  }

  #change(key: number, change: (pin: Pin) => Pin): void {
    this.pins = this.pins.map((pin) => (pin.key === key ? change(pin) : pin));
    this.touched();
  }
}
