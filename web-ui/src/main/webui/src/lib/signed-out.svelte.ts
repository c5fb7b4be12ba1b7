/**
 * A sign-in that ran out must not cost anybody what he typed. The page stays as it is, a band offers to sign
 * in again in another window, and the moment that is done every part that was waiting may go on.
 */
class SignIn {
  lost = $state(false);
  #waiting: (() => void)[] = [];

  ranOut(): void {
    this.lost = true;
  }

  /** Resolves once somebody is signed in again; at once if nobody was signed out. */
  back(): Promise<void> {
    return this.lost ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve();
  }

  /** Asks the server, and lets everybody go on if it knows us again. */
  async probe(): Promise<boolean> {
    if (!this.lost) return true;
    try {
      const answer = await fetch('/api/session', {
        headers: { 'X-Requested-With': 'lopmo' },
        cache: 'no-store',
      });
      if (!answer.ok) return false;
    } catch {
      return false;
    }
    this.lost = false;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const go of waiting) go();
    return true;
  }
}

export const signIn = new SignIn();

/** Where to send somebody who has to sign in: back to this very page. */
export function loginHref(to = location.pathname + location.search): string {
  return `/login?to=${encodeURIComponent(to)}`;
}
