import { signIn } from './signed-out.svelte';
import { locale } from './words';

/** What the server refused, in words that can be shown as they stand. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly slug: string,
    readonly title: string,
    readonly fields: readonly FieldProblem[] = [],
    /** Further members of the answer, e.g. `held` of a late exam step. */
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(title);
    this.name = 'Problem';
  }

  /** The sentence for one field of a form, if the server had one. */
  field(name: string): string | undefined {
    return this.fields.find((one) => one.field === name)?.title;
  }
}

export interface FieldProblem {
  field: string;
  slug: string;
  title: string;
}

/** The network did not answer. Nothing is known about what the server did. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super(locale === 'en' ? 'The school’s server did not answer.' : 'Máy chủ của trường chưa trả lời.', {
      cause,
    });
    this.name = 'Unreachable';
  }
}

export interface Options {
  signal?: AbortSignal | undefined;
  /** Milliseconds before the wait is given up; the server may still have done it. */
  timeout?: number;
  keepalive?: boolean;
}

export const get = <T>(path: string, options?: Options) => call<T>('GET', path, undefined, options);
export const post = <T>(path: string, body?: unknown, options?: Options) =>
  call<T>('POST', path, body ?? {}, options);
export const put = <T>(path: string, body: unknown, options?: Options) => call<T>('PUT', path, body, options);
export const patch = <T>(path: string, body: unknown, options?: Options) =>
  call<T>('PATCH', path, body, options);
export const remove = <T>(path: string, options?: Options) => call<T>('DELETE', path, undefined, options);

/** An answer, or nothing new since the one that `etag` named. */
export interface Fresh<T> {
  value: T | undefined;
  etag: string | null;
}

/** For a picture that is asked for again and again: what has not changed is not sent again. */
export async function getIfChanged<T>(
  path: string,
  etag: string | null,
  options: Options = {},
): Promise<Fresh<T>> {
  const headers = etag === null ? ours() : { ...ours(), 'If-None-Match': etag };
  const answer = await exchange(path, { method: 'GET', headers, cache: 'no-store' }, options);
  if (answer.status === 304) return { value: undefined, etag };
  return { value: understood<T>(answer.status, answer.text), etag: answer.etag };
}

export const ours = (): Record<string, string> => ({
  Accept: 'application/json',
  'Accept-Language': locale,
  'X-Requested-With': 'lopmo',
});

async function call<T>(method: string, path: string, body: unknown, options: Options = {}): Promise<T> {
  const headers = ours();
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const asked = { method, headers, body: body === undefined ? null : JSON.stringify(body) };
  const { status, text } = await exchange(path, asked, options);
  return understood<T>(status, text);
}

async function exchange(path: string, asked: RequestInit, options: Options) {
  const limit = limited(options);
  try {
    const answer = await fetch(path, {
      ...asked,
      signal: limit.signal,
      credentials: 'same-origin',
      keepalive: options.keepalive ?? false,
    });
    return { status: answer.status, etag: answer.headers.get('ETag'), text: await answer.text() };
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    throw new Unreachable(cause);
  } finally {
    limit.done();
  }
}

/** The caller's signal and a limit of time in one; AbortSignal.any is too new for the phones we meet. */
function limited(options: Options): { signal: AbortSignal; done: () => void } {
  const both = new AbortController();
  const abort = () => both.abort();
  const timer = setTimeout(abort, options.timeout ?? 30_000);
  if (options.signal?.aborted) abort();
  options.signal?.addEventListener('abort', abort);
  return {
    signal: both.signal,
    done: () => {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', abort);
    },
  };
}

/** The answer's body, or the problem that it tells of, thrown. */
export function understood<T>(status: number, text: string): T {
  const body = parsed(text);
  if (status >= 200 && status < 300) return body as T;
  if (status === 401) signIn.ranOut();
  throw problemOf(status, body);
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function problemOf(status: number, body: unknown): Problem {
  if (typeof body !== 'object' || body === null) return new Problem(status, `http-${status}`, plain(status));
  const { slug, title, fields, ...more } = body as { slug?: string; title?: string; fields?: FieldProblem[] };
  return new Problem(status, slug ?? `http-${status}`, title ?? plain(status), fields ?? [], more);
}

function plain(status: number): string {
  const vi = locale === 'vi';
  if (status === 401) return vi ? 'Phiên đăng nhập đã hết.' : 'You have been signed out.';
  if (status === 403)
    return vi ? 'Trang này không dành cho tài khoản này.' : 'This page is not for this account.';
  if (status === 404) return vi ? 'Không tìm thấy trang hoặc mục này.' : 'This page or item was not found.';
  if (status === 413)
    return vi ? 'Tệp quá lớn, máy chủ không nhận.' : 'The file is too large for the server.';
  return vi
    ? 'Máy chủ của trường đang gặp trục trặc. Thử lại sau ít phút.'
    : 'The school’s server is having trouble. Try again in a few minutes.';
}

/** The sentence to show for anything that was thrown. */
export function sentenceOf(thrown: unknown): string {
  if (thrown instanceof Problem) return thrown.title;
  if (thrown instanceof Unreachable) return thrown.message;
  return plain(500);
}

/** Is this not here, or not for this account? Then trying again would not help. */
export function isGone(thrown: unknown): boolean {
  return thrown instanceof Problem && (thrown.status === 404 || thrown.status === 403);
}

/** A path with its question, leaving out what is empty. */
export function path(
  base: string,
  query: Record<string, string | number | boolean | null | undefined>,
): string {
  const asked = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  if (asked.length === 0) return base;
  return `${base}?${new URLSearchParams(asked.map(([name, value]) => [name, String(value)])).toString()}`;
}
