import { answered, committed, opened } from '../device';
import type { WorkKind } from '$api/types';
import { waitingWork } from './waiting';

/** A file of a draft: on this device, or at school already. */
export interface KeptFile {
  key: string;
  name: string;
  kind: WorkKind;
  size: number;
  blob?: Blob;
  /** Where it lies at school. */
  id?: string;
  url?: string;
}

/** What a pupil is doing for a task, as it lies on this device. */
export interface KeptWork {
  personId: string;
  taskId: string;
  lessonId: string;
  text: string;
  files: KeptFile[];
  /** Set once it is handed in: it goes to school as soon as there is a way. */
  sending: { key: string; finishedAt: string } | null;
  /** Why the school did not take it. */
  refused: string | null;
}

const NAME = 'works';

let open: Promise<IDBDatabase | undefined> | undefined;
/** Where a browser forbids storage, until the page is closed. */
const memory = new Map<string, KeptWork>();
const keyOf = (personId: string, taskId: string) => `${personId} ${taskId}`;

function database(): Promise<IDBDatabase | undefined> {
  open ??= opened('lopmo-work', 1, (db) =>
    db.createObjectStore(NAME, { keyPath: ['personId', 'taskId'] }),
  ).catch(() => undefined);
  return open;
}

export async function keptWork(personId: string, taskId: string): Promise<KeptWork | undefined> {
  const db = await database();
  return db === undefined
    ? memory.get(keyOf(personId, taskId))
    : answered<KeptWork | undefined>(db.transaction(NAME).objectStore(NAME).get([personId, taskId]));
}

/** Resolves when it is on the device. */
export async function keepWork(work: KeptWork): Promise<void> {
  const db = await database();
  if (db === undefined) memory.set(keyOf(work.personId, work.taskId), work);
  else {
    const change = db.transaction(NAME, 'readwrite');
    change.objectStore(NAME).put(work);
    await committed(change);
  }
  if (work.sending) waitingWork.raise(work.personId);
}

export async function dropWork(personId: string, taskId: string): Promise<void> {
  const db = await database();
  if (db === undefined) memory.delete(keyOf(personId, taskId));
  else {
    const change = db.transaction(NAME, 'readwrite');
    change.objectStore(NAME).delete([personId, taskId]);
    await committed(change);
  }
}

/** All of this person's that is on its way. */
export async function waitingWorks(personId: string): Promise<KeptWork[]> {
  const db = await database();
  const all =
    db === undefined
      ? [...memory.values()]
      : await answered<KeptWork[]>(db.transaction(NAME).objectStore(NAME).getAll());
  const mine = all.filter((work) => work.personId === personId && work.sending !== null);
  if (mine.length === 0) waitingWork.lower(personId);
  return mine;
}
