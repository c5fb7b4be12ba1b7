/** What the invigilator has looked at already. Kept for this window, so that a reload does not call him again. */
export class Seen {
  #marks = $state.raw<ReadonlySet<string>>(new Set());
  #key: string;

  constructor(assignment: string) {
    this.#key = `lopmo.room.seen.${assignment}`;
    try {
      this.#marks = new Set(JSON.parse(sessionStorage.getItem(this.#key) ?? '[]') as string[]);
    } catch {
      // Then everything is new.
    }
  }

  has = (learnerId: string, mark: string): boolean => this.#marks.has(`${learnerId} ${mark}`);

  add(learnerId: string, marks: readonly string[]): void {
    this.#marks = new Set([...this.#marks, ...marks.map((mark) => `${learnerId} ${mark}`)]);
    try {
      sessionStorage.setItem(this.#key, JSON.stringify([...this.#marks].slice(-400)));
    } catch {
      // It holds until the page is left.
    }
  }
}
