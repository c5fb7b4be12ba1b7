import { sentenceOf } from '$lib/http';
import { resource } from '$lib/resource.svelte';

interface Page<A> {
  announcements: A[];
  more: boolean;
}

/** In a component: a list of announcements, the latest first, that grows backwards page by page. */
export function paged<A extends { announcement: { id: string } }>(
  read: (before: string | null, signal?: AbortSignal) => Promise<Page<A>>,
) {
  const list = resource((signal) => read(null, signal));
  let problem = $state<string>();
  let busy = $state(false);

  async function older(): Promise<void> {
    const last = list.value?.announcements.at(-1);
    if (!list.value || !last) return;
    busy = true;
    problem = undefined;
    try {
      const next = await read(last.announcement.id);
      list.value = { ...next, announcements: [...list.value.announcements, ...next.announcements] };
    } catch (thrown) {
      problem = sentenceOf(thrown);
    }
    busy = false;
  }

  return {
    list,
    older,
    get problem() {
      return problem;
    },
    get busy() {
      return busy;
    },
  };
}
