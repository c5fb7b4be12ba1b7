import { get, Problem } from '$lib/http';
import { signIn } from '$lib/signed-out.svelte';
import type { Me } from '$api/types';

export const ssr = false;
export const prerender = false;

/** Who is here; null for a visitor. Read once, not at every step through the site. */
export async function load({ untrack }): Promise<{ me: Me | null }> {
  return untrack(async () => {
    try {
      return { me: await get<Me>('/api/lms/me') };
    } catch (thrown) {
      if (thrown instanceof Problem && thrown.status === 401) {
        // A visitor is not somebody whose sign-in ran out.
        signIn.lost = false;
        return { me: null };
      }
      throw thrown;
    }
  });
}
