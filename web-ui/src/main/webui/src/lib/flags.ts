/** A mark on this device that something of a person waits here: worth opening a store for. */
export interface Flag {
  isUp(personId: string): boolean;
  raise(personId: string): void;
  lower(personId: string): void;
}

export function flagOf(name: string): Flag {
  const place = (personId: string) => `${name}.${personId}`;
  return {
    isUp: (personId) => asked(() => localStorage.getItem(place(personId)) !== null) ?? false,
    raise: (personId) => asked(() => localStorage.setItem(place(personId), '1')),
    lower: (personId) => asked(() => localStorage.removeItem(place(personId))),
  };
}

/** Where a browser forbids storage nothing is marked: the page that made the work still sends it. */
function asked<T>(of: () => T): T | undefined {
  try {
    return of();
  } catch {
    return undefined;
  }
}
