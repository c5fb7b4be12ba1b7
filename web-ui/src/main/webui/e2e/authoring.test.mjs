import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { account, base, died, faults, look, openBrowser, troubles, WIDE } from './box.mjs';
import { until } from './class.mjs';
import { Person } from './school.mjs';
import { own, saved, walk } from './walk.mjs';

/**
 * Nothing that an author types is lost: two at one lesson, a tab closed in the middle of a word, a network that goes
 * away, a sign-in that runs out, a server that is killed; and a letter that is being composed is left alone.
 */

const run = String(Date.now() % 1e6);
let browser;
let huyen;
let duc;
let hers;
let his;
let course;
let section;
let lessons = 0;

before(
  async () => {
    browser = await openBrowser();
    huyen = await Person.signIn(base, account('Giáo viên KHTN 8'));
    duc = await Person.signIn(base, account('Giáo viên Toán 8'));
    const me = await duc.get('/api/lms/me');
    course = await made('/api/lms/courses', {
      title: `Soạn chung ${run}`,
      subject: 'khtn',
      grade: 8,
      classIds: [],
    });
    section = await made(`/api/lms/courses/${course}/sections`, { title: 'Chương III' });
    await huyen.insist('PUT', `/api/lms/courses/${course}/authors`, { personIds: [me.id] });
    hers = await own(browser, account('Giáo viên KHTN 8'), WIDE);
    his = await own(browser, account('Giáo viên Toán 8'), WIDE);
  },
  { timeout: 120_000 },
);
after(() => browser?.close());

async function made(path, body) {
  return (await huyen.insist('POST', path, body)).body.id;
}

/** A lesson with three paragraphs, each a block. */
async function lesson() {
  lessons += 1;
  const id = await made(`/api/lms/sections/${section}/lessons`, { title: `Bài ${lessons}` });
  const words = ['Mở bài.', 'Thân bài.', 'Kết bài.'];
  const blocks = words.map((text, i) => ({ id: `k${i}`, kind: 'text', html: `<p>${text}</p>` }));
  await huyen.insist('PUT', `/api/lms/lessons/${id}/draft`, {
    revision: 1,
    title: `Bài ${lessons}`,
    summary: '',
    minutes: 45,
    blocks,
    indicators: [],
  });
  return id;
}

const step = walk('authoring', () => browser, { patience: 120_000, apart: true });

/** The outline repeats the first words of a block: in the block itself. */
const words = (page, text) => page.locator('.block').getByText(text).first();
const paragraph = (page, n) => page.locator('.block [contenteditable=true]').nth(n);

async function open(page, id) {
  await page.goto(`/bai/${id}/soan`);
  await paragraph(page, 0).waitFor();
}

/** Puts the cursor behind the last word and types, key by key. */
async function type(page, n, text, delay = 15) {
  await paragraph(page, n).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text, { delay });
}

const wordsAt = async (person, id) => {
  const { blocks } = await person.get(`/api/lms/lessons/${id}/draft`);
  return blocks.map((one) => (one.html ?? '').replace(/<[^>]+>/g, ''));
};

const atSchool = (id, sought) =>
  until(`${sought} is at school`, 40_000, async () =>
    (await wordsAt(huyen, id)).some((one) => one.includes(sought)),
  );

step('two authors write one lesson at once, and each sees the other', async () => {
  const id = await lesson();
  await Promise.all([open(hers, id), open(his, id)]);
  await Promise.all([
    type(hers, 0, ' Cô Huyền viết phần mở bài dài và kĩ.', 40),
    type(his, 2, ' Thầy Đức viết phần kết bài cùng lúc ấy.', 40),
  ]);
  await his
    .getByText(/Phạm .*Huyền|Huyền.* đang soạn/)
    .first()
    .waitFor({ timeout: 30_000 });
  await words(hers, 'Thầy Đức viết phần kết bài cùng lúc ấy.').waitFor({ timeout: 30_000 });
  await words(his, 'Cô Huyền viết phần mở bài dài và kĩ.').waitFor({ timeout: 30_000 });
  await look(hers, 'soan-hai-nguoi', { dark: true });
  assert.deepEqual(await wordsAt(huyen, id), [
    'Mở bài. Cô Huyền viết phần mở bài dài và kĩ.',
    'Thân bài.',
    'Kết bài. Thầy Đức viết phần kết bài cùng lúc ấy.',
  ]);
});

