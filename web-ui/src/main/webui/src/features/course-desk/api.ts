import type { ClassRow, Course, CoursePage, CourseSharing, CourseSource } from '$api/types';
import { get, patch, path, post, put, remove } from '$lib/http';

const BASE = '/api/lms';
type Asked = { signal: AbortSignal };

export const courseRows = ({ signal }: Asked) => get<Course[]>(`${BASE}/courses`, { signal });
export const courseOf = (id: string, signal?: AbortSignal) =>
  get<CoursePage>(`${BASE}/courses/${id}`, signal ? { signal } : {});
export const classRows = ({ signal }: Asked) => get<ClassRow[]>(`${BASE}/classes`, { signal });
export const makeCourse = (wish: { title: string; subject: string; grade: number; classIds: string[] }) =>
  post<{ id: string }>(`${BASE}/courses`, wish);
export const changeCourse = (id: string, change: { title?: string; classIds?: string[] }) =>
  patch<unknown>(`${BASE}/courses/${id}`, change);
export const addSection = (course: string, title: string) =>
  post<unknown>(`${BASE}/courses/${course}/sections`, { title });
export const renameSection = (id: string, title: string) =>
  patch<unknown>(`${BASE}/sections/${id}`, { title });
export const dropSection = (id: string) => remove<unknown>(`${BASE}/sections/${id}`);
export const addLesson = (section: string, title: string) =>
  post<{ id: string }>(`${BASE}/sections/${section}/lessons`, { title });
export const dropLesson = (id: string) => remove<unknown>(`${BASE}/lessons/${id}`);
export const saveOutline = (course: string, sections: { id: string; lessons: string[] }[]) =>
  put<unknown>(`${BASE}/courses/${course}/outline`, { sections });
export const sourcesOf = ({ signal }: Asked) => get<CourseSource[]>(`${BASE}/courses/sources`, { signal });
/** What became of the days that were set in the old course. */
export interface Copied {
  id: string;
  daysMoved: number;
  daysDropped: number;
}
/** The copy's page, which says what became of the days. */
export const copyPath = (made: Copied) =>
  path(`/mon-hoc/${made.id}`, {
    doi: made.daysMoved > 0 ? String(made.daysMoved) : '',
    bo: made.daysDropped > 0 ? String(made.daysDropped) : '',
  });
export const copyCourse = (id: string, wish: { title: string; classIds: string[] }) =>
  post<Copied>(`${BASE}/courses/${id}/copies`, wish);
export const shareCourse = (id: string, sharing: CourseSharing, template: boolean) =>
  put<unknown>(`${BASE}/courses/${id}/sharing`, { sharing, template });
export const nameAuthors = (id: string, personIds: string[]) =>
  put<unknown>(`${BASE}/courses/${id}/authors`, { personIds });
export const copyLesson = (id: string, sectionId: string) =>
  post<{ id: string }>(`${BASE}/lessons/${id}/copies`, { sectionId });
