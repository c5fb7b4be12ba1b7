import type { ImportedQuestion, PaperImport } from '$api/types';
import { Autosave, kept } from '$lib/autosave.svelte';
import { saveQuestion } from './api';

export type QuestionState = 'doubt' | 'ok' | 'settled' | 'dropped';

export function stateOf(one: ImportedQuestion): QuestionState {
  if (one.dropped) return 'dropped';
  if (one.settled) return 'settled';
  return one.doubts.length > 0 ? 'doubt' : 'ok';
}

/** The first question in doubt after this one, going round. */
export function nextInDoubt(all: readonly ImportedQuestion[], n: number): ImportedQuestion | undefined {
  const at = all.findIndex((one) => one.n === n);
  return [...all.slice(at + 1), ...all.slice(0, Math.max(0, at))].find((one) => stateOf(one) === 'doubt');
}

/** An imported paper on the desk: what was read, what was mended, and which of it is on its way to school. */
export class Review {
  paper: PaperImport;
  questions = $state.raw<ImportedQuestion[]>([]);
  at = $state(1);
  saver: Autosave<ImportedQuestion[]>;
  #changed: number[] = [];

  constructor(paper: PaperImport) {
    this.paper = paper;
    const key = `lopmo.import.${paper.id}`;
    const unsent = kept<ImportedQuestion[]>(key)?.value ?? [];
    this.questions = paper.questions.map((one) => unsent.find((mine) => mine.n === one.n) ?? one);
    this.at = (this.questions.find((one) => stateOf(one) === 'doubt') ?? this.questions[0])?.n ?? 1;
    this.saver = new Autosave(
      {
        key,
        base: () => paper.id,
        read: () => this.questions.filter((one) => this.#changed.includes(one.n)),
        send: (waiting) => this.#send(waiting),
        quiet: 700,
      },
      paper.savedAt,
    );
    this.#changed = unsent.map((one) => one.n);
    if (unsent.length > 0) this.saver.touch();
  }

  get current(): ImportedQuestion | undefined {
    return this.questions.find((one) => one.n === this.at);
  }

  get open(): ImportedQuestion[] {
    return this.questions.filter((one) => stateOf(one) === 'doubt');
  }

  get staying(): ImportedQuestion[] {
    return this.questions.filter((one) => !one.dropped);
  }

  change(n: number, to: Partial<ImportedQuestion>): void {
    this.questions = this.questions.map((one) => (one.n === n ? { ...one, ...to } : one));
    this.#mark(n);
    this.saver.touch();
  }

  #mark(n: number): void {
    if (!this.#changed.includes(n)) this.#changed.push(n);
  }

  async #send(waiting: ImportedQuestion[]): Promise<number> {
    for (const mine of waiting) {
      const { n } = mine;
      this.#changed = this.#changed.filter((one) => one !== n);
      try {
        const theirs = await saveQuestion(this.paper.id, mine);
        // Only what the server decides; what was typed meanwhile stays.
        this.questions = this.questions.map((one) =>
          one.n === n ? { ...one, doubts: theirs.doubts, form: theirs.form } : one,
        );
      } catch (thrown) {
        this.#mark(n);
        throw thrown;
      }
    }
    return Date.now();
  }
}
