import type { OpeningWish } from '$api/types';

const KEY = 'lopmo.device';
const BROWSERS = [/Edg/, /OPR/, /CocCoc|coc_coc/i, /Firefox/, /Chrome|CriOS/, /Safari/];
const NAMES = ['Edge', 'Opera', 'CocCoc', 'Firefox', 'Chrome', 'Safari'];

/** What this browser calls itself, so that a sitting can be tied to it: made up once, and no proof of anything. */
export const device: string = known() ?? made();

function known(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function made(): string {
  const at = BROWSERS.findIndex((one) => one.test(navigator.userAgent));
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  const name = `${NAMES[at] ?? 'Web'} ${[...bytes].map((one) => one.toString(16).padStart(2, '0')).join('')}`;
  try {
    localStorage.setItem(KEY, name);
  } catch {
    // Then it is another device after a reload.
  }
  return name;
}

interface SafeBrowser {
  security?: { configKey?: string; updateKeys?: (done: () => void) => void };
}

/** What Safe Exam Browser proves of its configuration; null in any other browser. */
export async function safeBrowser(): Promise<OpeningWish['safeBrowser']> {
  const security = (window as unknown as { SafeExamBrowser?: SafeBrowser }).SafeExamBrowser?.security;
  if (!security) return null;
  if (!security.configKey && security.updateKeys) {
    const { updateKeys } = security;
    await Promise.race([
      new Promise<void>((resolve) => updateKeys.call(security, resolve)),
      new Promise<void>((resolve) => setTimeout(resolve, 3000)),
    ]);
  }
  const url = location.href.replace(/#.*$/, '');
  return security.configKey ? { url, configKeyHash: security.configKey } : null;
}
