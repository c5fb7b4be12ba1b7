/** A text cut at its links, to be shown as links: only https, and without the full stop of the sentence. */
export interface Piece {
  text: string;
  link: boolean;
}

const LINK = /https:\/\/[^\s<>"]+/g;

export function linked(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const found of text.matchAll(LINK)) {
    const address = found[0].replace(/[.,;:!?)\]}”’]+$/u, '');
    if (address.length <= 'https://'.length) continue;
    if (found.index > at) pieces.push({ text: text.slice(at, found.index), link: false });
    pieces.push({ text: address, link: true });
    at = found.index + address.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), link: false });
  return pieces;
}
