import type { Block, Draft, DraftAnswer, DraftField, Twin } from '$api/types';
import { isComposing } from '$lib/composing';
import { freshId } from '$lib/fresh-id';
import { Problem } from '$lib/http';
import { undo } from '$lib/undo.svelte';
import { draftOf, handIn, publishDraft } from './api';
import { copyOf, freshBlock, type Kind, moved, nameOf } from './blocks';
import type { Kept } from './journal';
import { t } from './messages';
import { FIELDS, nothing, type Pending, renamed, takenIn, touched, type Written } from './pending';
import { Sync } from './sync.svelte';

export type { Written };

const writtenOf = ({ title, summary, minutes, blocks, indicators, plan }: Draft): Written => ({
  title,
  summary,
  minutes,
  blocks,
  indicators,
  plan,
});

/** A lesson while it is written: its blocks, which one is chosen, what can be undone; [Sync] brings it to school. */
export class Desk {
  draft: Draft;
  written = $state.raw<Written>() as Written;
  chosen = $state<string | undefined>();
  /** The block that was added last, to begin writing in it at once. */
  fresh = $state<string | undefined>();
  recovered = $state(false);
  publishedVersion = $state<number | null>(null);
  sync: Sync;
  past = $state.raw<readonly (() => void)[]>([]);
  /** A block that got another id stays the same on the page, with the cursor in it. */
  #keys = new Map<string, string>();

  constructor(draft: Draft, personId: string, from?: Kept) {
    this.draft = draft;
    this.publishedVersion = draft.publishedVersion;
    this.written = from?.written ?? writtenOf(draft);
    this.recovered = from !== undefined;
    this.sync = new Sync(
      {
        lessonId: draft.id,
        personId,
        draft: () => this.draft,
        read: () => this.written,
        at: () => this.chosen ?? null,
        take: (answer, still) => this.#take(answer, still),
      },
      from?.device ?? freshId(),
      draft,
      from,
    );
  }

  keyOf(id: string): string {
    return this.#keys.get(id) ?? id;
  }

  /** @returns whether the page now has all that the school has */
  #take(answer: DraftAnswer, still: Pending): boolean {
    for (const [from, to] of Object.entries(answer.copied)) {
      this.#keys.set(to, this.keyOf(from));
      this.#keys.set(from, freshId());
      if (this.chosen === from) this.chosen = to;
    }
    this.written = renamed(this.written, answer.copied);
    // Blocks that come and go could take the page's cursor along; a letter half composed would be lost with it.
    if (answer.news !== null && isComposing()) return false;
    const taken = takenIn(this.written, answer, still);
    if (taken.missing) {
      void this.#fetch();
      return false;
    }
    this.#show(taken.written);
    return taken.whole;
  }

  #show(written: Written): void {
    if (written === this.written) return;
    const held = document.activeElement;
    this.written = written;
    requestAnimationFrame(() => {
      if (held instanceof HTMLElement && held.isConnected && held !== document.activeElement) held.focus();
    });
  }

  /** Reads the whole draft, where the news alone do not say what there is. */
  async #fetch(): Promise<void> {
    const draft = await draftOf(this.draft.id);
    const { title, summary, minutes, blocks, indicators, plan } = draft;
    const all = { title, summary, minutes, blocks, indicators, plan };
    const fields: Partial<Record<DraftField, string>> = {};
    for (const field of Object.keys(FIELDS) as DraftField[]) fields[field] = FIELDS[field].of(all);
    const answer = { order: blocks.map((one) => one.id), news: { fields, minutes, indicators, blocks } };
    const still = this.sync.waiting;
    this.#show(takenIn(this.written, { ...answer, copied: {} } as unknown as DraftAnswer, still).written);
  }

  change(to: Partial<Written>): void {
    const before = this.written;
    this.written = { ...before, ...to };
    this.sync.touch(touched(before, this.written));
  }

  changeField(field: DraftField, text: string): void {
    this.change(FIELDS[field].to(this.written, text));
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
    this.put(freshBlock(kind), at);
  }

  copy(id: string): void {
    const block = this.written.blocks.find((one) => one.id === id);
    if (block) this.put(copyOf(block), this.indexOf(id) + 1);
  }

  put(block: Block, at: number): void {
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

  /** Of two versions one stays, or both as two blocks. */
  decide(twin: Twin, keep: 'first' | 'second' | 'both'): void {
    const gone = keep === 'first' ? twin.copy : keep === 'second' ? twin.block : null;
    if (gone !== null) this.#without(gone);
    if (twin.field !== null && keep === 'second') this.changeField(twin.field, twin.value ?? '');
    const settled = nothing();
    settled.settled.add(twin.id);
    this.sync.twins = this.sync.twins.filter((one) => one.id !== twin.id);
    this.sync.touch(settled);
  }

  async publish(): Promise<number> {
    const { version } = await this.#settled((revision) => publishDraft(this.draft.id, revision));
    this.publishedVersion = version;
    return version;
  }

  /** For those who have to approve it. */
  async handIn(): Promise<void> {
    await this.#settled((revision) => handIn(this.draft.id, revision));
  }

  /** Does it with what is seen here; when a colleague's words came meanwhile, they are taken in first. */
  async #settled<T>(act: (revision: number) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      await this.sync.flush();
      try {
        return await act(this.sync.known);
      } catch (thrown) {
        const stale = thrown instanceof Problem && thrown.slug === 'changed-meanwhile';
        if (!stale || tries === 3) throw thrown;
      }
    }
  }
}
