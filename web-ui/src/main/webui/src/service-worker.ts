/// <reference types="@sveltejs/kit" />
/// <reference lib="webworker" />
import { version } from '$service-worker';

/**
 * So that a page can be opened again without a network, an exam above all. Keeps what was used and nothing
 * more: the page itself, its scripts (named after their content), and pictures in questions and lessons.
 * Answers of the services are never kept here, save books and lessons that somebody asked to keep.
 */
const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const SHELL = `lopmo-shell-${version}`;
const PARTS = 'lopmo-parts';
const MEDIA = 'lopmo-media';
/** What somebody took along to read without a network; written by the page (lib/kept.ts), gone at sign-out. */
const KEPT = 'lopmo-kept';
const MOST_PARTS = 300;

/**
 * What is sent goes past this worker: a browser that asks it first loses most of what is said while a page is left.
 * Older browsers know no such routes.
 */
interface Routing extends ExtendableEvent {
  addRoutes?: (rules: { condition: { requestMethod: string }; source: 'network' }[]) => Promise<void>;
}
const SENT = ['POST', 'PUT', 'PATCH', 'DELETE'];

worker.addEventListener('install', (event: Routing) => {
  const past = SENT.map((requestMethod) => ({ condition: { requestMethod }, source: 'network' as const }));
  event.waitUntil(event.addRoutes?.(past).catch(() => undefined) ?? Promise.resolve());
  const shell = caches.open(SHELL).then((cache) => cache.addAll(['/', '/before.js', '/icon.svg']));
  event.waitUntil(shell.then(() => worker.skipWaiting()));
});

// A first visit loads its parts before this worker is there: the page tells what it used.
worker.addEventListener('message', (event) => {
  const used = (event.data as { used?: string[] }).used ?? [];
  event.waitUntil(Promise.all(used.map((one) => keptFirst(PARTS, new Request(one)).catch(() => undefined))));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(tidy().then(() => worker.clients.claim()));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (url.pathname.startsWith('/_app/immutable/')) event.respondWith(keptFirst(PARTS, request));
  else if (/^\/api\/(lms|assessment)\/media\//.test(url.pathname))
    event.respondWith(keptFirst(MEDIA, request).catch(() => orKept(request)));
  else if (/^\/api\/content\/(materials|files)\//.test(url.pathname)) event.respondWith(orKept(request));
  else if (/^\/api\/lms\/(home$|courses(\/|$)|lessons\/[0-9a-f-]{36}$)/.test(url.pathname))
    event.respondWith(renewedOrKept(request));
  else if (request.mode === 'navigate' && url.pathname === '/logout')
    event.waitUntil(Promise.all([caches.delete(KEPT), caches.delete(MEDIA)]));
  else if (request.mode === 'navigate' && !/^\/(login|logout|auth|api)(\/|$)/.test(url.pathname))
    event.respondWith(page(request));
  else if (/^\/(before\.js|icon\.svg|_app\/version\.json)$/.test(url.pathname))
    event.respondWith(netFirst(request));
});

async function keptFirst(cacheName: string, request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.status === 200) void cache.put(request, answer.clone());
  return answer;
}

async function netFirst(request: Request): Promise<Response> {
  const cache = await caches.open(SHELL);
  try {
    const answer = await fetch(request);
    if (answer.status === 200) void cache.put(request, answer.clone());
    return answer;
  } catch (trouble) {
    const kept = await cache.match(request);
    if (kept) return kept;
    throw trouble;
  }
}

/** The server's answer; what is kept only where there is none. */
async function orKept(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (trouble) {
    const kept = (await caches.has(KEPT))
      ? await (await caches.open(KEPT)).match(request.url, { ignoreVary: true })
      : undefined;
    if (!kept) throw trouble;
    return stretch(kept, request.headers.get('Range'));
  }
}

/** Lessons and what leads to them: what is kept of them is kept up to date whenever the server answers. */
async function renewedOrKept(request: Request): Promise<Response> {
  try {
    const answer = await fetch(request);
    if (answer.status === 200 && (await caches.has(KEPT))) {
      const store = await caches.open(KEPT);
      if (await store.match(request.url)) await store.put(request.url, answer.clone());
    }
    return answer;
  } catch {
    return orKept(request);
  }
}

/** Films and long PDFs are asked for in stretches. */
async function stretch(kept: Response, range: string | null): Promise<Response> {
  const asked = /^bytes=(\d+)-(\d*)$/.exec(range ?? '');
  if (!asked) return kept;
  const body = await kept.blob();
  const first = Number(asked[1]);
  const last = asked[2] ? Math.min(Number(asked[2]), body.size - 1) : body.size - 1;
  if (first > last) return new Response(null, { status: 416 });
  const headers = new Headers(kept.headers);
  headers.set('Content-Range', `bytes ${first}-${last}/${body.size}`);
  headers.set('Content-Length', String(last - first + 1));
  headers.set('Accept-Ranges', 'bytes');
  return new Response(body.slice(first, last + 1), { status: 206, headers });
}

/** Every address is answered with the same page. */
async function page(request: Request): Promise<Response> {
  const cache = await caches.open(SHELL);
  try {
    const answer = await fetch(request);
    const isPage =
      answer.status === 200 &&
      !answer.redirected &&
      answer.headers.get('Content-Type')?.startsWith('text/html');
    if (isPage) void cache.put('/', answer.clone());
    return answer;
  } catch (trouble) {
    const kept = await cache.match('/');
    if (kept) return kept;
    throw trouble;
  }
}

async function tidy(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith('lopmo-shell-') && name !== SHELL) await caches.delete(name);
  }
  const parts = await caches.open(PARTS);
  const all = await parts.keys();
  await Promise.all(
    all.slice(0, Math.max(0, all.length - MOST_PARTS)).map((request) => parts.delete(request)),
  );
}
