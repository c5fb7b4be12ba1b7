const FLAG = 'lopmo.work.waiting';

/** Whether it is worth asking, without opening anything. */
export function mayWait(personId: string): boolean {
  try {
    return localStorage.getItem(`${FLAG}.${personId}`) !== null;
  } catch {
    return false;
  }
}

export function flag(personId: string): void {
  try {
    localStorage.setItem(`${FLAG}.${personId}`, '1');
  } catch {
    // The page of the task itself still sends it.
  }
}

export function unflag(personId: string): void {
  try {
    localStorage.removeItem(`${FLAG}.${personId}`);
  } catch {
    // There was no flag, then.
  }
}
