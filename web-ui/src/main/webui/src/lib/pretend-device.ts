import { vi } from 'vitest';

/** A device for tests of what waits on it: a store that can be looked into, and a network that answers as the test says. */
export function pretendDevice() {
  const kept = new Map<string, string>();
  const device = {
    kept,
    asked: [] as { path: string; body: unknown }[],
    answer: (() => new Response('{}', { status: 200 })) as (path: string) => Response | Promise<Response>,
  };
  const storage = new Proxy(
    {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    },
    {
      ownKeys: () => [...kept.keys()],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    },
  );
  vi.stubGlobal('localStorage', storage);
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    device.asked.push({ path, body: JSON.parse(String(init.body)) });
    return device.answer(path);
  });
  return device;
}
