import { after, before, test } from 'node:test';
import { device, openBrowser, PHONE, pictureAll, WIDE } from './box.mjs';

/** What the steps of the story share: the people's devices, and what one step learns for the next. */

export let browser;
export let admin;
export let desk;
export let phone;
export let other;
export const pupils = new Map();
/** Everything the pupil's browser was told: address and text. */
export const learned = [];
export const known = { teacherPassword: '', assignment: '', course: '', sitting: '', lesson: '' };
let broken = false;

before(async () => {
  browser = await openBrowser();
  admin = await device(browser, WIDE);
  desk = await device(browser, WIDE);
  phone = await device(browser, PHONE);
  other = await device(browser, WIDE);
  listen(phone);
});
after(() => browser?.close());

/** Each step goes on where the last one ended; after one that failed the others say nothing. */
export function step(name, does) {
  test(name, { timeout: 150_000 }, async (t) => {
    if (broken) return t.skip('an earlier step failed');
    broken = true;
    try {
      await does();
      broken = false;
    } finally {
      if (broken) await pictureAll(browser, 'failed');
    }
  });
}

function listen(page) {
  page.on('response', async (response) => {
    if (!(response.headers()['content-type'] ?? '').includes('json')) return;
    learned.push([response.url(), await response.text().catch(() => '')]);
  });
}

export const button = (page, name) => page.getByRole('button', { name, exact: true });
export const heading = (page, name) => page.getByRole('heading', { name });
export const saved = (page) =>
  page
    .getByText(/Đã lưu \d/)
    .first()
    .waitFor({ timeout: 30_000 });

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  epub: 'application/epub+zip',
};

/** Gives the page's only file field a file of ours. */
export const choose = (page, name, buffer) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: TYPES[name.split('.').pop()], buffer });
