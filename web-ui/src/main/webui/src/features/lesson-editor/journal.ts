import type { Draft } from '$api/types';
import { answered, committed, opened } from '$lib/device';
import type { Pending, Written } from './pending';

/** One page's work on a lesson as it lies on this device until the school has all of it. */
export interface Kept {
  key: string;
  lessonId: string;
  personId: string;
  device: string;
  seq: number;
  known: number;
  written: Written;
  pending: Pending;
  /** What the page knows beside the words, to open without a network. */
  draft: Draft;
  at: number;
}

const STORE = 'journals';
let database: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  database ??= opened('lopmo-lessons', 1, (fresh) => {
    fresh.createObjectStore(STORE, { keyPath: 'key' }).createIndex('lesson', ['lessonId', 'personId']);
  });
  return database;
}

export async function keep(one: Kept): Promise<void> {
  const change = (await open()).transaction(STORE, 'readwrite');
  change.objectStore(STORE).put(one);
  await committed(change);
}

const LAST = 'lopmo-lesson/';

/**
 * At once, while the page goes: the database would be too late for the last letters. Kept beside it until the whole is
 * at school.
 */
export function keepLast(one: Kept): void {
  try {
    const plain = (_: string, value: unknown) => (value instanceof Set ? { each: [...value] } : value);
    localStorage.setItem(LAST + one.key, JSON.stringify(one, plain));
  } catch {
    // Full or forbidden: the database has all but the last letters.
  }
}

function last(lessonId: string, personId: string): Kept[] {
  try {
    const sets = (_: string, value: unknown) =>
      value instanceof Object && 'each' in value ? new Set(value.each as string[]) : value;
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(`${LAST}${lessonId}/`))
      .map((name) => JSON.parse(localStorage.getItem(name) ?? '', sets) as Kept)
      .filter((one) => one.personId === personId);
  } catch {
    return [];
  }
}

export async function forget(key: string): Promise<void> {
  try {
    localStorage.removeItem(LAST + key);
  } catch {
    // Forbidden: then nothing lies there.
  }
  const change = (await open()).transaction(STORE, 'readwrite');
  change.objectStore(STORE).delete(key);
  await committed(change);
}

/** What this person left here of a lesson, the newest first. */
export async function left(lessonId: string, personId: string): Promise<Kept[]> {
  const all = new Map<string, Kept>();
  for (const one of [...(await stored(lessonId, personId)), ...last(lessonId, personId)]) {
    const other = all.get(one.key);
    if (other === undefined || other.at <= one.at) all.set(one.key, one);
  }
  return [...all.values()].sort((one, other) => other.at - one.at);
}

async function stored(lessonId: string, personId: string): Promise<Kept[]> {
  try {
    const store = (await open()).transaction(STORE).objectStore(STORE);
    return await answered<Kept[]>(store.index('lesson').getAll([lessonId, personId]));
  } catch {
    return [];
  }
}

/**
 * Pages of one browser that have the same lesson open: what one of them keeps is no other's to take up. The browser's
 * own locks would do, but are not there without https.
 */
export class Neighbours {
  #line: BroadcastChannel | undefined =
    typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('lopmo-lessons');

  /** Says to whoever asks that this page is there. */
  answerAs(device: string): () => void {
    const line = this.#line;
    if (!line) return () => undefined;
    line.onmessage = ({ data }) => {
      if (data === 'who') line.postMessage(device);
    };
    return () => line.close();
  }

  /** The pages that are there. */
  async ask(patience = 120): Promise<Set<string>> {
    const there = new Set<string>();
    const line = this.#line;
    if (!line) return there;
    line.onmessage = ({ data }) => {
      if (typeof data === 'string' && data !== 'who') there.add(data);
    };
    line.postMessage('who');
    await new Promise((resolve) => setTimeout(resolve, patience));
    line.onmessage = null;
    return there;
  }
}
