import type { DiaryClass, DiaryLine, DiaryWeek } from '$api/types';
import { get, path, put, remove } from '$lib/http';

const BASE = '/api/lms/diaries';

export const desk = (signal?: AbortSignal) => get<DiaryClass[]>(BASE, { signal });
export const week = (classId: string, day: string, signal?: AbortSignal) =>
  get<DiaryWeek>(path(`${BASE}/${classId}`, { day }), { signal });
export const write = (classId: string, line: DiaryLine) => put<DiaryWeek>(`${BASE}/${classId}/lines`, line);
export const takeOut = (classId: string, line: string) => remove(`${BASE}/${classId}/lines/${line}`);
export const sumUp = (classId: string, monday: string, text: string) =>
  put<DiaryWeek>(`${BASE}/${classId}/weeks/${monday}`, { text });
