import type {
  Announcement,
  AnnouncementForMe,
  AnnouncementLine,
  AnnouncementReach,
  AnnouncementWords,
  Role,
  SentAnnouncement,
} from '$api/types';
import { get, path, post, put, remove } from '$lib/http';

const BASE = '/api/lms/announcements';

export const forMe = (before: string | null, signal?: AbortSignal) =>
  get<{ announcements: AnnouncementForMe[]; more: boolean }>(path('/api/lms/my/announcements', { before }), {
    signal,
  });
export const sent = (before: string | null, signal?: AbortSignal) =>
  get<{ announcements: SentAnnouncement[]; more: boolean }>(path(BASE, { before }), { signal });
export const ofClass = (classId: string, signal?: AbortSignal) =>
  get<AnnouncementLine[]>(`/api/lms/class-announcements/${classId}`, { signal });
export const reach = (signal?: AbortSignal) =>
  get<AnnouncementReach>('/api/lms/announcement-reach', { signal });
export const one = (id: string, signal?: AbortSignal) => get<Announcement>(`${BASE}/${id}`, { signal });

export interface NewAnnouncement {
  /** Of this device: sent again, it is the same announcement. */
  key: string;
  /** None: the whole school. */
  classIds: string[];
  roles: Role[];
  words: AnnouncementWords;
}

export const make = (wanted: NewAnnouncement) => post<Announcement>(BASE, wanted);
export const correct = (id: string, words: AnnouncementWords, tellAgain: boolean) =>
  put<Announcement>(`${BASE}/${id}`, { words, tellAgain });
/** Goes on though the page is left. */
export const withdraw = (id: string) => remove<undefined>(`${BASE}/${id}`, { keepalive: true });
export const hasRead = (id: string) => post<{ unread: number }>(`${BASE}/${id}/reading`);
