/** What a page is lent where the browser forbids other sites' storage (private windows, strict settings): it forgets. */
class Forgetful implements Storage {
  readonly #kept = new Map<string, string>();

  get length(): number {
    return this.#kept.size;
  }

  key(at: number): string | null {
    return [...this.#kept.keys()][at] ?? null;
  }

  getItem(key: string): string | null {
    return this.#kept.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.#kept.set(key, value);
  }

  removeItem(key: string): void {
    this.#kept.delete(key);
  }

  clear(): void {
    this.#kept.clear();
  }
}

/** H5P does not begin without storage, though what matters is kept elsewhere. Lends to this window and to frames in it. */
export function lendStorage(): void {
  lend(window);
  new MutationObserver(() => {
    for (const frame of document.querySelectorAll('iframe'))
      if (frame.contentWindow) lend(frame.contentWindow);
  }).observe(document, { childList: true, subtree: true });
}

function lend(to: Window): void {
  for (const name of ['localStorage', 'sessionStorage'] as const) {
    try {
      void to[name].length;
    } catch {
      Object.defineProperty(to, name, { value: new Forgetful(), configurable: true });
    }
  }
}
