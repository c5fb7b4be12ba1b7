const KEY = '~lopmo';

/**
 * Where all packages share one origin, what the one before kept in this browser is thrown away before another begins.
 * (Browsers that know frames without credentials have nothing there; see docs/adr/0012.)
 */
export async function forgetOthers(name: string, shared: boolean): Promise<void> {
  if (!shared) return;
  try {
    if (localStorage.getItem(KEY) === name) return;
    localStorage.clear();
    sessionStorage.clear();
    for (const one of (await indexedDB.databases?.()) ?? []) {
      if (one.name) indexedDB.deleteDatabase(one.name);
    }
    localStorage.setItem(KEY, name);
  } catch {
    // No storage: then nobody kept anything.
  }
}
