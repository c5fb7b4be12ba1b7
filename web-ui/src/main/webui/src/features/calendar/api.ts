import type {
  AttendanceLine,
  CalendarEntry,
  CalendarView,
  LiveLesson,
  LiveWish,
  Presence,
  Role,
} from '$api/types';
import { get, path, post, put, remove } from '$lib/http';

const LIVE = '/api/lms/live-lessons';

export const calendar = (from: string, until: string, child: string | null, signal?: AbortSignal) =>
  get<CalendarView>(path('/api/lms/calendar', { from, until, child }), { signal });
export const makeFeed = () => post<{ path: string }>('/api/lms/calendar/feed');
export const endFeed = () => remove('/api/lms/calendar/feed');

export const liveLessons = (signal?: AbortSignal) => get<LiveLesson[]>(LIVE, { signal });
export const liveLesson = (id: string, signal?: AbortSignal) => get<LiveLesson>(`${LIVE}/${id}`, { signal });
export const setLive = (classId: string, lesson: LiveWish) => post<LiveLesson>(LIVE, { classId, lesson });
export const changeLive = (id: string, lesson: LiveWish) => put<LiveLesson>(`${LIVE}/${id}`, lesson);
export const cancelLive = (id: string) => remove(`${LIVE}/${id}`);
export const visit = (id: string) => post<{ url: string }>(`${LIVE}/${id}/visits`);
export const attendance = (id: string, signal?: AbortSignal) =>
  get<AttendanceLine[]>(`${LIVE}/${id}/attendance`, { signal });
export const correct = (id: string, learner: string, standing: Presence | null) =>
  put<AttendanceLine[]>(`${LIVE}/${id}/attendance/${learner}`, { standing });

/** Where an entry leads; a guardian looks only. */
export function hrefOf(entry: CalendarEntry, roles: readonly Role[]): string | undefined {
  const paper = entry.kind === 'TEST' || (entry.kind === 'TASK' && entry.id === entry.targetId);
  if (roles.includes('STUDENT')) return paper ? `/lam-bai/${entry.id}` : lessonOf(entry);
  if (roles.includes('TEACHER')) return paper ? `/giao-bai/${entry.id}` : taskOf(entry);
  return undefined;
}

const lessonOf = (entry: CalendarEntry) => (entry.kind === 'MEETING' ? undefined : `/bai/${entry.targetId}`);
const taskOf = (entry: CalendarEntry) => (entry.kind === 'TASK' ? `/viec/${entry.id}` : undefined);

/** When an entry stands in the calendar. */
export const momentOf = (entry: CalendarEntry): string => entry.startsAt ?? entry.endsAt ?? '';
