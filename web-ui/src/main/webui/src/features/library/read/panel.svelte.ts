/** The drawer above a page: one thing in it at a time, opened and closed by the same press. */
export class Drawer<P extends string> {
  panel = $state<P>();
  /** What was selected when it was opened: a note is about it. */
  quote = $state('');

  show(next: P): void {
    this.quote = (getSelection()?.toString() ?? '').trim().slice(0, 500);
    this.panel = this.panel === next ? undefined : next;
  }

  close(): void {
    this.panel = undefined;
  }
}
