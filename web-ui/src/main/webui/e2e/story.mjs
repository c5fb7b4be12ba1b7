import { after, before } from 'node:test';
import { device, openBrowser, PHONE, WIDE } from './box.mjs';
import { walk } from './walk.mjs';
export { button, saved } from './walk.mjs';

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

before(async () => {
  browser = await openBrowser();
  admin = await device(browser, WIDE);
  desk = await device(browser, WIDE);
  phone = await device(browser, PHONE);
  other = await device(browser, WIDE);
  listen(phone);
});
after(() => browser?.close());

export const step = walk('story', () => browser, { patience: 150_000 });

function listen(page) {
  page.on('response', async (response) => {
    if (!(response.headers()['content-type'] ?? '').includes('json')) return;
    learned.push([response.url(), await response.text().catch(() => '')]);
  });
}

export const heading = (page, name) => page.getByRole('heading', { name });

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  epub: 'application/epub+zip',
};

/** Gives the page's only file field a file of ours. */
export const choose = (page, name, buffer) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: TYPES[name.split('.').pop()], buffer });
