import type { OpenLibrary } from '$api/types';
import { get, put, remove } from '$lib/http';

const ADDRESS = '/api/content/open-library';

export interface Face {
  code: string;
  name: string;
  email: string;
}

export const library = (signal: AbortSignal) => get<OpenLibrary>(ADDRESS, { signal });
export const open = (face: Face) => put<OpenLibrary>(ADDRESS, face);
export const close = () => remove<undefined>(ADDRESS);
