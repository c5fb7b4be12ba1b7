import { ours, Problem, understood, Unreachable } from '$lib/http';
import { crc32, zip, type Entry } from '$lib/zip';
import { partsOf, type HeldFile, type Told } from './parts';
import { readable } from './readable';

/** How far it is: files that are here, and how many there are. */
export interface Progress {
  done: number;
  of: number;
}

const TRIES = 3;
const PAUSE = 1_500;

/**
 * Puts the parts and the person's own files into one .zip and hands it to the browser: JSON for programs, a page for
 * people. Files come one after another and lie with the browser, not in the memory of the page.
 *
 * @returns the files that are gone from the store, by their place in the copy
 */
export async function download(
  id: string,
  title: string,
  told: (progress: Progress) => void = () => undefined,
  signal?: AbortSignal,
): Promise<string[]> {
  const all = await partsOf(id, signal);
  const { files, gone } = await filesOf(all, told, signal);
  const made = zip([
    { name: 'doc-duoc.html', text: readable(title, all, gone) },
    ...all.map(({ part }) => ({ name: `${part.service}.json`, text: JSON.stringify(part, null, 2) })),
    ...files,
  ]);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(made);
  link.download = 'du-lieu-ca-nhan.zip';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return gone;
}

async function filesOf(all: readonly Told[], told: (progress: Progress) => void, signal?: AbortSignal) {
  const wanted = all.flatMap(({ part, base }) => (part.files ?? []).map((file) => ({ file, base })));
  const files: Entry[] = [];
  const gone: string[] = [];
  for (const { file, base } of wanted) {
    told({ done: files.length + gone.length, of: wanted.length });
    const entry = await fetched(`${base}/${file.id}`, file, signal);
    if (entry) files.push(entry);
    else gone.push(file.path);
  }
  if (wanted.length > 0) told({ done: wanted.length, of: wanted.length });
  return { files, gone };
}

/** Undefined if it is gone for good; whatever else goes wrong is tried again, and then said. */
async function fetched(href: string, file: HeldFile, signal?: AbortSignal): Promise<Entry | undefined> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await once(href, file, signal);
    } catch (thrown) {
      if (thrown instanceof Problem && thrown.slug === 'person-file-gone') return undefined;
      if (signal?.aborted || (thrown instanceof Problem && thrown.status < 500) || tries === TRIES)
        throw thrown;
      await new Promise((go) => setTimeout(go, PAUSE * tries));
    }
  }
}

async function once(href: string, file: HeldFile, signal?: AbortSignal): Promise<Entry> {
  try {
    const answer = await fetch(href, {
      headers: { ...ours(), Accept: '*/*' },
      credentials: 'same-origin',
      signal: signal ?? null,
    });
    if (!answer.ok) understood(answer.status, await answer.text());
    const blob = await answer.blob();
    return { name: file.path, blob, sum: crc32(new Uint8Array(await blob.arrayBuffer())) };
  } catch (thrown) {
    if (thrown instanceof Problem || signal?.aborted) throw thrown;
    throw new Unreachable(thrown);
  }
}
