import type { OwnDay, TaskDesk, TaskLine, WorkKind, WorkOnDesk, WorkPassage, WorkPin } from '$api/types';
import { get, post, put, remove } from '$lib/http';

export const tasksOfMine = (signal: AbortSignal) => get<TaskLine[]>('/api/lms/tasks', { signal });
export const deskOf = (task: string, signal: AbortSignal) =>
  get<TaskDesk>(`/api/lms/task-desks/${task}`, { signal });
export const workOf = (work: string, signal?: AbortSignal) =>
  get<WorkOnDesk>(`/api/lms/task-works/${work}`, { signal });

export interface Judgement {
  revision: number;
  mark: number | null;
  remark: string;
  pins: (WorkPin & { fileId: string })[];
  passages: WorkPassage[];
}

export const judge = (work: string, said: Judgement) =>
  put<WorkOnDesk>(`/api/lms/task-works/${work}/marking`, said);
export const release = (work: string) => post<WorkOnDesk>(`/api/lms/task-works/${work}/release`);
export const giveBack = (work: string) => post<WorkOnDesk>(`/api/lms/task-works/${work}/return`);
export const releaseAll = (task: string, classId: string) =>
  post<{ released: number }>(`/api/lms/task-desks/${task}/releases`, { classId });

/** All of a class, or of a group there, whose work is waited for; the school says whom it told. */
export const remind = (
  task: string,
  whom: { classId: string; groupId: string | null },
  text: string,
  again: boolean,
) => post<{ reminded: string[] }>(`/api/lms/task-reminders/${task}`, { ...whom, text, again });

const DAYS = '/api/lms/task-days';
export const whose = (day: OwnDay) => day.groupId ?? day.learnerId ?? '';
export const daysOf = (task: string, signal: AbortSignal) => get<OwnDay[]>(`${DAYS}/${task}`, { signal });
export const giveDay = (task: string, kind: 'groups' | 'learners', whom: string, dueAt: string) =>
  put<OwnDay[]>(`${DAYS}/${task}/${kind}/${whom}`, { dueAt });
export const takeDay = (task: string, day: OwnDay) =>
  remove<OwnDay[]>(`${DAYS}/${task}/${day.groupId === null ? 'learners' : 'groups'}/${whose(day)}`, {
    keepalive: true,
  });

export interface Settings {
  kinds: WorkKind[];
  maxMark: number | null;
  lateAllowed: boolean;
  due: { classId: string; dueAt: string | null }[];
}

export const set = (task: string, settings: Settings) =>
  put<undefined>(`/api/lms/tasks/${task}/settings`, settings);
