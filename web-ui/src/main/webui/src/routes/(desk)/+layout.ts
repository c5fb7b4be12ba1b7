import { loginHref } from '$lib/signed-out.svelte';

/** The desks of a teacher fill the window and have no shell; a visitor is sent to sign in and comes back here. */
export async function load({ parent, url }) {
  const { me } = await parent();
  if (me === null) {
    location.replace(loginHref(url.pathname + url.search));
    return await new Promise<never>(() => undefined);
  }
  return { me };
}
