/** Passages of a text, as offsets in its UTF-16 units: from the first to behind the last. */
export interface Place {
  from: number;
  to: number;
}

/** In the order of the text, numbered from 1. */
export const numbered = <P extends Place>(passages: readonly P[]) =>
  passages
    .toSorted((one, other) => one.from - other.from || one.to - other.to)
    .map((passage, i) => ({ passage, no: i + 1 }));

/** A piece of the text that lies in the same passages from its beginning to its end. */
export interface Piece {
  at: number;
  text: string;
  nos: number[];
  /** The passages that end with it. */
  ends: number[];
}

/** The whole text in pieces; passages may lie in one another and overlap. */
export function piecesOf(text: string, passages: readonly Place[]): Piece[] {
  const all = numbered(passages);
  const cuts = [...new Set([0, text.length, ...all.flatMap(({ passage: { from, to } }) => [from, to])])]
    .filter((at) => at >= 0 && at <= text.length)
    .toSorted((one, other) => one - other);
  return cuts.slice(0, -1).map((at, i) => {
    const to = cuts[i + 1] ?? text.length;
    const here = all.filter(({ passage }) => passage.from <= at && to <= passage.to);
    return {
      at,
      text: text.slice(at, to),
      nos: here.map(({ no }) => no),
      ends: here.filter(({ passage }) => passage.to === to).map(({ no }) => no),
    };
  });
}

const LONG = 60;

/** A passage in one short line. */
export function quoted(text: string, { from, to }: Place): string {
  const words = text.slice(from, to).replace(/\s+/g, ' ').trim();
  return words.length > LONG ? `${words.slice(0, LONG - 1).trimEnd()}…` : words;
}

const isHigh = (text: string, at: number) => /[\uD800-\uDBFF]/.test(text.charAt(at));

/** Without white space at its ends and without half letters; nothing if nothing is left. */
export function tidied(text: string, { from, to }: Place): Place | undefined {
  let [begin, end] = [Math.max(0, Math.min(from, to)), Math.min(text.length, Math.max(from, to))];
  if (begin > 0 && isHigh(text, begin - 1)) begin -= 1;
  if (end < text.length && isHigh(text, end - 1)) end += 1;
  while (begin < end && /\s/.test(text.charAt(begin))) begin += 1;
  while (end > begin && /\s/.test(text.charAt(end - 1))) end -= 1;
  return begin < end ? { from: begin, to: end } : undefined;
}

/** The next word, or the one before; with `wider` the passage grows or shrinks by a word. */
export function stepped(text: string, at: Place | undefined, by: 1 | -1, wider: boolean): Place | undefined {
  const all = [...text.matchAll(/\S+/g)].map((word) => ({
    from: word.index,
    to: word.index + word[0].length,
  }));
  if (!at) return all[0];
  if (wider) {
    const end =
      by === 1
        ? all.find((word) => word.to > at.to)
        : all.findLast((word) => word.to < at.to && word.to > at.from);
    return end ? { from: at.from, to: end.to } : at;
  }
  const next = by === 1 ? all.find((word) => word.from >= at.to) : all.findLast((word) => word.to <= at.from);
  return next ?? at;
}
