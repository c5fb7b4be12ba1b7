import type { Material, MaterialMetadata } from '$api/types';
import { isComposing } from '$lib/composing';
import { Problem } from '$lib/http';
import { undo } from '$lib/undo.svelte';
import { describe } from './api';
import { carriedOver, remember, remembered } from './carry';
import { t } from './messages';

const list = (text: string, by: string) =>
  text
    .split(by)
    .map((word) => word.trim())
    .filter(Boolean);

/** One description while it is written: saves a moment after the last letter, one request at a time. */
export class Draft {
  saved = $state.raw<Material>() as Material;
  meta = $state() as MaterialMetadata;
  keywords = $state('');
  outcomes = $state('');
  state = $state<'saving' | 'saved' | 'failed'>('saved');
  at = $state<Date>();
  problem = $state.raw<unknown>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dirty = false;
  #running: Promise<boolean> | undefined;

  constructor(found: Material) {
    this.take(found);
    this.show(found.metadata);
  }

  /** What the server has now; what is being written is left alone. */
  take(next: Material): void {
    this.saved = next;
  }

  private show(meta: MaterialMetadata): void {
    this.meta = structuredClone(meta);
    this.keywords = meta.keywords.join(', ');
    this.outcomes = meta.outcomes.join('\n');
  }

  problemOf(name: string): string | undefined {
    return this.problem instanceof Problem
      ? (this.problem.field(name) ?? this.problem.field(`metadata.${name}`))
      : undefined;
  }

  changed(): void {
    this.#dirty = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (isComposing() ? this.changed() : void this.save()), 800);
  }

  /** Everything that was written is at school then, or `problem` says why not. */
  async save(): Promise<boolean> {
    clearTimeout(this.#timer);
    if (this.#running) await this.#running;
    if (!this.#dirty) return this.state !== 'failed';
    this.#running = this.#send();
    const well = await this.#running;
    this.#running = undefined;
    return well && this.#dirty ? this.save() : well;
  }

  async #send(): Promise<boolean> {
    this.#dirty = false;
    this.state = 'saving';
    this.problem = undefined;
    try {
      this.take(await describe(this.saved.id, this.saved.revision, this.#written()));
      this.at = new Date();
      this.state = 'saved';
      return true;
    } catch (thrown) {
      this.#dirty = true;
      this.problem = thrown;
      this.state = 'failed';
      return false;
    }
  }

  #written(): MaterialMetadata {
    return {
      ...($state.snapshot(this.meta) as MaterialMetadata),
      keywords: list(this.keywords, ','),
      outcomes: list(this.outcomes, '\n'),
    };
  }

  /** For the next one in the box. */
  remember(): void {
    remember($state.snapshot(this.meta) as MaterialMetadata);
  }

  /** Fills what is empty from the material described before; taken back with one press. */
  fill(): void {
    const last = remembered();
    if (!last) return;
    const before = $state.snapshot(this.meta) as MaterialMetadata;
    const filled = carriedOver(before, last);
    const names = Object.keys(filled).length;
    if (names === 0) return;
    Object.assign(this.meta, filled);
    this.changed();
    undo.offer(t.filled(String(names)), () => {
      for (const name of Object.keys(filled)) Object.assign(this.meta, { [name]: before[name as 'title'] });
      this.changed();
    });
  }

  /** Nobody has begun to describe it: only then it is filled without being asked. */
  get untouched(): boolean {
    const meta = this.saved.metadata;
    return meta.subject === null && meta.grades.length === 0 && meta.licence === null && !meta.author;
  }
}
