import { plainLetters } from '$lib/staff';

const WORD = 40;

/** The name that a question about consent is kept under: its own words, and no other question's. */
export function purposeOf(title: string, taken: readonly string[]): string {
  const plain = plainLetters(title)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, WORD - 4)
    .replace(/^-+|-+$/g, '');
  const name = plain.length < 2 ? `viec-${plain}` : plain;
  for (let n = 1; ; n += 1) {
    const tried = n === 1 ? name : `${name}-${n}`;
    if (!taken.includes(tried)) return tried;
  }
}
