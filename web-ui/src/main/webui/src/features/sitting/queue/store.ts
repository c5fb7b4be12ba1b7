import type { Answer, AnswerStep, Opening } from '$api/types';
import { answered, committed, opened } from '$lib/device';
import { leftAnswers } from '$lib/left-answers';

/** A step as it lies on this device until the school has it. */
export interface KeptStep extends AnswerStep {
  sittingId: string;
  /** When it was typed by the steady clock of its page. */
  tick?: number | undefined;
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
  /** All that somebody has here. */
  sittings(personId: string): Promise<KeptSitting[]>;
  keep(sitting: KeptSitting): Promise<void>;
  /** The last answer to each question given on this device, sent or not. */
  answers(sittingId: string): Promise<Record<string, Answer | null>>;
  /** The work is at school: nothing of it stays on a device that others use too. */
  clear(sittingId: string): Promise<void>;
}

const ALL = Number.MAX_SAFE_INTEGER;
const slots = (sittingId: string) => IDBKeyRange.bound([sittingId, ''], [sittingId, '\uffff']);
const range = (sittingId: string) => IDBKeyRange.bound([sittingId, 0], [sittingId, ALL]);

class IndexedStore implements Store {
  readonly durable = true;
  readonly #db: IDBDatabase;

  constructor(db: IDBDatabase) {
    this.#db = db;
  }

  #read(name: string): IDBObjectStore {
    return this.#db.transaction(name).objectStore(name);
  }

  #write(names: string[], work: (place: (name: string) => IDBObjectStore) => void): Promise<void> {
    const change = this.#db.transaction(names, 'readwrite', { durability: 'strict' });
    const done = committed(change);
    work((name) => change.objectStore(name));
    return done;
  }

  add(step: KeptStep): Promise<void> {
    const { sittingId, slot, answer } = step;
    return this.#write(['steps', 'answers'], (place) => {
      place('steps').put(step);
      place('answers').put({ sittingId, slot, answer });
    });
  }

  drop(sittingId: string, seqs: readonly number[]): Promise<void> {
    return this.#write(['steps'], (place) => {
      for (const seq of seqs) place('steps').delete([sittingId, seq]);
    });
  }

  waiting(sittingId: string): Promise<KeptStep[]> {
    return answered<KeptStep[]>(this.#read('steps').getAll(range(sittingId)));
  }

  replace(sittingId: string, steps: readonly KeptStep[]): Promise<void> {
    return this.#write(['steps'], (place) => {
      place('steps').delete(range(sittingId));
      for (const step of steps) place('steps').put(step);
    });
  }

  async sitting(assignmentId: string, personId: string): Promise<KeptSitting | undefined> {
    const byAssignment = this.#read('sittings').index('assignment');
    const all = await answered<KeptSitting[]>(byAssignment.getAll(assignmentId));
    return newest(all.filter((one) => one.personId === personId));
  }

  async sittings(personId: string): Promise<KeptSitting[]> {
    const all = await answered<KeptSitting[]>(this.#read('sittings').getAll());
    return all.filter((one) => one.personId === personId);
  }

  keep(sitting: KeptSitting): Promise<void> {
    leftAnswers.raise(sitting.personId);
    return this.#write(['sittings'], (place) => place('sittings').put(sitting));
  }

  async answers(sittingId: string): Promise<Record<string, Answer | null>> {
    const kept = this.#read('answers').getAll(slots(sittingId));
    const all = await answered<{ slot: string; answer: Answer | null }[]>(kept);
    return Object.fromEntries(all.map((one) => [one.slot, one.answer]));
  }

  clear(sittingId: string): Promise<void> {
    return this.#write(['sittings', 'answers'], (place) => {
      place('sittings').delete(sittingId);
      place('answers').delete(slots(sittingId));
    });
  }
}

/** Of several attempts, the one last worked on. */
const newest = (all: KeptSitting[]): KeptSitting | undefined => all.sort((a, b) => b.at - a.at)[0];

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
    const all = [...this.#sittings.values()];
    return newest(all.filter((one) => one.assignmentId === assignmentId && one.personId === personId));
  }

  async sittings(personId: string): Promise<KeptSitting[]> {
    return [...this.#sittings.values()].filter((one) => one.personId === personId);
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
    const db = await opened('lopmo-sittings', 1, (database) => {
      database.createObjectStore('steps', { keyPath: ['sittingId', 'seq'] });
      database.createObjectStore('answers', { keyPath: ['sittingId', 'slot'] });
      database
        .createObjectStore('sittings', { keyPath: 'sittingId' })
        .createIndex('assignment', 'assignmentId');
    });
    return new IndexedStore(db);
  } catch {
    return new MemoryStore();
  }
}
