import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { account, device, look, openBrowser, signIn, WIDE } from './box.mjs';

/** A film of 160 MB over a line that is pulled while it is sent, and a page that is loaded anew in the middle. */
const MEGABYTES = 160;
const folder = mkdtempSync(join(tmpdir(), 'lopmo-upload-'));
const name = `thi-nghiem-${process.pid}.mp4`;
const film = join(folder, name);
let browser;
let page;
let line;
let hash;

before(async () => {
  const content = randomBytes(MEGABYTES << 20);
  content.write('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 0, 'latin1');
  writeFileSync(film, content);
  hash = createHash('sha256').update(content).digest('hex');
  browser = await openBrowser();
  page = await device(browser, WIDE);
  await signIn(page, account('Thủ thư'));
  line = await page.context().newCDPSession(page);
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

const speed = (megabytesASecond, offline = false) =>
  line.send('Network.emulateNetworkConditions', {
    offline,
    latency: 5,
    downloadThroughput: -1,
    uploadThroughput: megabytesASecond > 0 ? megabytesASecond * 2 ** 20 : -1,
  });

const received = async () => {
  const answer = await page.request.get('/api/content/uploads');
  const open = answer.ok() ? await answer.json() : [];
  return Math.max(0, ...open.filter((one) => one.name === name).map((one) => one.received));
};

async function arrived(bytes) {
  for (let i = 0; i < 120; i++) {
    if ((await received()) >= bytes) return;
    await page.waitForTimeout(250);
  }
  assert.fail(`${bytes} bytes never arrived`);
}

test('what was sent before the line was cut and the page loaded anew is not sent again', async () => {
  await page.goto('/thu-vien/dua-vao');
  await line.send('Network.enable');
  await speed(2);
  await page.getByLabel('Chọn tệp').setInputFiles(film);
  await arrived(6 << 20);

  await speed(0, true);
  await page.waitForTimeout(1_500);
  await speed(2);
  const before = await received();
  assert.ok(before >= 6 << 20, `${before} bytes stayed`);
  await arrived(before + (1 << 20));
  await page.getByRole('button', { name: `Tạm dừng: ${name}` }).click();
  await look(page, 'dua-vao-dang-gui');

  await page.reload();
  await page.getByText('Còn dở từ lần trước').waitFor();
  const left = await received();
  assert.ok(left > before, `${left} bytes stayed`);
  await speed(0);
  const offsets = [];
  page.on('request', (request) => {
    if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']));
  });
  await page.getByLabel('Chọn tệp').setInputFiles(film);
  await page.getByText('Đã nhận').first().waitFor({ timeout: 60_000 });
  assert.ok(offsets[0] >= left, `went on at ${offsets[0]}`);

  const address = await page.getByRole('link', { name: 'Mô tả' }).getAttribute('href');
  const id = address.split('=').at(-1);
  let file;
  for (let i = 0; i < 120 && file?.state !== 'READY'; i++) {
    await page.waitForTimeout(500);
    const answer = await page.request.get(`/api/content/materials/${id}`);
    if (answer.ok()) [file] = (await answer.json()).files;
  }
  assert.equal(file.state, 'READY');
  assert.equal(file.sha256, hash);
  await page.getByText('Lưu vào kho').first().waitFor({ state: 'attached' });
  await look(page, 'dua-vao-xong');
});
