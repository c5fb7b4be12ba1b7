import type { Lesson, Material, MaterialFile } from '$api/types';
import { get, isGone } from './http';
import { keepThisPage } from './offline';

/**
 * Books and lessons kept on this device for when there is no network: the answers of the server as they came, in the browser's own
 * store, from which the service worker hands them out when the server cannot be reached. They belong to one person and
 * go when he signs out.
 */
export const STORE = 'lopmo-kept';
const LIST = '/kept/list';

export interface Kept {
  id: string;
  title: string;
  personId: string;
  /** Absent of what was kept before lessons could be. */
  kind?: 'lesson';
  bytes: number;
  at: string;
  urls: string[];
  /** Of a lesson: the materials that came with it. */
  materials?: string[];
  /** Of a material: it came with a lesson, in the version that the lesson shows. */
  brought?: true;
  version?: number;
}

/** Browsers allow it in a secure context only. */
export const canKeep = () =>
  typeof caches !== 'undefined' &&
  isSecureContext &&
  typeof navigator !== 'undefined' &&
  'serviceWorker' in navigator;

async function list(): Promise<Kept[]> {
  if (!canKeep() || !(await caches.has(STORE))) return [];
  const answer = await (await caches.open(STORE)).match(LIST);
  return answer ? ((await answer.json()) as Kept[]) : [];
}

async function write(all: Kept[]): Promise<void> {
  const store = await caches.open(STORE);
  await store.put(
    LIST,
    new Response(JSON.stringify(all), { headers: { 'Content-Type': 'application/json' } }),
  );
}

/** What this person keeps here; another's is not even counted. */
export async function keptOf(personId: string): Promise<Kept[]> {
  return (await list().catch(() => [])).filter((one) => one.personId === personId);
}

/** How a material comes along with a lesson: in the version that the lesson shows. */
interface From {
  address: string;
  version: number | null;
  brought: boolean;
}

/** Takes a material onto the device, all of it or nothing. What was kept of it before stays. */
export async function keep(
  material: Material,
  personId: string,
  progress: (share: number) => void,
  from: From = { address: `/api/content/materials/${material.id}`, version: null, brought: false },
): Promise<void> {
  const before = (await list()).find((one) => one.id === material.id && one.personId === personId);
  const had = before?.urls ?? [];
  const waiting = [from.address, ...material.files.flatMap(addresses)];
  const urls: string[] = [];
  let bytes = before?.bytes ?? 0;
  const store = await caches.open(STORE);
  try {
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      if (urls.includes(url)) continue;
      const body = await fetched(store, url);
      bytes += had.includes(url) ? 0 : body.size;
      urls.push(url);
      if (/\/pages\/\d+$/.test(url)) waiting.push(...picturesIn(await body.text()));
      progress(urls.length / (urls.length + waiting.length));
    }
    const others = (await list()).filter((one) => one.id !== material.id);
    const one: Kept = {
      id: material.id,
      title: material.metadata.title,
      personId,
      bytes,
      at: new Date().toISOString(),
      urls: [...new Set([...had, ...urls])],
    };
    if (from.brought && (before === undefined || before.brought)) {
      one.brought = true;
      if (from.version !== null) one.version = from.version;
    }
    await write([...others, one]);
  } catch (trouble) {
    await Promise.all(urls.filter((url) => !had.includes(url)).map((url) => store.delete(url)));
    throw trouble;
  }
}

/** Asks the server and puts the answer into the store. */
async function fetched(store: Cache, url: string): Promise<Blob> {
  const answer = await fetch(url, { headers: { 'X-Requested-With': 'lopmo' }, cache: 'no-store' });
  if (answer.status !== 200) throw new Error(`${url}: ${answer.status}`);
  const body = await answer.blob();
  await store.put(url, new Response(body, { headers: plain(answer.headers) }));
  return body;
}

/**
 * Takes a lesson onto the device: its words, its pictures, the list of its course and the first page, so that one finds
 * the way to it, and the materials in it that are read or watched. What is played or taken stays with the server.
 *
 * @returns the titles of materials that did not come; the lesson is there without them
 */
export async function keepLesson(
  lesson: Lesson,
  personId: string,
  progress: (share: number) => void,
  companions: readonly Companion[] = [],
): Promise<string[]> {
  const store = await caches.open(STORE);
  const own = `/api/lms/lessons/${lesson.id}`;
  const urls = [own, ...mediaIn(JSON.stringify(lesson.blocks))];
  const around = ['/api/lms/home', '/api/lms/courses', `/api/lms/courses/${lesson.courseId}`];
  const parts = 1 + companions.length;
  let bytes = 0;
  try {
    for (const [i, url] of [...urls, ...around].entries()) {
      bytes += (await fetched(store, url)).size;
      progress((i + 1) / (urls.length + around.length) / parts);
    }
  } catch (trouble) {
    await Promise.all(urls.map((url) => store.delete(url)));
    throw trouble;
  }
  const missing: string[] = [];
  for (const [i, { material, address, version }] of companions.entries()) {
    try {
      await keep(material, personId, (share) => progress((1 + i + share) / parts), {
        address,
        version,
        brought: true,
      });
    } catch {
      missing.push(material.metadata.title);
    }
  }
  const came = companions.map((one) => one.material).filter((one) => !missing.includes(one.metadata.title));
  const others = (await list()).filter((one) => one.id !== lesson.id);
  const at = new Date().toISOString();
  const kept: Kept = { id: lesson.id, title: lesson.title, personId, kind: 'lesson', bytes, at, urls };
  await write([...others, { ...kept, materials: came.map((one) => one.id) }]);
  keepThisPage();
  return missing;
}

