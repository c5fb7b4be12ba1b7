import type { Author, Block, Draft, DraftAnswer, Twin } from '$api/types';
import type { SaveState } from '$lib/autosave.svelte';
import { isComposing } from '$lib/composing';
import { Problem, sentenceOf, Unreachable } from '$lib/http';
import { signIn } from '$lib/signed-out.svelte';
import { sendChange } from './api';
import { forget, keep, keepLast, type Kept } from './journal';
import {
  changeOf,
  isEmpty,
  isNothing,
  nothing,
  type Pending,
  renamedPending,
  together,
  type Written,
} from './pending';

const QUIET = 700;
const AGAIN = 5_000;
const ALONE = 12_000;
const IN_COMPANY = 3_500;

interface Page {
  lessonId: string;
  personId: string;
  draft: () => Draft;
  read: () => Written;
  /** Where the person writes. */
  at: () => string | null;
  /** Takes in an answer; false if the page could not take all of it. */
  take: (answer: DraftAnswer, still: Pending) => boolean;
}

/**
 * Brings what is typed to school: kept on this device the moment it is typed, sent a moment later, numbered, again and
 * again until it is answered. The answers bring what others wrote. Nothing of it ever touches a letter that is being
 * composed.
 */
export class Sync {
  state = $state<SaveState>('saved');
  at = $state<string | number | null>(null);
  why = $state<string | undefined>();
  present = $state.raw<readonly Author[]>([]);
  twins = $state.raw<readonly Twin[]>([]);
  readonly device: string;
  #page: Page;
  #seq = 0;
  #known: number;
  #pending: Pending = nothing();
  #flying: Pending = nothing();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** One request after the other, never two at once. */
  #line: Promise<void> = Promise.resolve();
  #keeping: Promise<void> | undefined;
  #keepAgain = false;
  #stopped = false;
  /** Blocks that the school would not take as they are; they wait until they are changed. */
  #stuck = new Set<string>();

  constructor(page: Page, device: string, draft: Draft, from?: Kept) {
    this.#page = page;
    this.device = device;
    this.#known = from?.known ?? draft.revision;
    this.#seq = from?.seq ?? 0;
    this.#pending = from?.pending ?? nothing();
    this.at = draft.savedAt;
    this.twins = draft.twins;
    if (from) this.state = 'here';
  }

  get known(): number {
    return this.#known;
  }

