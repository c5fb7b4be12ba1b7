import type { Block, Draft, LessonPlan } from '$api/types';
import { get, post } from '$lib/http';

/** A published version, or what an author left at the end of a sitting. */
export interface Entry {
  snapshot: string | null;
  version: number | null;
  title: string;
  blocks: number;
  by: string;
  at: string;
}

export interface State {
  title: string;
  summary: string;
  minutes: number;
  blocks: Block[];
  indicators: string[];
  plan: LessonPlan;
}

const base = (lesson: string) => `/api/lms/lessons/${lesson}`;
type Asked = { signal: AbortSignal };

export const keyOf = (entry: Entry) => entry.snapshot ?? `v${entry.version ?? 0}`;
export const historyOf = (lesson: string, { signal }: Asked) =>
  get<Entry[]>(`${base(lesson)}/history`, { signal });
export const stateOf = (lesson: string, entry: Entry, { signal }: Asked) =>
  get<State>(
    entry.snapshot === null
      ? `${base(lesson)}/history/versions/${entry.version ?? 0}`
      : `${base(lesson)}/history/snapshots/${entry.snapshot}`,
    { signal },
  );
export const draftOf = (lesson: string, { signal }: Asked) => get<Draft>(`${base(lesson)}/draft`, { signal });
export const restore = (lesson: string, { snapshot, version }: Entry) =>
  post<{ revision: number }>(
    `${base(lesson)}/history/restore`,
    snapshot === null ? { version } : { snapshot },
  );
