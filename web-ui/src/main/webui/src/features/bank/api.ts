import type { BankRow, Content, Form, Item, ItemMeta } from '$api/types';
import { get, path, post, put } from '$lib/http';

const BASE = '/api/assessment/items';
type Asked = { signal: AbortSignal };

export interface Search {
  q: string;
  subject: string | null;
  grade: number | null;
  form: Form | null;
  cognitive: string | null;
  page: number;
}

export const SIZE = 20;
export const findItems = (search: Search, { signal }: Asked) =>
  get<{ total: number; items: BankRow[] }>(path(BASE, { ...search, size: SIZE }), { signal });
export const itemOf = (id: string, { signal }: Asked) => get<Item>(`${BASE}/${id}`, { signal });
export const makeItem = (content: Content, meta: ItemMeta) => post<Item>(BASE, { content, meta });
export const changeItem = (id: string, version: number, content: Content, meta: ItemMeta) =>
  put<Item>(`${BASE}/${id}`, { version, content, meta });