  get dirty(): boolean {
    return !isNothing(this.#pending) || !isNothing(this.#flying);
  }

  /** What is not at school yet. */
  get waiting(): Pending {
    return together(this.#flying, this.#pending);
  }

  touch(what: Pending): void {
    if (isNothing(what)) return;
    this.#pending = together(this.#pending, what);
    for (const id of [...what.blocks, ...what.removed]) this.#stuck.delete(id);
    if (this.state !== 'here') this.state = 'saving';
    this.#keep();
    this.#schedule(QUIET);
  }

  /** Sends what waits, now, after whatever is under way. Resolves to true when nothing is left. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#line = this.#line.then(() => this.#exchange());
    await this.#line;
    return !this.dirty;
  }

  /** In an effect. */
  attach(): () => void {
    const again = () => document.visibilityState === 'visible' && void this.flush();
    const leaving = () => this.#leave();
    const back = (event: PageTransitionEvent) => event.persisted && location.reload();
    window.addEventListener('online', again);
    document.addEventListener('visibilitychange', again);
    window.addEventListener('pagehide', leaving);
    window.addEventListener('pageshow', back);
    this.#schedule(this.dirty ? 0 : 1_000);
    return () => {
      window.removeEventListener('online', again);
      document.removeEventListener('visibilitychange', again);
      window.removeEventListener('pagehide', leaving);
      window.removeEventListener('pageshow', back);
      this.#leave();
      this.#stopped = true;
      clearTimeout(this.#timer);
    };
  }

  #schedule(milliseconds: number): void {
    clearTimeout(this.#timer);
    if (this.#stopped) return;
    const due = () => (isComposing() ? this.#schedule(300) : void this.flush());
    this.#timer = setTimeout(due, milliseconds);
  }

  #rest(): void {
    if (this.#canSend()) this.#schedule(QUIET);
    else if (document.visibilityState === 'visible')
      this.#schedule(this.present.length > 0 ? IN_COMPANY : ALONE);
  }

  /** Blocks that say nothing yet wait without a hurry. */
  #canSend(): boolean {
    return !isEmpty(changeOf(this.#page.read(), this.#pending, this.#envelope(false), this.#stuck).change);
  }

  #envelope(closing: boolean) {
    const { device } = this;
    return { device, seq: this.#seq + 1, known: this.#known, at: this.#page.at(), closing };
  }

  async #exchange(): Promise<void> {
    const { change, waits } = changeOf(this.#page.read(), this.#pending, this.#envelope(false), this.#stuck);
    const asking = isEmpty(change);
    this.#flying = together(nothing(), this.#pending);
    this.#pending = waits;
    if (!asking) {
      this.#seq += 1;
      this.state = 'saving';
      await this.#keep();
    }
    try {
      this.#answered(await sendChange(this.#page.lessonId, change));
      this.#rest();
    } catch (thrown) {
      this.#pending = together(this.#flying, this.#pending);
      this.#flying = nothing();
      this.#failed(thrown, asking);
      this.#setAside(thrown, change.blocks ?? []);
    }
  }

  #answered(answer: DraftAnswer): void {
    this.#flying = nothing();
    this.#pending = renamedPending(this.#pending, answer.copied);
    if (this.#page.take(answer, this.#pending)) this.#known = Math.max(this.#known, answer.revision);
    this.twins = answer.twins;
    this.present = answer.present;
    this.at = answer.savedAt;
    if (this.#stuck.size === 0) this.why = undefined;
    this.state = this.#stuck.size > 0 ? 'failed' : this.#canSend() ? 'saving' : 'saved';
    this.#keep();
  }

  #failed(thrown: unknown, asking: boolean): void {
    this.#keep();
    if (thrown instanceof Unreachable || (thrown instanceof Problem && thrown.status >= 500)) {
      if (this.dirty) this.state = 'here';
      this.present = [];
      this.#schedule(AGAIN);
      return;
    }
    if (signIn.lost) {
      if (this.dirty) this.state = 'here';
      void signIn.back().then(() => this.flush());
      return;
    }
    if (asking && !this.dirty) return;
    this.state = 'failed';
    this.why = sentenceOf(thrown);
  }

  /** One block that is refused is no reason to keep the others here. */
  #setAside(thrown: unknown, sent: readonly Block[]): void {
    const at = thrown instanceof Problem ? /^blocks\[(\d+)\]/.exec(thrown.fields[0]?.field ?? '') : null;
    const block = at ? sent[Number(at[1])] : undefined;
    if (block === undefined) return;
    this.#stuck.add(block.id);
    this.#schedule(QUIET);
  }

  /** The last words go while the page goes; should they not arrive, the journal has them. */
  #leave(): void {
    if (this.#stopped) return;
    const all = together(this.#flying, this.#pending);
    const { change } = changeOf(this.#page.read(), all, this.#envelope(true), this.#stuck);
    if (!isEmpty(change)) this.#seq += 1;
    if (this.dirty) keepLast(this.#journal());
    void this.#keep();
    if (JSON.stringify(change).length < 60_000)
      void sendChange(this.#page.lessonId, change, { keepalive: true }).then(
        () => {
          if (this.#stopped) void forget(this.#key()).catch(() => undefined);
        },
        () => undefined,
      );
  }

  #key(): string {
    return `${this.#page.lessonId}/${this.device}`;
  }

  /** Writes the journal; while one is being written the next waits, and always has the newest words. */
  #keep(): Promise<void> {
    this.#keepAgain = true;
    this.#keeping ??= this.#write().finally(() => (this.#keeping = undefined));
    return this.#keeping;
  }

  async #write(): Promise<void> {
    while (this.#keepAgain) {
      this.#keepAgain = false;
      try {
        if (this.dirty) await keep(this.#journal());
        else await forget(this.#key());
      } catch {
        // A full or forbidden store: the page itself still holds the work.
        return;
      }
    }
  }

  #journal(): Kept {
    const { lessonId, personId } = this.#page;
    return {
      key: this.#key(),
      lessonId,
      personId,
      device: this.device,
      seq: this.#seq,
      known: this.#known,
      written: $state.snapshot(this.#page.read()) as Written,
      pending: together(this.#flying, this.#pending),
      draft: $state.snapshot(this.#page.draft()) as Draft,
      at: Date.now(),
    };
  }
}

/** Sends what another page left here, under that page's name, and forgets it once it is at school. */
export async function deliver(kept: Kept): Promise<void> {
  const { device, known, seq, lessonId, key } = kept;
  const envelope = { device, seq: seq + 1, known, at: null, closing: true };
  const { change } = changeOf(kept.written, kept.pending, envelope);
  if (!isEmpty(change)) await sendChange(lessonId, change);
  await forget(key);
}
