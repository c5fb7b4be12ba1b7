import { test } from 'node:test';
import { device, pictureAll, signIn } from './box.mjs';

/** What every walk through the box does: steps, people at their own devices, and what they press. */

/**
 * The steps of one walk. When one fails there is a picture of every open page.
 *
 * @param {string} name the pictures' name
 * @param {() => import('playwright-core').Browser} browser
 * @param {{ patience?: number, apart?: boolean }} how `apart`: a step does not need those before it; else the ones behind one
 *   that failed say nothing
 */
export function walk(name, browser, { patience = 90_000, apart = false } = {}) {
  let broken = false;
  return (what, does) =>
    test(what, { timeout: patience }, async (t) => {
      if (broken && !apart) return t.skip('an earlier step failed');
      // a step that runs out of time is broken too, and never comes back to say so
      broken = true;
      try {
        await does();
        broken = false;
      } finally {
        if (broken) await pictureAll(browser(), name);
      }
    });
}

/** Somebody signed in on a device of his own. */
export async function own(browser, who, size) {
  const page = await device(browser, size);
  await signIn(page, who);
  return page;
}

export const button = (page, name) => page.getByRole('button', { name, exact: true });
export const link = (page, name) => page.getByRole('link', { name, exact: true });
/** Everything typed is at school, and the page says so. */
export const saved = (page) =>
  page
    .getByText(/Đã lưu \d/)
    .first()
    .waitFor({ timeout: 30_000 });
