import type { CollectionEntry, MyNote, MyReading, ShelfRow } from '$api/types';
import { get, remove } from '$lib/http';

export const reading = (signal: AbortSignal) => get<MyReading[]>('/api/content/my/reading', { signal });
export const forgetReading = (file: string) => remove(`/api/content/my/reading/${file}`);
export const favourites = (signal: AbortSignal) => get<ShelfRow[]>('/api/content/favourites', { signal });
export const lists = (signal: AbortSignal) =>
  get<CollectionEntry[]>('/api/content/collections', { signal }).then((all) =>
    all.filter((one) => one.kind === 'READING_LIST'),
  );
export const notes = (signal: AbortSignal) => get<MyNote[]>('/api/content/my/notes', { signal });
