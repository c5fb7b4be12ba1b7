import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { account, base, faults, look, openBrowser, PHONE, WIDE } from './box.mjs';
import { until } from './class.mjs';
import { epub } from './made.mjs';
import { Person } from './school.mjs';
import { button, own, walk } from './walk.mjs';

/**
 * A book on its way: brought in, described, submitted, approved by the head, found without accents by a pupil who never
 * touches a mouse, read, kept and written beside. Then the same pages over a line of 400 kbit/s.
 */

const run = String(Date.now() % 1e6);
const title = `Sổ tay thuỷ triều Hòn Khoai ${run}`;
const fileName = `so-tay-${run}.epub`;
const WORDS = `con nước ròng đầu tháng ở bãi Khai Long`;
const TYPED = 'con nuoc rong dau thang';
const NOTE = `Hỏi cô: vì sao nước ròng rút nhanh thế? (${run})`;

const chapter = (name, first, lines = 40) => [
  name,
  first,
  ...Array.from({ length: lines }, (_, i) => `Dòng ghi thứ ${i + 1}: nước lên rồi lại xuống quanh hòn đảo.`),
];
const book = () =>
  epub(title, [
    chapter('Mở đầu', 'Ngư dân Đất Mũi xem trăng để biết nước.'),
    chapter('Nước ròng', `Bà ngoại dạy tôi đo ${WORDS} bằng một cành đước.`),
    chapter('Nước lớn', 'Nước lớn vào chiều muộn.'),
  ]);

let browser;
let head;
let road;
let material;

before(async () => {
  browser = await openBrowser();
  head = await Person.signIn(base, account('Hiệu trưởng'));
  ({ road } = await head.get('/api/content/review/settings'));
  await head.insist('PUT', '/api/content/review/settings', { road: 'HEAD' });
});
after(async () => {
  if (road) await head.insist('PUT', '/api/content/review/settings', { road });
  await browser?.close();
});

const step = walk('library', () => browser, { patience: 150_000 });

const BOTH = { dark: true };

step('the librarian brings a book in, describes it and submits it', async () => {
  const desk = await own(browser, account('Thủ thư'), WIDE);
  await desk.goto('/thu-vien/dua-vao');
  await look(desk, 'tv-dua-vao', BOTH);
  await desk
    .getByLabel('Chọn tệp')
    .setInputFiles({ name: fileName, mimeType: 'application/epub+zip', buffer: book() });
  await desk.getByText('Đã nhận').first().waitFor({ timeout: 30_000 });
  await look(desk, 'tv-dua-vao-xong', BOTH);
  for (const tab of ['Từ đường dẫn', 'Theo danh mục']) {
    await desk.getByRole('tab', { name: tab }).click();
    await look(desk, `tv-dua-vao-${tab === 'Theo danh mục' ? 'danh-muc' : 'duong-dan'}`, BOTH);
  }
  await desk.getByRole('tab', { name: 'Tệp và thư mục' }).click();
  await desk.getByRole('link', { name: 'Mô tả' }).click();
  await desk.getByRole('heading', { name: 'Mô tả học liệu' }).waitFor();
  material = new URL(desk.url()).searchParams.get('hoc-lieu');
  await until('the book is read', 60_000, async () => {
    const { files } = await head.get(`/api/content/materials/${material}`);
    return files[0].state === 'READY';
  });
  await look(desk, 'tv-mo-ta-moi', BOTH);

  await desk.getByLabel('Tên học liệu').fill(title);
  await desk.getByLabel('Loại').selectOption({ label: 'Sách' });
  await desk.getByLabel('Môn', { exact: true }).selectOption({ label: 'Khoa học tự nhiên' });
  for (const grade of ['Lớp 6', 'Lớp 8']) {
    const chip = button(desk, grade);
    if ((await chip.getAttribute('aria-pressed')) !== 'true') await chip.click();
  }
  await desk.getByLabel('Tóm tắt').fill('Ghi chép về nước lớn, nước ròng của người Đất Mũi.');
  await desk.getByLabel('Tác giả').fill('Tổ Khoa học tự nhiên');
  await desk.getByLabel('Giấy phép').selectOption({ index: 2 });
  await desk.getByText(/Đã lưu \d/).waitFor();
  await look(desk, 'tv-mo-ta-du', BOTH);
  await button(desk, 'Gửi duyệt').click();
  await desk.getByText('Học liệu đang được duyệt').waitFor();
  await desk.goto('/thu-vien/bien-tap');
  await desk.getByRole('link', { name: title }).waitFor();
  await look(desk, 'tv-bien-tap', BOTH);
  await desk.context().close();
});

