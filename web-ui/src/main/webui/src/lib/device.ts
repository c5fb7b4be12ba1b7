/** The little that exams and packages need of IndexedDB, as promises. */
export function answered<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(request.error ?? new Error('the device did not answer'));
  });
}

/** Resolves when all of it is written, rejects when none of it is. */
export function committed(change: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    change.oncomplete = () => resolve();
    change.onabort = () => reject(change.error ?? new Error('nothing was written'));
  });
}

/** Opens a database of this device; `make` draws it where there was none. */
export function opened(
  name: string,
  version: number,
  make: (database: IDBDatabase) => void,
): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => make(request.result);
  return answered<IDBDatabase>(request);
}
