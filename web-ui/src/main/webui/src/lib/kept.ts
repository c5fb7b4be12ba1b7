import type { Lesson, Material, MaterialFile } from '$api/types';
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

/** Takes a material onto the device, all of it or nothing. */
export async function keep(
  material: Material,
  personId: string,
  progress: (share: number) => void,
): Promise<void> {
  const store = await caches.open(STORE);
  const base = `/api/content/materials/${material.id}`;
  const waiting = [base, ...material.files.flatMap(addresses)];
  const urls: string[] = [];
  let bytes = 0;
  try {
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      if (urls.includes(url)) continue;
      const answer = await fetch(url, { headers: { 'X-Requested-With': 'lopmo' }, cache: 'no-store' });
      if (answer.status !== 200) throw new Error(`${url}: ${answer.status}`);
      const body = await answer.blob();
      bytes += body.size;
      await store.put(url, new Response(body, { headers: plain(answer.headers) }));
      urls.push(url);
      if (/\/pages\/\d+$/.test(url)) waiting.push(...picturesIn(await body.text()));
      progress(urls.length / (urls.length + waiting.length));
    }
    const others = (await list()).filter((one) => one.id !== material.id);
    const { title } = material.metadata;
    await write([...others, { id: material.id, title, personId, bytes, at: new Date().toISOString(), urls }]);
  } catch (trouble) {
    await Promise.all(urls.map((url) => store.delete(url)));
    throw trouble;
  }
}

/**
 * Takes a lesson onto the device: its words, its pictures, the list of its course and the first page, so that one finds
 * the way to it. What is played, taken or streamed in it stays with the server.
 */
export async function keepLesson(
  lesson: Lesson,
  personId: string,
  progress: (share: number) => void,
): Promise<void> {
  const store = await caches.open(STORE);
  const own = `/api/lms/lessons/${lesson.id}`;
  const urls = [own, ...mediaIn(JSON.stringify(lesson.blocks))];
  const around = ['/api/lms/home', '/api/lms/courses', `/api/lms/courses/${lesson.courseId}`];
  let bytes = 0;
  try {
    for (const [i, url] of [...urls, ...around].entries()) {
      const answer = await fetch(url, { headers: { 'X-Requested-With': 'lopmo' }, cache: 'no-store' });
      if (answer.status !== 200) throw new Error(`${url}: ${answer.status}`);
      const body = await answer.blob();
      bytes += body.size;
      await store.put(url, new Response(body, { headers: plain(answer.headers) }));
      progress((i + 1) / (urls.length + around.length));
    }
    const others = (await list()).filter((one) => one.id !== lesson.id);
    const at = new Date().toISOString();
    await write([
      ...others,
      { id: lesson.id, title: lesson.title, personId, kind: 'lesson', bytes, at, urls },
    ]);
    keepThisPage();
  } catch (trouble) {
    await Promise.all(urls.map((url) => store.delete(url)));
    throw trouble;
  }
}

/** Pictures of a lesson, in blocks of their own and in text. */
export function mediaIn(text: string): string[] {
  return [...new Set(text.match(/\/api\/lms\/media\/[0-9a-f-]{36}/g) ?? [])];
}

export async function drop(id: string): Promise<void> {
  const all = await list();
  const store = await caches.open(STORE);
  const mine = all.find((one) => one.id === id);
  await Promise.all((mine?.urls ?? []).map((url) => store.delete(url)));
  await write(all.filter((one) => one.id !== id));
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
