/** What two texts have in common, word by word, and what only one of them has. */
export interface Piece {
  text: string;
  only?: 'old' | 'new';
}

const wordsOf = (text: string): string[] => text.match(/\s*\S+/g) ?? [];

/**
 * The longest common run of words, after what is the same at both ends is set aside. Texts of thousands of words that
 * share nothing are not compared further: all of the one, then all of the other.
 */
export function wordDiff(before: string, after: string): Piece[] {
  const old = wordsOf(before);
  const now = wordsOf(after);
  let head = 0;
  while (head < old.length && head < now.length && same(old[head], now[head])) head++;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && same(old.at(-1 - tail), now.at(-1 - tail)))
    tail++;
  const pieces: Piece[] = [];
  add(pieces, now.slice(0, head));
  middle(pieces, old.slice(head, old.length - tail), now.slice(head, now.length - tail));
  add(pieces, now.slice(now.length - tail));
  return pieces;
}

const same = (one: string | undefined, other: string | undefined) => one?.trim() === other?.trim();

function add(pieces: Piece[], words: readonly string[], only?: 'old' | 'new'): void {
  if (words.length === 0) return;
  const last = pieces.at(-1);
  const joined = words.join('');
  // the first word of a text has no space before it, but may come to stand behind another
  const text = last && !/^\s/.test(joined) ? ` ${joined}` : joined;
  if (last && last.only === only) last.text += text;
  else pieces.push(only ? { text, only } : { text });
}

function middle(pieces: Piece[], old: string[], now: string[]): void {
  if (old.length * now.length > 4_000_000) {
    add(pieces, old, 'old');
    add(pieces, now, 'new');
    return;
  }
  const wide = now.length + 1;
  const long = new Uint16Array((old.length + 1) * wide);
  const at = (i: number, j: number) => long[i * wide + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      long[i * wide + j] = same(old[i], now[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  let i = 0;
  let j = 0;
  while (i < old.length && j < now.length) {
    if (same(old[i], now[j])) {
      add(pieces, now.slice(j, ++j));
      i++;
    } else if (at(i + 1, j) >= at(i, j + 1)) add(pieces, old.slice(i, ++i), 'old');
    else add(pieces, now.slice(j, ++j), 'new');
  }
  add(pieces, old.slice(i), 'old');
  add(pieces, now.slice(j), 'new');
}
