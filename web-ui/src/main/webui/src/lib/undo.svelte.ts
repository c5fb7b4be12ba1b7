/**
 * Undo instead of "are you sure?": the deed is done on the page at once, and sent when the strip goes away.
 */
interface Pending {
  text: string;
  undo: () => void;
  commit: () => void | Promise<void>;
}

class Undo {
  current = $state.raw<Pending | undefined>(undefined);
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Shows the strip for ten seconds; `commit` runs when it goes, `undo` if it is pressed. */
  offer(
    text: string,
    undo: () => void,
    commit: () => void | Promise<void> = () => undefined,
    milliseconds = 10_000,
  ): void {
    this.settle();
    this.current = { text, undo, commit };
    this.#timer = setTimeout(() => this.settle(), milliseconds);
  }

  take(): void {
    clearTimeout(this.#timer);
    const pending = this.current;
    this.current = undefined;
    pending?.undo();
  }

  settle(): void {
    clearTimeout(this.#timer);
    const pending = this.current;
    this.current = undefined;
    void pending?.commit();
  }
}

export const undo = new Undo();
