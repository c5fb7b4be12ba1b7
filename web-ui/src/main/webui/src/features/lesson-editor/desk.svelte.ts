import type { Block, Draft } from '$api/types';
import { Autosave, forget, kept } from '$lib/autosave.svelte';
import { undo } from '$lib/undo.svelte';
import { draftOf, publishDraft, saveDraft } from './api';
import { copyOf, freshBlock, isSomething, type Kind, moved, nameOf } from './blocks';
import { t } from './messages';

export interface Written {
  title: string;
  summary: string;
  minutes: number;
  blocks: Block[];
  indicators: string[];
}

const writtenOf = ({ title, summary, minutes, blocks, indicators }: Written): Written => ({
  title,
  summary,
  minutes,
  blocks,
  indicators,
});

/** A lesson while it is written: its blocks, which one is chosen, what can be undone, and what is saved. */
export class Desk {
  draft: Draft;
  written = $state.raw<Written>() as Written;
  chosen = $state<string | undefined>();
  /** The block that was added last, to begin writing in it at once. */
  fresh = $state<string | undefined>();
  recovered = $state(false);
  /** The other version, while a person has to say which to keep. */
  theirs = $state.raw<Draft | undefined>();
  publishedVersion = $state<number | null>(null);
  saver: Autosave<Written>;
  past = $state.raw<readonly (() => void)[]>([]);
  #revision: number;

  constructor(draft: Draft) {
    this.draft = draft;
    this.#revision = draft.revision;
    this.publishedVersion = draft.publishedVersion;
    this.written = writtenOf(draft);
    const key = `lopmo.lesson.${draft.id}`;
    this.saver = new Autosave(
      {
        key,
        base: () => String(this.#revision),
        read: () => this.written,
        send: (written) => this.#send(written),
      },
      draft.savedAt,
    );
    this.#takeUp(key);
  }

  #takeUp(key: string): void {
    const mine = kept<Written>(key);
    if (mine === undefined) return;
    if (JSON.stringify(mine.value) === JSON.stringify(writtenOf(this.draft))) {
      forget(key);
      return;
    }
    this.written = mine.value;
    this.recovered = true;
    if (mine.base !== String(this.#revision)) {
      this.saver.state = 'conflict';
      this.theirs = this.draft;
    }
    this.saver.touch();
  }

  async #send(written: Written): Promise<string> {
    const saved = await saveDraft(this.draft.id, {
      ...written,
      revision: this.#revision,
      blocks: written.blocks.filter(isSomething),
    });
    this.#revision = saved.revision;
    return saved.savedAt;
  }

  change(to: Partial<Written>): void {
    this.written = { ...this.written, ...to };
    this.saver.touch();
  }

  changeBlock(id: string, to: Block): void {
    this.change({ blocks: this.written.blocks.map((one) => (one.id === id ? to : one)) });
  }

  get chosenBlock(): Block | undefined {
    return this.written.blocks.find((one) => one.id === this.chosen);
  }

  indexOf(id: string): number {
    return this.written.blocks.findIndex((one) => one.id === id);
  }

  add(kind: Kind, at: number): void {
    this.#put(freshBlock(kind), at);
  }

  copy(id: string): void {
    const block = this.written.blocks.find((one) => one.id === id);
    if (block) this.#put(copyOf(block), this.indexOf(id) + 1);
  }

  #put(block: Block, at: number): void {
    const blocks = [...this.written.blocks];
    blocks.splice(at, 0, block);
    this.change({ blocks });
    this.chosen = block.id;
    this.fresh = block.id;
    this.#remember(() => this.#without(block.id));
  }

  #without(id: string): void {
    this.change({ blocks: this.written.blocks.filter((one) => one.id !== id) });
  }

  move(id: string, to: number): void {
    const from = this.indexOf(id);
    if (from < 0 || to < 0 || to >= this.written.blocks.length || from === to) return;
    this.change({ blocks: moved(this.written.blocks, from, to) });
    this.#remember(() => this.change({ blocks: moved(this.written.blocks, this.indexOf(id), from) }));
  }

  remove(id: string): void {
    const at = this.indexOf(id);
    const block = this.written.blocks[at];
    if (!block) return;
    this.#without(id);
    this.chosen = this.written.blocks[Math.max(0, at - 1)]?.id;
    const back = () => {
      const blocks = [...this.written.blocks];
      blocks.splice(at, 0, block);
      this.change({ blocks });
      this.chosen = block.id;
    };
    this.#remember(back);
    undo.offer(t.removed(nameOf(block)), () => this.undo());
  }

  #remember(back: () => void): void {
    this.past = [...this.past.slice(-40), back];
  }

  undo(): void {
    const back = this.past.at(-1);
    this.past = this.past.slice(0, -1);
    back?.();
  }

  async publish(): Promise<number> {
    await this.saver.flush();
    const { version } = await publishDraft(this.draft.id, this.#revision);
    this.publishedVersion = version;
    return version;
  }

  /** Somebody else saved first: read what he saved, to show it beside ours. */
  async meet(): Promise<void> {
    this.theirs = await draftOf(this.draft.id);
  }

  keepMine(): void {
    if (this.theirs) this.#revision = this.theirs.revision;
    this.theirs = undefined;
    this.saver.resume();
  }

  takeTheirs(): void {
    const { theirs } = this;
    if (!theirs) return;
    this.saver.drop();
    this.#revision = theirs.revision;
    this.written = writtenOf(theirs);
    this.saver.at = theirs.savedAt;
    this.past = [];
    this.theirs = undefined;
    this.recovered = false;
  }
}
