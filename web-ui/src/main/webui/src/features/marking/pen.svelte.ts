import type { Criterion, Marker } from '$api/types';
import { Autosave, kept } from '$lib/autosave.svelte';
import { number } from '$lib/format';
import { queryClient } from '$lib/queries';
import { untrack } from 'svelte';
import { giveMark } from './api';
import { markFrom, totalOf } from './question/marking';

/** What one marker says of one answer. The mark is null while a criterion still waits for its points. */
export interface Work {
  mark: number | null;
  rubricMarks: Record<string, number> | null;
  comment: string;
}

interface Plan {
  sitting: string;
  slot: string;
  as: Marker;
  maxMark: number;
  rubric: readonly Criterion[] | null;
  from: { mark: number | null; rubricMarks?: Record<string, number> | null; comment: string | null } | null;
  onsaved: (work: Work) => void;
}

const written = (mark: number | null) => (mark === null ? '' : number(mark));

/** The red pen over one answer: what is typed or chosen is saved a moment later, and kept here until it is. */
export class Pen {
  text = $state('');
  given = $state.raw<Record<string, number>>({});
  comment = $state('');
  readonly saver: Autosave<Work>;
  #plan: Plan;
  #unsent: boolean;
  #first: number | null;
  mark = $derived(markFrom(this.text, this.#max()));

  constructor(plan: Plan) {
    this.#plan = plan;
    this.#first = plan.from?.mark ?? null;
    const place = `lopmo.mark.${plan.sitting}.${plan.slot}.${plan.as}`;
    const unsent = kept<Work>(place)?.value;
    this.#unsent = unsent !== undefined;
    const from = unsent ?? plan.from;
    this.text = written(from?.mark ?? null);
    this.given = from?.rubricMarks ?? {};
    this.comment = from?.comment ?? '';
    this.saver = new Autosave<Work>({
      key: place,
      base: () => place,
      read: () => this.#read(),
      send: (work) => this.#send(work),
      quiet: 500,
    });
  }

  /** Something stands in the field that is no mark. */
  get odd(): boolean {
    return this.text.trim() !== '' && this.mark === undefined;
  }

  /** In an effect: sends what was left from last time, and what is there when the page is left. */
  attach(): () => void {
    const detach = this.saver.attach();
    if (this.#unsent) untrack(() => this.saver.touch());
    this.#unsent = false;
    return detach;
  }

  /** A comment or some of the points may come before the mark; a mark that is typed over is not taken away meanwhile. */
  touched(): void {
    const none = this.text.trim() === '' && (this.#first === null || Object.keys(this.given).length > 0);
    if (this.mark !== undefined || none) this.saver.touch();
  }

  typed(): void {
    this.given = {};
    this.touched();
  }

  write(points: number): void {
    this.text = number(points);
    this.given = {};
    this.saver.touch();
  }

  /** Points by criterion; they make the mark once each has some, and are kept before. */
  judged(next: Record<string, number>): void {
    const { rubric, maxMark } = this.#plan;
    this.given = next;
    const total = rubric ? totalOf(rubric, next, maxMark) : undefined;
    this.text = total === undefined ? '' : number(total);
    this.touched();
  }

  #max(): number {
    return this.#plan.maxMark;
  }

  #read(): Work {
    const byRubric = this.#plan.rubric !== null && Object.keys(this.given).length > 0;
    return { mark: this.mark ?? null, rubricMarks: byRubric ? this.given : null, comment: this.comment };
  }

  async #send(work: Work): Promise<number> {
    const { sitting, slot, as, onsaved } = this.#plan;
    const said = { ...work, comment: work.comment.trim() || null };
    const mark = said.rubricMarks ? null : said.mark;
    await giveMark(sitting, slot, { ...said, mark, as, reason: null });
    onsaved({ ...said, comment: said.comment ?? '' });
    void queryClient.invalidateQueries({ queryKey: ['history', sitting, slot] });
    return Date.now();
  }
}
