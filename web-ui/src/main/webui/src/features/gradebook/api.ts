import type {
  AwardLine,
  CellChange,
  ClassSheet,
  Desk,
  Feeding,
  GivenAward,
  LockLine,
  MarkBook,
  MarkLine,
  Phrase,
  SavedCells,
  SheetForm,
  SheetPreview,
  SinceExport,
  TransferredMarks,
} from '$api/types';
import { get, path, post, put, remove } from '$lib/http';
import { upload } from '$lib/upload';

/** One book: a subject of a class in a term. */
export interface Where {
  classId: string;
  subject: string;
  term: number;
}

export const nameOf = (where: Where) => `${where.classId}/${where.subject}/${where.term}`;
const at = (where: Where) => `/api/lms/mark-books/${nameOf(where)}`;

export const desk = (signal: AbortSignal) => get<Desk>('/api/lms/mark-books', { signal });
export const book = (where: Where, signal?: AbortSignal) => get<MarkBook>(at(where), { signal });
export const enter = (where: Where, changes: CellChange[], imported = false) =>
  put<SavedCells>(`${at(where)}/cells`, { changes, imported });
export const takeBack = (where: Where, batch: string) => post<SavedCells>(`${at(where)}/undo`, { batch });
export const history = (where: Where, learnerId?: string, slot?: string) =>
  get<MarkLine[]>(path(`${at(where)}/history`, { learnerId, slot }));
export const show = (where: Where, slot: string, released: boolean) =>
  put<MarkBook>(`${at(where)}/releases`, { slot, released });

export const feeding = (where: Where) => get<Feeding>(`${at(where)}/feeds`);
export const link = (where: Where, slot: string, sourceId: string) =>
  put<Feeding>(`${at(where)}/feeds/${slot}`, { sourceId });
export const unlink = (where: Where, slot: string) => remove<Feeding>(`${at(where)}/feeds/${slot}`);
export const takeOver = (
  where: Where,
  slot: string,
  sourceId: string,
  taken: { learnerId: string; proposed: string; version: number }[],
) =>
  post<{ batch: string | null; written: number; refused: string[] }>(`${at(where)}/feeds/${slot}/take-over`, {
    sourceId,
    taken,
  });

export const sheetOf = (where: Where, form: SheetForm) => path(`${at(where)}/sheet.xlsx`, { form });
export const sinceExport = (where: Where) => get<SinceExport>(`${at(where)}/since-export`);
export const preview = (where: Where, file: File, onProgress: (share: number) => void) =>
  upload<SheetPreview>(`${at(where)}/sheet`, file, { onProgress });

export const sheetFile = (classId: string, period: string) =>
  `/api/lms/class-sheets/${classId}/${period}/sheet.xlsx`;
export const classSheet = (classId: string, period: string, signal: AbortSignal) =>
  get<ClassSheet>(`/api/lms/class-sheets/${classId}/${period}`, { signal });

const awards = (classId: string, learnerId: string) => `/api/lms/class-awards/${classId}/${learnerId}`;
export const awardsOf = (classId: string, learnerId: string, signal: AbortSignal) =>
  get<AwardLine[]>(awards(classId, learnerId), { signal });
export const award = (classId: string, learnerId: string, given: Omit<GivenAward, 'id'>) =>
  post<AwardLine[]>(awards(classId, learnerId), given);
export const takeAwardBack = (classId: string, learnerId: string, id: string) =>
  remove<AwardLine[]>(`${awards(classId, learnerId)}/${id}`);
export const transferredMarks = (classId: string, signal: AbortSignal) =>
  get<TransferredMarks[]>(`/api/lms/transferred-marks/${classId}`, { signal });
export const locksOf = (classId: string) => get<LockLine[]>(path('/api/lms/mark-locks', { classId }));
export const lock = (change: {
  classIds: string[];
  subject: string | null;
  term: number;
  locked: boolean;
  reason: string;
}) => post<undefined>('/api/lms/mark-locks', change);

export const phrases = (subject: string) => get<Phrase[]>(path('/api/lms/remark-phrases', { subject }));
export const keepPhrase = (phrase: {
  subject: string | null;
  band: string | null;
  code: string | null;
  text: string;
  forSchool: boolean;
}) => post<Phrase>('/api/lms/remark-phrases', phrase);
export const dropPhrase = (id: string) => remove<undefined>(`/api/lms/remark-phrases/${id}`);
