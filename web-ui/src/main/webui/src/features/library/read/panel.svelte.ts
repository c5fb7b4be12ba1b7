/** The drawer above a page: one thing in it at a time, opened and closed by the same press. */
export class Drawer<P extends string> {
  panel = $state<P>();
  /** What was selected when it was opened: a note is about it. */
  quote = $state('');
  #before: Element | null = null;

  show(next: P): void {
    if (this.panel === next) return this.close();
    this.quote = quoted().slice(0, 500);
    if (!this.panel) this.#before = document.activeElement;
    this.panel = next;
  }

  /** The focus goes back to where it was. */
  close(): void {
    this.panel = undefined;
    if (this.#before instanceof HTMLElement && this.#before.isConnected) this.#before.focus();
    this.#before = null;
  }
}

/** What is selected in the text; the number in the field that turns pages is selected, too, and is no quotation. */
function quoted(): string {
  const selection = getSelection();
  const text = selection?.anchorNode?.parentElement?.closest('.read, .letters');
  return text ? (selection?.toString() ?? '').trim() : '';
}
