import { AxeBuilder } from '@axe-core/playwright';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

/** The running box, its accounts, and the browsers that look at it. */

const needed = (name) => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; ./lopmo test sets it.`);
  return value;
};

export const base = needed('LOPMO_URL');
const pictures = process.env.LOPMO_SHOTS ?? '';
if (pictures !== '') mkdirSync(pictures, { recursive: true });

const accounts = new Map(
  readFileSync(needed('LOPMO_ACCOUNTS'), 'utf8')
    .split('\n')
    .filter((line) => line.includes('\t'))
    .map((line) => line.split('\t')),
);
export const account = (role) => ({ username: accounts.get(role), password: accounts.get('Mật khẩu chung') });

export const WIDE = { width: 1440, height: 900 };
export const PHONE = { width: 360, height: 740 };

/** @param {string[]} more what this browser is told besides */
export async function openBrowser(...more) {
  return chromium.launch({
    executablePath: needed('LOPMO_CHROMIUM'),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  });
}

/** Somebody's own device. */
export async function device(browser, size) {
  const phone = size === PHONE;
  const context = await browser.newContext({
    baseURL: base,
    viewport: size,
    hasTouch: phone,
    isMobile: phone,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  page.on('pageerror', (error) => troubles.push(`${new URL(page.url()).pathname}: ${error}`));
  return page;
}

/** What went wrong in a page's own script, whatever was being tested. */
export const troubles = [];
/** What axe found, and what is wider than its screen. */
export const faults = [];
export let looked = 0;

/**
 * Looks at this page at both widths, and in the dark if asked: axe, no scrolling sideways, and a picture when LOPMO_SHOTS
 * names a folder. Leaves the page as it was.
 */
export async function look(page, name, { dark = false } = {}) {
  const was = page.viewportSize();
  for (const size of was.width === PHONE.width ? [WIDE, PHONE] : [PHONE, WIDE]) {
    await page.setViewportSize(size);
    for (const colorScheme of dark ? ['dark', 'light'] : ['light']) {
      await page.emulateMedia({ colorScheme });
      await lookOnce(page, `${name}-${size.width}${colorScheme === 'dark' ? '-toi' : ''}`);
    }
  }
}

async function lookOnce(page, name) {
  looked += 1;
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60))));
  if (pictures !== '') await page.screenshot({ path: join(pictures, `${name}.png`) });
  const wide = await page.evaluate(widest);
  if (wide) faults.push(`${name}: wider than the screen: ${wide}`);
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  for (const { id, nodes } of violations) {
    const where = nodes
      .slice(0, 3)
      .map((node) => `${node.target.join(' ')} (${node.any[0]?.message ?? node.html.slice(0, 120)})`);
    faults.push(`${name}: ${id}, ${nodes.length} times: ${where.join('; ')}`);
  }
}

/** In the page: the elements that make it wider than the screen, if it is. */
function widest() {
  if (document.documentElement.scrollWidth <= innerWidth) return '';
  const out = [...document.body.querySelectorAll('*')].filter(
    (one) => one.getBoundingClientRect().right > innerWidth + 1 && one.checkVisibility(),
  );
  return out
    .slice(-4)
    .map((one) => `${one.tagName}.${one.className} ${Math.round(one.getBoundingClientRect().right)}`)
    .join(', ');
}

export async function signIn(page, { username, password }, first) {
  await page.goto('/');
  await page.getByRole('link', { name: 'Đăng nhập' }).click();
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  if (first?.look) await look(page, 'dang-nhap', { dark: true });
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  if (first) {
    await page.getByLabel('Mật khẩu mới', { exact: true }).fill(first.password);
    await page.getByLabel('Nhập lại mật khẩu mới').fill(first.password);
    if (first.look) await look(page, 'doi-mat-khau');
    await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
  }
  await page.waitForURL((url) => url.origin === base && url.pathname === '/');
  await page.getByRole('heading', { level: 1 }).first().waitFor();
}

/** The same pictures of every open page when a step fails. */
export async function pictureAll(browser, name) {
  const folder = pictures || (process.env.LOPMO_DATA && join(process.env.LOPMO_DATA, 'log'));
  if (!folder) return;
  for (const context of browser.contexts()) {
    for (const [i, page] of context.pages().entries()) {
      await page
        .screenshot({ path: join(folder, `e2e-${name}-${browser.contexts().indexOf(context)}-${i}.png`) })
        .catch(() => undefined);
    }
  }
}

/** The page's process ends: no event tells it so. */
export async function died(page) {
  const keys = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  keys.send('Page.crash').catch(() => {});
  await crashed;
  await page.close();
}
