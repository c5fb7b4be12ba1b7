/** Without marks, in lower case, `đ` as `d`: the syllables that the server's search knows. */
export const folded = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/giu, 'd').toLowerCase();

const SYLLABLE = /[\p{L}\p{M}\p{N}]+/gu;

export const syllables = (words: string): ReadonlySet<string> =>
  new Set(Array.from(words.matchAll(SYLLABLE), (match) => folded(match[0])));

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

/**
 * The same over text that lies in pieces, as a page does: a word may begin in one and end in the next. `before` is what
 * stands between a piece and the one before it. Gives what to mark in each piece.
 */
export function pieces(
  texts: readonly { text: string; before: string }[],
  wanted: ReadonlySet<string>,
): [from: number, to: number][][] {
  const starts: number[] = [];
  let whole = '';
  for (const { text, before } of texts) {
    whole += before;
    starts.push(whole.length);
    whole += text;
  }
  const found = stretches(whole, wanted);
  return texts.map(({ text }, i) => {
    const start = starts[i] ?? 0;
    return found
      .map(([from, to]): [number, number] => [Math.max(0, from - start), Math.min(text.length, to - start)])
      .filter(([from, to]) => from < to);
  });
}

const BLOCK = 'p, li, td, th, h1, h2, h3, h4, h5, h6, dt, dd, figcaption, blockquote, pre, div';

/** The text of a page in pieces: words run on through bold letters, not from one paragraph into the next. */
function read(node: HTMLElement): { nodes: Text[]; texts: { text: string; before: string }[] } {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const nodes: Text[] = [];
  const texts: { text: string; before: string }[] = [];
  let block: Element | null | undefined;
  let before = '';
  while (walker.nextNode()) {
    const now = walker.currentNode;
    if (!(now instanceof Text)) {
      // the letters over a drawn page stand in lines, and words go on in the next
      if (now instanceof HTMLBRElement) before = now.getAttribute('role') === 'presentation' ? ' ' : '\n';
      continue;
    }
    if (now.parentElement?.closest('math')) continue;
    const its = now.parentElement?.closest(BLOCK);
    texts.push({ text: now.data, before: block !== undefined && its !== block ? '\n' : before });
    nodes.push(now);
    block = its;
    before = '';
  }
  return { nodes, texts };
}

/** Marks `words` in what `node` shows, and nothing else. */
export function markIn(node: HTMLElement, words: string): void {
  for (const old of node.querySelectorAll('mark[data-found]')) {
    old.replaceWith(...old.childNodes);
  }
  node.normalize();
  const wanted = syllables(words);
  if (wanted.size === 0) return;
  const { nodes, texts } = read(node);
  pieces(texts, wanted).forEach((found, i) => {
    const text = nodes[i];
    if (text) for (const [from, to] of found.reverse()) markText(text, from, to);
  });
}

function markText(text: Text, from: number, to: number) {
  const range = document.createRange();
  range.setStart(text, from);
  range.setEnd(text, to);
  const mark = document.createElement('mark');
  mark.dataset['found'] = '';
  range.surroundContents(mark);
}

/** Brings the first of what was found into sight. */
export const showFound = (node: HTMLElement) =>
  node.querySelector('mark[data-found]')?.scrollIntoView({ block: 'center' });
