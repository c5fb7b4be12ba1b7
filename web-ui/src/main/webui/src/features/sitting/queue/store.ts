import type { Answer, AnswerStep, Opening } from '$api/types';
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** A step as it lies on this device until the school has it. */
export interface KeptStep extends AnswerStep {
  sittingId: string;
}

/** What a sitting needs to go on after a crash, without a network. */
export interface KeptSitting {
  sittingId: string;
  assignmentId: string;
  personId: string;
  opening: Opening;
  /** The server's clock less ours, in milliseconds. */
  offset: number;
  lastSeq: number;
  flags: string[];
  at: number;
  /** Asked for, perhaps while offline. */
  handInSeq: number | null;
  handedInAt: string | null;
}

/** Where steps wait. `durable` is false where a browser forbids storage, and then the page says so. */
export interface Store {
  readonly durable: boolean;
  add(step: KeptStep): Promise<void>;
  drop(sittingId: string, seqs: readonly number[]): Promise<void>;
  /** In the order of their numbers. */
  waiting(sittingId: string): Promise<KeptStep[]>;
  replace(sittingId: string, steps: readonly KeptStep[]): Promise<void>;
  sitting(assignmentId: string, personId: string): Promise<KeptSitting | undefined>;
  keep(sitting: KeptSitting): Promise<void>;
  /** The last answer to each question given on this device, sent or not. */
  answers(sittingId: string): Promise<Record<string, Answer | null>>;
  /** The work is at school: nothing of it stays on a device that others use too. */
  clear(sittingId: string): Promise<void>;
}

interface Schema extends DBSchema {
  steps: { key: [string, number]; value: KeptStep };
  answers: { key: [string, string]; value: { sittingId: string; slot: string; answer: Answer | null } };
  sittings: { key: string; value: KeptSitting; indexes: { assignment: string } };
}

const ALL = Number.MAX_SAFE_INTEGER;
const slots = (sittingId: string) => IDBKeyRange.bound([sittingId, ''], [sittingId, '\uffff']);
const range = (sittingId: string) => IDBKeyRange.bound([sittingId, 0], [sittingId, ALL]);

class IndexedStore implements Store {
  readonly durable = true;
  readonly #db: IDBPDatabase<Schema>;

  constructor(db: IDBPDatabase<Schema>) {
    this.#db = db;
  }

  async add(step: KeptStep): Promise<void> {
    const { sittingId, slot, answer } = step;
    const change = this.#db.transaction(['steps', 'answers'], 'readwrite', { durability: 'strict' });
    await Promise.all([
      change.objectStore('steps').put(step),
      change.objectStore('answers').put({ sittingId, slot, answer }),
      change.done,
    ]);
  }

  async drop(sittingId: string, seqs: readonly number[]): Promise<void> {
    const change = this.#db.transaction('steps', 'readwrite');
    await Promise.all([...seqs.map((seq) => change.store.delete([sittingId, seq])), change.done]);
  }

  waiting(sittingId: string): Promise<KeptStep[]> {
    return this.#db.getAll('steps', range(sittingId));
  }

  async replace(sittingId: string, steps: readonly KeptStep[]): Promise<void> {
    const change = this.#db.transaction('steps', 'readwrite', { durability: 'strict' });
    await Promise.all([
      change.store.delete(range(sittingId)),
      ...steps.map((step) => change.store.put(step)),
      change.done,
    ]);
  }

  async sitting(assignmentId: string, personId: string): Promise<KeptSitting | undefined> {
    const all = await this.#db.getAllFromIndex('sittings', 'assignment', assignmentId);
    return all.find((one) => one.personId === personId);
  }

  async keep(sitting: KeptSitting): Promise<void> {
    await this.#db.put('sittings', sitting);
  }

  async answers(sittingId: string): Promise<Record<string, Answer | null>> {
    const all = await this.#db.getAll('answers', slots(sittingId));
    return Object.fromEntries(all.map((one) => [one.slot, one.answer]));
  }

  async clear(sittingId: string): Promise<void> {
    const change = this.#db.transaction(['sittings', 'answers'], 'readwrite');
    await Promise.all([
      change.objectStore('sittings').delete(sittingId),
      change.objectStore('answers').delete(slots(sittingId)),
      change.done,
    ]);
  }
}

/** For a browser that forbids storage, and for tests of the queue alone. */
export class MemoryStore implements Store {
  readonly durable = false;
  #steps: KeptStep[] = [];
  #sittings = new Map<string, KeptSitting>();

  async add(step: KeptStep): Promise<void> {
    this.#steps = [
      ...this.#steps.filter((one) => one.sittingId !== step.sittingId || one.seq !== step.seq),
      step,
    ];
  }

  async drop(sittingId: string, seqs: readonly number[]): Promise<void> {
    this.#steps = this.#steps.filter((one) => one.sittingId !== sittingId || !seqs.includes(one.seq));
  }

  async waiting(sittingId: string): Promise<KeptStep[]> {
    return this.#steps.filter((one) => one.sittingId === sittingId).sort((a, b) => a.seq - b.seq);
  }

  async replace(sittingId: string, steps: readonly KeptStep[]): Promise<void> {
    this.#steps = [...this.#steps.filter((one) => one.sittingId !== sittingId), ...steps];
  }

  async sitting(assignmentId: string, personId: string): Promise<KeptSitting | undefined> {
    return [...this.#sittings.values()].find(
      (one) => one.assignmentId === assignmentId && one.personId === personId,
    );
  }

  async keep(sitting: KeptSitting): Promise<void> {
    this.#sittings.set(sitting.sittingId, sitting);
  }

  async answers(): Promise<Record<string, Answer | null>> {
    return {};
  }

  async clear(sittingId: string): Promise<void> {
    this.#sittings.delete(sittingId);
  }
}

/** Opens the device's store; in memory where that is forbidden. */
export async function openStore(): Promise<Store> {
  try {
    const db = await openDB<Schema>('lopmo-sittings', 1, {
      upgrade(database) {
        database.createObjectStore('steps', { keyPath: ['sittingId', 'seq'] });
        database.createObjectStore('answers', { keyPath: ['sittingId', 'slot'] });
        database
          .createObjectStore('sittings', { keyPath: 'sittingId' })
          .createIndex('assignment', 'assignmentId');
      },
    });
    return new IndexedStore(db);
  } catch {
    return new MemoryStore();
  }
}
