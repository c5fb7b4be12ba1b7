import type { PackageSave } from '$api/types';
import { answered, committed, opened } from '$lib/device';

/** The last save of a package that the school has not got yet, as it lies on this device. */
export interface KeptSave extends PackageSave {
  personId: string;
  fileId: string;
}

export interface Store {
  find(personId: string, fileId: string): Promise<KeptSave | undefined>;
  keep(save: KeptSave): Promise<void>;
  /** Unless a newer one was kept meanwhile. */
  drop(save: KeptSave): Promise<void>;
}

const NAME = 'saves';
const keyOf = (save: KeptSave) => [save.personId, save.fileId];

class IndexedStore implements Store {
  readonly #db: IDBDatabase;

  constructor(db: IDBDatabase) {
    this.#db = db;
  }

  find(personId: string, fileId: string): Promise<KeptSave | undefined> {
    return answered<KeptSave | undefined>(
      this.#db.transaction(NAME).objectStore(NAME).get([personId, fileId]),
    );
  }

  keep(save: KeptSave): Promise<void> {
    const change = this.#db.transaction(NAME, 'readwrite');
    change.objectStore(NAME).put(save);
    return committed(change);
  }

  async drop(save: KeptSave): Promise<void> {
    const change = this.#db.transaction(NAME, 'readwrite');
    const done = committed(change);
    const place = change.objectStore(NAME);
    const now = await answered<KeptSave | undefined>(place.get(keyOf(save)));
    if (now?.number === save.number && now.visit === save.visit && now.seq === save.seq) {
      place.delete(keyOf(save));
    }
    return done;
  }
}

/** Where a browser forbids storage. */
export class MemoryStore implements Store {
  #kept: KeptSave | undefined;

  async find(): Promise<KeptSave | undefined> {
    return this.#kept;
  }

  async keep(save: KeptSave): Promise<void> {
    this.#kept = save;
  }

  async drop(save: KeptSave): Promise<void> {
    if (this.#kept?.seq === save.seq && this.#kept.visit === save.visit) this.#kept = undefined;
  }
}

export async function openStore(): Promise<Store> {
  try {
    return new IndexedStore(
      await opened('lopmo-packages', 1, (db) =>
        db.createObjectStore(NAME, { keyPath: ['personId', 'fileId'] }),
      ),
    );
  } catch {
    return new MemoryStore();
  }
}