step('the head goes through the list and approves; it is published with that', async () => {
  const desk = await own(browser, account('Hiệu trưởng'), WIDE);
  await desk.goto('/thu-vien/duyet');
  await desk.getByRole('link', { name: title }).waitFor();
  await look(desk, 'tv-duyet', BOTH);
  await desk.getByRole('link', { name: title }).click();
  await desk.getByRole('heading', { name: 'Danh mục kiểm tra' }).waitFor();
  await desk.getByText('Ngư dân Đất Mũi').waitFor();
  await look(desk, 'tv-duyet-mot', BOTH);
  for (const box of await desk.getByRole('checkbox').all()) {
    await box.check();
    await desk.waitForTimeout(150);
  }
  await button(desk, 'Duyệt và đăng').click();
  await desk.getByText('Đã duyệt và đăng').first().waitFor();
  await desk.context().close();
});

/** Presses Tab until what has the focus is called so. */
async function tabTo(page, name, most = 60) {
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab');
    const now = await page.evaluate(() => {
      const at = document.activeElement;
      return `${at?.getAttribute('aria-label') ?? at?.textContent ?? ''}`.replace(/\s+/g, ' ').trim();
    });
    if (name.test(now)) return;
  }
  assert.fail(`the Tab key never came to ${name}`);
}

/** What stands on the page of the reader. */
const read = (page, text) => page.locator('.read').getByText(text);

step('a pupil finds it without accents and reads it, by keyboard alone', async () => {
  const seat = await own(browser, account('Học sinh lớp 8A'), WIDE);
  await seat.goto('/thu-vien');
  await seat.getByRole('heading', { name: 'Thư viện' }).waitFor();
  await look(seat, 'tv-thu-vien', BOTH);
  const found = seat.getByRole('link', { name: title });
  for (let i = 0; i < 15; i++) {
    await seat.goto('/thu-vien');
    await seat.getByRole('combobox', { name: 'Tìm trong thư viện' }).waitFor();
    await seat.locator('body').press('Tab');
    await tabToField(seat);
    await seat.keyboard.type(TYPED);
    await seat.keyboard.press('Enter');
    await seat.getByRole('heading', { name: /kết quả$/ }).waitFor();
    await seat.waitForTimeout(700);
    if ((await seat.locator('mark').count()) > 0 && (await found.isVisible())) break;
  }
  await seat.locator('mark').first().waitFor();
  await look(seat, 'tv-tim', BOTH);
  await tabTo(seat, new RegExp(`^${title}`));
  await seat.keyboard.press('Enter');

  await read(seat, WORDS).waitFor();
  await seat.locator('.read mark').first().waitFor();
  const marks = await seat.locator('.read mark').allInnerTexts();
  assert.ok(marks.includes('con nước ròng đầu tháng'), marks.join(' | '));
  await look(seat, 'tv-doc', BOTH);
  await seat.keyboard.press('ArrowRight');
  await read(seat, 'Nước lớn vào chiều muộn').waitFor();
  await seat.keyboard.press('ArrowLeft');
  await read(seat, WORDS).waitFor();

  await seat.keyboard.press('m');
  await seat.getByRole('heading', { name: 'Mục lục' }).waitFor();
  await look(seat, 'tv-muc-luc', BOTH);
  await seat.keyboard.press('Escape');
  await seat.keyboard.press('/');
  await seat.getByRole('searchbox', { name: 'Tìm trong sách' }).waitFor();
  await seat.keyboard.press('Control+A');
  await seat.keyboard.type('chieu muon');
  await seat.getByText('Có ở 1 trang').waitFor();
  await look(seat, 'tv-tim-trong-sach', BOTH);
  await seat.keyboard.press('Enter');
  await read(seat, 'Nước lớn vào chiều muộn').waitFor();
  await seat.keyboard.press('Escape');

  await tabTo(seat, /^☆ Yêu thích/);
  await seat.keyboard.press('Enter');
  await seat.getByText('Đang yêu thích').waitFor();
  await seat.keyboard.press('g');
  await seat.getByText('Chỉ mình bạn thấy').waitFor();
  await seat.keyboard.press('Tab');
  await seat.keyboard.type(NOTE);
  await seat.keyboard.press('Tab');
  await seat.keyboard.press('Enter');
  await seat.getByText(NOTE).last().waitFor();
  await seat.getByRole('button', { name: 'Xoá' }).waitFor();
  await look(seat, 'tv-ghi-chu', BOTH);

  await seat.goto('/thu-vien/tu-sach');
  await seat.getByRole('link', { name: title }).first().waitFor();
  await seat.getByText(NOTE).waitFor();
  const quoted = seat.getByRole('listitem').filter({ hasText: NOTE }).locator('blockquote');
  assert.equal(await quoted.count(), 0, 'nothing was selected, hence nothing quoted');
  await look(seat, 'tv-tu-sach', BOTH);
  await seat.goto('/thu-vien/bo-suu-tap');
  await seat.getByRole('heading', { name: 'Bộ sưu tập', exact: true }).waitFor();
  await look(seat, 'tv-bo-suu-tap', BOTH);
  await seat.context().close();
});

