/** Without marks, in lower case, `đ` as `d`: the syllables that the server's search knows. */
export const folded = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/giu, 'd').toLowerCase();

const SYLLABLE = /[\p{L}\p{M}\p{N}]+/gu;

/** The stretches of `text` that hold words of `wanted`; runs of them are one. */
export function stretches(text: string, wanted: ReadonlySet<string>): [from: number, to: number][] {
  const found: [number, number][] = [];
  let last: [number, number] | undefined;
  for (const match of text.matchAll(SYLLABLE)) {
    const from = match.index;
    const to = from + match[0].length;
    if (!wanted.has(folded(match[0]))) last = undefined;
    else if (last && /^[^.!?;:…\n]*$/.test(text.slice(last[1], from))) last[1] = to;
    else found.push((last = [from, to]));
  }
  const runs = found.filter(([from, to]) => (text.slice(from, to).match(SYLLABLE) ?? []).length > 1);
  return wanted.size > 1 && runs.length > 0 ? runs : found;
}

/** Marks what was searched for in a page and brings the first of it into sight. */
export function marked(node: HTMLElement, given: { words: string; html: unknown }) {
  function mark({ words }: { words: string }) {
    const wanted = new Set(Array.from(words.matchAll(SYLLABLE), (match) => folded(match[0])));
    if (wanted.size === 0) return;
    const texts: Text[] = [];
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      if (text.parentElement?.closest('mark, math') == null) markText(text, wanted);
    }
    node.querySelector('mark')?.scrollIntoView({ block: 'center' });
  }
  mark(given);
  return { update: (then: { words: string; html: unknown }) => queueMicrotask(() => mark(then)) };
}

function markText(text: Text, wanted: ReadonlySet<string>) {
  for (const [from, to] of stretches(text.data, wanted).reverse()) {
    const range = document.createRange();
    range.setStart(text, from);
    range.setEnd(text, to);
    range.surroundContents(document.createElement('mark'));
  }
}
