import type { Me } from '$api/types';
import { get, Problem, Unreachable } from '$lib/http';
import { forget, remember, remembered } from '$lib/session';
import { signIn } from '$lib/signed-out.svelte';

export const ssr = false;
export const prerender = false;

/** Who is here; null for a visitor. Read once, not at every step through the site. */
export async function load({ untrack }): Promise<{ me: Me | null }> {
  return untrack(async () => {
    try {
      const me = await get<Me>('/api/lms/me');
      remember(me);
      return { me };
    } catch (thrown) {
      if (thrown instanceof Problem && thrown.status === 401) {
        // A visitor is not somebody whose sign-in ran out.
        signIn.lost = false;
        forget();
        return { me: null };
      }
      const me = thrown instanceof Unreachable ? remembered() : null;
      if (me) return { me };
      throw thrown;
    }
  });
}