async function tabToField(page) {
  for (let i = 0; i < 30; i++) {
    if (await page.evaluate(() => document.activeElement?.getAttribute('role') === 'combobox')) return;
    await page.keyboard.press('Tab');
  }
  assert.fail('the Tab key never came to the search field');
}

/** A first visit on a phone at the edge of the network: nothing kept, 400 kbit/s down, 100 up, 400 ms there and back. */
async function weakLine() {
  const phone = await own(browser, account('Học sinh lớp 8A'), PHONE);
  const line = await phone.context().newCDPSession(phone);
  await line.send('Network.enable');
  await line.send('Network.clearBrowserCache');
  await phone.evaluate(async () => {
    for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await phone.goto('about:blank');
  await line.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: 400_000 / 8,
    uploadThroughput: 100_000 / 8,
  });
  return phone;
}

async function seconds(phone, address, seen) {
  const begun = Date.now();
  await phone.goto(address, { waitUntil: 'commit' });
  await seen(phone).waitFor({ timeout: 60_000 });
  return (Date.now() - begun) / 1000;
}

step('a book that was kept opens without a network, and so does the shelf that leads to it', async () => {
  const phone = await own(browser, account('Học sinh lớp 8A'), PHONE);
  await phone.goto(`/thu-vien/${material}`);
  await phone.getByRole('button', { name: 'Lưu để đọc khi không có mạng' }).click();
  await phone.getByText('Đã lưu trên máy này').waitFor({ timeout: 60_000 });
  await until('the pages are on the device', 15_000, () =>
    phone.evaluate(async () => {
      const used = performance
        .getEntriesByType('resource')
        .map((entry) => entry.name)
        .filter((name) => name.includes('/_app/immutable/'));
      const parts = await caches.open('lopmo-parts');
      return (await Promise.all(used.map((one) => parts.match(one)))).every(Boolean);
    }),
  );
  await phone.context().setOffline(true);
  await phone.goto('/thu-vien/tu-sach');
  await phone.getByRole('region', { name: 'Lưu trên máy này' }).getByRole('link', { name: title }).click();
  await read(phone, 'Ngư dân Đất Mũi').waitFor();
  await look(phone, 'tv-mat-mang', BOTH);
  await phone.context().close();
});

step('over 400 kbit/s results and a page can be read within ten seconds of a first visit', async () => {
  const search = `/thu-vien?q=${encodeURIComponent(TYPED)}`;
  const result = (phone) => phone.getByRole('link', { name: title });
  const text = (phone) => read(phone, 'Ngư dân Đất Mũi');
  const told = {};
  const first = await weakLine();
  told['results, first visit'] = await seconds(first, search, result);
  told['a page of a book, then'] = await seconds(first, `/thu-vien/${material}?trang=1`, text);
  told['results, again'] = await seconds(first, search, result);
  await first.context().close();
  const other = await weakLine();
  told['a page of a book, first visit'] = await seconds(other, `/thu-vien/${material}?trang=1`, text);
  await other.context().close();
  for (const [what, took] of Object.entries(told)) {
    console.log(`# ${what}: ${took.toFixed(1)} s`);
    assert.ok(took < 10, `${what}: ${took} s`);
  }
});

test('nothing that axe found, and nothing wider than its screen', () => {
  assert.deepEqual(
    faults.filter((one) => one.startsWith('tv-')),
    [],
  );
});