step('what both changed in one block stands side by side until one of them decides', async () => {
  const id = await lesson();
  await Promise.all([open(hers, id), open(his, id)]);
  await his.context().setOffline(true);
  await type(his, 1, ' Bản của thầy Đức.');
  await type(hers, 1, ' Bản của cô Huyền.');
  await saved(hers);
  await atSchool(id, 'Bản của cô Huyền.');
  await his.context().setOffline(false);
  await his.getByText('Hai người cùng sửa khối này').waitFor({ timeout: 30_000 });
  await hers.getByText('Hai người cùng sửa khối này').waitFor({ timeout: 30_000 });
  assert.deepEqual(await wordsAt(huyen, id), [
    'Mở bài.',
    'Thân bài. Bản của cô Huyền.',
    'Thân bài. Bản của thầy Đức.',
    'Kết bài.',
  ]);
  await look(hers, 'soan-hai-ban', { dark: true });
  // he types on in his version, though it has become a block of its own
  await his.keyboard.type(' Viết tiếp.');
  await atSchool(id, 'Bản của thầy Đức. Viết tiếp.');
  await hers.getByText('Viết tiếp.').first().waitFor({ timeout: 30_000 });
  await hers.getByRole('button', { name: 'Chọn bản này' }).click();
  await hers.getByText('Hai người cùng sửa khối này').waitFor({ state: 'detached' });
  await his.getByText('Hai người cùng sửa khối này').waitFor({ state: 'detached', timeout: 30_000 });
  await until('one version is left', 20_000, async () => (await wordsAt(huyen, id)).length === 3);
  assert.deepEqual(await wordsAt(huyen, id), [
    'Mở bài.',
    'Thân bài. Bản của thầy Đức. Viết tiếp.',
    'Kết bài.',
  ]);
});

step('a tab closed in the middle of a word loses none of it', async () => {
  const id = await lesson();
  const page = await hers.context().newPage();
  await open(page, id);
  await page.context().setOffline(true);
  await type(page, 1, ' Đang gõ dở câu thì đóng m', 0);
  await page.close();
  await hers.context().setOffline(false);
  await open(hers, id);
  await words(hers, 'Thân bài. Đang gõ dở câu thì đóng m').waitFor();
  await atSchool(id, 'Đang gõ dở câu thì đóng m');
});

step('a browser that dies without a word loses none of it', async () => {
  const id = await lesson();
  const page = await hers.context().newPage();
  await open(page, id);
  await page.context().setOffline(true);
  await type(page, 1, ' Đang gõ dở câu thì máy tắt.');
  await died(page);
  await hers.context().setOffline(false);
  assert.equal((await wordsAt(huyen, id))[1], 'Thân bài.', 'nothing was sent');
  await open(hers, id);
  await hers.getByText('Đã mở lại phần chưa kịp gửi của lần trước.').waitFor();
  await words(hers, 'Thân bài. Đang gõ dở câu thì máy tắt.').waitFor();
  await atSchool(id, 'Đang gõ dở câu thì máy tắt.');
});

step('without a network one writes on, and everything goes to school when it is back', async () => {
  const id = await lesson();
  await open(hers, id);
  await hers.context().setOffline(true);
  await type(hers, 0, ' Viết khi mất mạng.');
  await hers.getByText('Đã lưu trên máy').first().waitFor({ timeout: 30_000 });
  await look(hers, 'soan-mat-mang');
  await hers.context().setOffline(false);
  await atSchool(id, 'Viết khi mất mạng.');
  await saved(hers);
});

step('a server that is killed costs no word', async () => {
  const id = await lesson();
  await open(hers, id);
  await type(hers, 0, ' Trước khi máy chủ ngã.');
  const pid = Number(readFileSync(join(process.env.LOPMO_DATA, 'run', 'lms-core.pid'), 'utf8').split(' ')[0]);
  process.kill(pid, 'SIGKILL');
  await type(hers, 0, ' Trong khi máy chủ ngã.');
  await until('the words are at school', 90_000, async () => {
    const { status, body } = await huyen.call('GET', `/api/lms/lessons/${id}/draft`);
    return status === 200 && body.blocks[0].html.includes('Trước khi máy chủ ngã. Trong khi máy chủ ngã.');
  });
});

