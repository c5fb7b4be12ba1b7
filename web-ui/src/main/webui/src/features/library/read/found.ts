/** Marks what was searched for in a page and brings the first of it into sight; nothing is fetched where nothing was. */
export function found(node: HTMLElement, given: { words: string; html: unknown }) {
  let marks = false;
  async function mark({ words }: { words: string }) {
    if (words === '' && !marks) return;
    marks = true;
    const { markIn, showFound } = await import('../marked');
    markIn(node, words);
    showFound(node);
  }
  void mark(given);
  return { update: (then: { words: string; html: unknown }) => queueMicrotask(() => void mark(then)) };
}