/** A material of a lesson, as the lesson shows it. */
export interface Companion {
  material: Material;
  /** Where its reader asks for it. */
  address: string;
  version: number | null;
}

/** The materials of a lesson that may be kept and are read or watched; what is not for this reader is left out. */
export async function companionsOf(lesson: Pick<Lesson, 'blocks'>): Promise<Companion[]> {
  const shown = new Map<string, number>();
  for (const block of lesson.blocks)
    if (block.kind === 'material') shown.set(block.materialId, block.version);
  const found = await Promise.all([...shown].map(([id, version]) => companion(id, version)));
  return found.filter((one) => one !== undefined && mayKeep(one.material)).map((one) => one as Companion);
}

/** Its version; where that was for others, the newest takes its place, as on the page of the material. */
async function companion(id: string, version: number): Promise<Companion | undefined> {
  const base = `/api/content/materials/${id}`;
  for (const one of [version, null]) {
    const address = one === null ? base : `${base}/versions/${one}`;
    try {
      return { material: await get<Material>(address), address, version: one };
    } catch (thrown) {
      if (!isGone(thrown)) throw thrown;
    }
  }
  return undefined;
}

const mayKeep = (material: Material) =>
  material.state === 'PUBLISHED' && material.files.some((file) => addresses(file).length > 0);

/** How much that is at most: of a film a lighter version comes, if there is one. */
export const weightOf = (companions: readonly Companion[]): number =>
  companions
    .flatMap((one) => one.material.files)
    .filter((file) => addresses(file).length > 0)
    .reduce((sum, file) => sum + file.size, 0);

/** Pictures of a lesson, in blocks of their own and in text. */
export function mediaIn(text: string): string[] {
  return [...new Set(text.match(/\/api\/lms\/media\/[0-9a-f-]{36}/g) ?? [])];
}

/** A lesson takes with it what came with it, unless it was kept for itself or came with another lesson, too. */
export async function drop(id: string): Promise<void> {
  const all = await list();
  const along = all.find((one) => one.id === id)?.materials ?? [];
  const elsewhere = all.filter((one) => one.id !== id).flatMap((one) => one.materials ?? []);
  const goes = (one: Kept) =>
    one.id === id || (one.brought === true && along.includes(one.id) && !elsewhere.includes(one.id));
  const stays = all.filter((one) => !goes(one));
  const needed = new Set(stays.flatMap((one) => one.urls));
  const store = await caches.open(STORE);
  const gone = all.filter(goes).flatMap((one) => one.urls);
  await Promise.all(gone.filter((url) => !needed.has(url)).map((url) => store.delete(url)));
  await write(stays);
}

/** Of one file, what its reader asks for. Interactive packages run elsewhere and stay with the server. */
export function addresses(file: MaterialFile): string[] {
  const base = `/api/content/files/${file.id}`;
  const kind = file.mediaType.split('/')[0];
  const pages = file.pages
    ? [`${base}/pages`, ...Array.from({ length: file.pages }, (_, i) => `${base}/pages/${i + 1}`)]
    : [];
  if (file.state === 'FAILED' || /scorm|h5p|html5/.test(file.mediaType)) return [];
  if (file.kind === 'SUBTITLE') return [`${base}/subtitles`];
  if (kind === 'video') {
    const light = ['VIDEO_480', 'VIDEO_720'].find((one) => file.renditions.includes(one));
    return [light ? `${base}/renditions/${light}` : base];
  }
  if (kind === 'image' || kind === 'audio') return [base];
  if (file.mediaType === 'application/pdf') return [base, ...pages];
  if (file.renditions.includes('PREVIEW_PDF')) return [`${base}/renditions/PREVIEW_PDF`, ...pages];
  return pages.length > 0 ? pages : [base];
}

/** Pictures of a page; nothing of any other place is ever fetched. */
export function picturesIn(page: string): string[] {
  return [...page.matchAll(/\/api\/content\/files\/[0-9a-f-]{36}\/parts\/[0-9a-f]{64}/g)].map(([url]) => url);
}

/** What the reader needs to understand it, and no more: no cookie, no encoding that is undone already. */
function plain(headers: Headers): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of [
    'Content-Type',
    'Content-Security-Policy',
    'X-Content-Type-Options',
    'Content-Disposition',
  ]) {
    const value = headers.get(name);
    if (value !== null) kept[name] = value;
  }
  return kept;
}