step('a sign-in that ran out costs no word', async () => {
  const id = await lesson();
  const late = await own(browser, account('Giáo viên KHTN 8'), WIDE);
  await open(late, id);
  await late.context().clearCookies();
  await type(late, 0, ' Viết khi phiên đã hết.');
  await late.getByRole('button', { name: 'Đăng nhập lại' }).waitFor({ timeout: 30_000 });
  const [fresh] = await Promise.all([
    late.waitForEvent('popup'),
    late.getByRole('button', { name: 'Đăng nhập lại' }).click(),
  ]);
  const { username, password } = account('Giáo viên KHTN 8');
  await fresh.getByLabel('Tên đăng nhập').fill(username);
  await fresh.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await fresh.getByRole('button', { name: 'Đăng nhập' }).click();
  await atSchool(id, 'Viết khi phiên đã hết.');
  await late.context().close();
});

step('a letter that is being composed is never disturbed, whatever a colleague does', async () => {
  const id = await lesson();
  await Promise.all([open(hers, id), open(his, id)]);
  await paragraph(hers, 1).click();
  await hers.keyboard.press('Control+End');
  await hers.keyboard.type(' ');
  const keys = await hers.context().newCDPSession(hers);
  await hers.evaluate(() => {
    window.__ended = 0;
    document.addEventListener('compositionend', () => (window.__ended += 1), true);
  });
  // as Telex gives it letter by letter: t, ti, tie, tiê, tiêng, tiếng
  for (const text of ['t', 'ti', 'tie', 'tiê', 'tiên', 'tiêng']) {
    await keys.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
    await new Promise((done) => setTimeout(done, 60));
  }
  await type(his, 0, ' Thầy Đức thêm một câu.');
  await his.getByRole('region', { name: /^Đoạn văn: Kết bài/ }).click();
  await his.keyboard.press('Alt+ArrowUp');
  await atSchool(id, 'Thầy Đức thêm một câu.');
  // long enough for the news to have come
  await new Promise((done) => setTimeout(done, 6_000));
  assert.equal(await hers.evaluate(() => window.__ended), 0, 'the composition goes on');
  await keys.send('Input.imeSetComposition', { text: 'tiếng', selectionStart: 5, selectionEnd: 5 });
  await keys.send('Input.insertText', { text: 'tiếng' });
  await hers.keyboard.type(' Việt');
  await words(hers, 'Thân bài. tiếng Việt').waitFor();
  await words(hers, 'Thầy Đức thêm một câu.').waitFor({ timeout: 30_000 });
  await atSchool(id, 'Thân bài. tiếng Việt');
  const kept = await wordsAt(huyen, id);
  assert.equal(kept.filter((one) => one.includes('tiếng')).length, 1, 'and is there once');
});

step('what the lesson was is compared word by word and brought back', async () => {
  const id = await lesson();
  await open(hers, id);
  await type(hers, 1, ' Câu thừa.');
  await saved(hers);
  await huyen.insist('POST', `/api/lms/lessons/${id}/history/restore`, {
    snapshot: (await huyen.get(`/api/lms/lessons/${id}/history`)).at(-1).snapshot,
  });
  await hers.goto(`/bai/${id}/lich-su`);
  await hers.getByRole('button', { name: /Nháp/ }).first().waitFor();
  await look(hers, 'soan-lich-su', { dark: true });
  await hers.getByRole('button', { name: /Nháp/ }).last().click();
  await hers.getByRole('heading', { name: 'So với bản nháp bây giờ' }).waitFor();
  await look(hers, 'soan-lich-su-so');
});

step('the lesson plan is written beside the lesson and printed', async () => {
  const id = await lesson();
  await open(hers, id);
  await hers.getByRole('tab', { name: 'Giáo án' }).click();
  const outcomes = hers.getByRole('textbox', { name: 'Yêu cầu cần đạt' });
  await outcomes.click();
  await hers.keyboard.type('Nêu được áp suất chất lỏng tác dụng theo mọi phương.');
  await hers.getByLabel('Chủ đề STEM').fill('Mô hình đập thuỷ điện');
  await saved(hers);
  await look(hers, 'soan-giao-an');
  await hers.goto(`/bai/${id}/giao-an`);
  await hers.getByText('Nêu được áp suất chất lỏng tác dụng theo mọi phương.').waitFor();
  await hers.getByText('Mô hình đập thuỷ điện').waitFor();
  await look(hers, 'giao-an', { dark: true });
});

test('every page passed is accessible, fits its screen and runs without errors', () => {
  assert.deepEqual(faults, []);
  assert.deepEqual(troubles, []);
});
