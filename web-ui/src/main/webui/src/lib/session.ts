import type { Me } from '$api/types';

const KEY = 'lopmo.me';

/** Who was here last, so that an exam can be gone on with after a reload without a network. */
export function remember(me: Me): void {
  try {
    const before = remembered();
    if (before !== null && before.id !== me.id) void caches.delete('lopmo-kept');
    localStorage.setItem(KEY, JSON.stringify(me));
  } catch {
    // Then a reload needs the network.
  }
}

export function remembered(): Me | null {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null') as Me | null;
  } catch {
    return null;
  }
}

/** At sign-out nothing of a person stays on a device that others use too, save answers the school has not got yet. */
export function forget(): void {
  try {
    localStorage.removeItem(KEY);
    void caches.delete('lopmo-media');
    void caches.delete('lopmo-kept');
  } catch {
    // There was nothing to forget.
  }
}
