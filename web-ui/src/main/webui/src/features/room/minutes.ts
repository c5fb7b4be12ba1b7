import type { Minutes } from '$api/room';

/** What happened in a room, in the order in which it happened. */
export interface Entry {
  at: string;
  by: string | null;
  kind:
    | 'opened'
    | 'paused'
    | 'resumed'
    | 'extended'
    | 'collected'
    | 'reopened'
    | 'moved'
    | 'granted'
    | 'incident'
    | 'ended';
  learnerId: string | null;
  /** Minutes given, or how many papers were collected. */
  n?: number;
  text?: string;
}

export function entriesOf(minutes: Minutes): Entry[] {
  const all: Entry[] = [];
  const add = (kind: Entry['kind'], at: string | null, by: string | null, more: Partial<Entry> = {}) => {
    if (at !== null) all.push({ kind, at, by, learnerId: null, ...more });
  };
  add('opened', minutes.startedFirstAt, null);
  for (const { from, to, by, learnerId } of minutes.pauses) {
    add('paused', from, by, { learnerId });
    add('resumed', to, null, { learnerId });
  }
  for (const { at, by, learnerId, minutes: n } of minutes.extensions)
    add('extended', at, by, { learnerId, n });
  for (const { at, by, learnerId, count } of minutes.collected)
    add('collected', at, by, { learnerId, n: count });
  for (const { at, by, learnerId, reason } of minutes.reopened)
    add('reopened', at, by, { learnerId, text: reason ?? '' });
  for (const { at, by, learnerId, reason } of minutes.moved)
    add('moved', at, by, { learnerId, text: reason ?? '' });
  for (const { at, by, learnerId, extraMinutes } of minutes.needs)
    add('granted', at, by, { learnerId, n: extraMinutes });
  for (const { at, by, learnerId, text } of minutes.incidents) add('incident', at, by, { learnerId, text });
  add('ended', minutes.endedLastAt, null);
  return all.sort((a, b) => a.at.localeCompare(b.at));
}

/** Everybody whose name the page needs, each once. */
export function peopleOf(minutes: Minutes): string[] {
  const entries = entriesOf(minutes).flatMap((one) => [one.by, one.learnerId]);
  const all = [...minutes.absent, ...minutes.invigilators, ...entries].filter((one) => one !== null);
  return [...new Set(all)].sort();
}
