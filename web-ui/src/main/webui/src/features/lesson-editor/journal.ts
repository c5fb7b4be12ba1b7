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

export async function forget(key: string): Promise<void> {
  const change = (await open()).transaction(STORE, 'readwrite');
  change.objectStore(STORE).delete(key);
  await committed(change);
}

/** What this person left here of a lesson, the newest first. */
export async function left(lessonId: string, personId: string): Promise<Kept[]> {
  try {
    const store = (await open()).transaction(STORE).objectStore(STORE);
    const all = await answered<Kept[]>(store.index('lesson').getAll([lessonId, personId]));
    return all.sort((one, other) => other.at - one.at);
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
