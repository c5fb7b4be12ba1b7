import type { Assignment, BankRow, Form, Item, Paper, PaperChange, PaperRow } from '$api/types';
import { get, path, post, put } from '$lib/http';

const BASE = '/api/assessment';
type Asked = { signal: AbortSignal };

export const paperRows = ({ signal }: Asked) => get<PaperRow[]>(`${BASE}/papers`, { signal });
export const assignmentRows = ({ signal }: Asked) => get<Assignment[]>(`${BASE}/assignments`, { signal });
export const paperOf = (id: string, signal?: AbortSignal) =>
  get<Paper>(`${BASE}/papers/${id}`, signal ? { signal } : {});
export const makePaper = (wish: { title: string; subject: string; grade: number; minutes: number }) =>
  post<{ id: string }>(`${BASE}/papers`, wish);
export const savePaper = (id: string, change: PaperChange) =>
  put<{ revision?: number } | undefined>(`${BASE}/papers/${id}`, change);
export const itemOf = (id: string) => get<Item>(`${BASE}/items/${id}`);
export const findItems = (
  query: { q: string; subject: string | null; grade: number | null; form: Form | null },
  { signal }: Asked,
) => get<{ total: number; items: BankRow[] }>(path(`${BASE}/items`, { ...query, size: 20 }), { signal });
