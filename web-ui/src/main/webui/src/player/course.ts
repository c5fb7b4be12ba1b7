import type { Opening, PackageItem, PartStanding } from '../lib/packages';

/** What is kept of one part. */
export interface Part {
  /** The data model as the runtime lays it flat. */
  data: Record<string, unknown>;
  completed: boolean;
  passed: boolean | null;
  /** 0 to 1 */
  score: number | null;
}

interface Kept {
  v: 1;
  at: string | null;
  parts: Record<string, Part>;
}

/** The parts of a SCORM course, what is kept of each, and which may be opened. */
export class Course {
  readonly items: readonly PackageItem[];
  readonly #organisation: Opening['organisation'];
  readonly #kept: Kept;

  constructor(opening: Opening) {
    this.#organisation = opening.organisation;
    this.items = opening.organisation.items.filter((item) => item.href !== null);
    this.#kept = read(opening.state);
  }

  /** Where to begin: where it was left, or at the first part that may be opened and is not done. */
  first(): PackageItem | undefined {
    const left = this.items.find((item) => item.id === this.#kept.at);
    const open = this.items.filter((item) => this.isOpen(item));
    return left ?? open.find((item) => !this.#kept.parts[item.id]?.completed) ?? open[0] ?? this.items[0];
  }

  item(id: string): PackageItem | undefined {
    return this.items.find((item) => item.id === id);
  }

  beside(item: PackageItem, by: 1 | -1): PackageItem | undefined {
    const next = this.items[this.items.indexOf(item) + by];
    return next && this.isOpen(next) && !(by < 0 && this.#organisation.forwardOnly) ? next : undefined;
  }

  kept(item: PackageItem): Part | undefined {
    return this.#kept.parts[item.id];
  }

  keep(item: PackageItem, part: Part): void {
    this.#kept.parts[item.id] = part;
  }

  arriveAt(item: PackageItem): void {
    this.#kept.at = item.id;
  }

  /** Whether the parts that must come first are done. What is not a plain list of parts is not understood, and opens. */
  isOpen(item: PackageItem): boolean {
    const rule = item.prerequisites?.trim() ?? '';
    if (rule === '' || !/^[\w.\-&| ]+$/.test(rule)) return true;
    return rule.split('|').some((all) => all.split('&').every((id) => this.#isDone(id.trim())));
  }

  #isDone(id: string): boolean {
    return this.item(id) === undefined || this.#kept.parts[id]?.completed === true;
  }

  standings(): Record<string, PartStanding> {
    return Object.fromEntries(
      this.items.map((item) => [
        item.id,
        { done: this.#kept.parts[item.id]?.completed ?? false, open: this.isOpen(item) },
      ]),
    );
  }

  state(): string {
    return JSON.stringify(this.#kept);
  }

  /** Done when all parts are; the mean score of the parts that have one; passed unless one of them was failed. */
  outcome(): { score: number | null; completed: boolean; passed: boolean | null } {
    const parts = this.items.map((item) => this.#kept.parts[item.id]);
    const scores = parts
      .map((part) => part?.score)
      .filter((score): score is number => typeof score === 'number');
    const judged = parts
      .map((part) => part?.passed)
      .filter((one): one is boolean => typeof one === 'boolean');
    return {
      score: scores.length === 0 ? null : scores.reduce((sum, one) => sum + one, 0) / scores.length,
      completed: parts.length > 0 && parts.every((part) => part?.completed),
      passed: judged.length === 0 ? null : judged.every(Boolean),
    };
  }
}

function read(state: string | null): Kept {
  try {
    const kept = JSON.parse(state ?? 'null') as Kept | null;
    if (kept?.v === 1 && typeof kept.parts === 'object') return kept;
  } catch {
    // Then it begins anew.
  }
  return { v: 1, at: null, parts: {} };
}
