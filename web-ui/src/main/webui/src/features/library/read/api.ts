import type { FoundPlace, Note, ReadingPosition } from '$api/types';
import { get, path, post, put, remove } from '$lib/http';

const file = (id: string) => `/api/content/files/${id}`;

/** Undefined for who never opened it. */
export const positionOf = (id: string) => get<ReadingPosition | undefined>(`${file(id)}/position`);

export const keepPosition = (id: string, at: Omit<ReadingPosition, 'at'>, keepalive: boolean) =>
  put(`${file(id)}/position`, at, { keepalive });

export const findIn = (id: string, q: string, signal: AbortSignal) =>
  get<FoundPlace[]>(path(`${file(id)}/find`, { q }), { signal });

export const notesOf = (id: string, signal: AbortSignal) => get<Note[]>(`${file(id)}/notes`, { signal });
export const writeNote = (id: string, note: { n: number; text: string; quote: string | null }) =>
  post<Note>(`${file(id)}/notes`, note);
export const changeNote = (id: string, note: string, text: string) =>
  put<Note>(`${file(id)}/notes/${note}`, { text });
export const dropNote = (id: string, note: string) => remove(`${file(id)}/notes/${note}`);

export const isFavourite = (material: string, signal: AbortSignal) =>
  get<{ marked: boolean }>(`/api/content/favourites/${material}`, { signal });
export const mark = (material: string) => put(`/api/content/favourites/${material}`, {});
export const unmark = (material: string) => remove(`/api/content/favourites/${material}`);
