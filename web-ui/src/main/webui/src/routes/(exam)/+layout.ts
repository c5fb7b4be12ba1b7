import { loginHref } from '$lib/signed-out.svelte';

/** Every page in here is for somebody: a visitor is sent to sign in and comes back to the same address. */
export async function load({ parent, url }) {
  const { me } = await parent();
  if (me === null) {
    location.replace(loginHref(url.pathname + url.search));
    return await new Promise<never>(() => undefined);
  }
  return { me };
}
