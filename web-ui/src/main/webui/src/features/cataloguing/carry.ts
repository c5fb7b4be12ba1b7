import type { MaterialMetadata } from '$api/types';

/** What one box of books mostly has in common: taken over from the material described before. */
const CARRIED = [
  'type',
  'subject',
  'grades',
  'textbookSet',
  'textbook',
  'chapter',
  'author',
  'unit',
  'source',
  'licence',
  'visibility',
  'classIds',
] as const;
type Carried = Pick<MaterialMetadata, (typeof CARRIED)[number]>;

const KEY = 'lopmo.catalogue.last';

const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** The fields of `before` that `draft` lacks; nothing that somebody wrote is overwritten. */
export function carriedOver(draft: MaterialMetadata, before: Carried): Partial<Carried> {
  return Object.fromEntries(
    CARRIED.filter((name) => isEmpty(draft[name]) && !isEmpty(before[name])).map((name) => [
      name,
      before[name],
    ]),
  );
}

export function remember(described: MaterialMetadata): void {
  try {
    const kept = Object.fromEntries(CARRIED.map((name) => [name, described[name]]));
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Without a store the next form begins empty.
  }
}

export function remembered(): Carried | undefined {
  try {
    const text = localStorage.getItem(KEY);
    return text === null ? undefined : (JSON.parse(text) as Carried);
  } catch {
    return undefined;
  }
}
