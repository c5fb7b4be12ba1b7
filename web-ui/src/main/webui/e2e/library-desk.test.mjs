import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { account, base, faults, look, openBrowser, PHONE, WIDE } from './box.mjs';
import { until } from './class.mjs';
import { Person } from './school.mjs';
import { own, walk } from './walk.mjs';

/** The librarian's desk: works leave as courses that report what was read, the library opens, others are asked. */

const run = String(Date.now() % 1e6);
const title = `Ba thể của nước ${run}`;
let browser;
let librarian;
let material;

before(
  async () => {
    browser = await openBrowser();
    librarian = await Person.signIn(base, account('Thủ thư'));
    const lines = Array.from({ length: 120 }, (_, n) => `Dòng ${n + 1}: nước ở thể rắn, lỏng và khí.`);
    material = await shelved(`${title}.txt`, new TextEncoder().encode(lines.join('\n\n')), { title });
  },
  { timeout: 120_000 },
);
after(() => browser?.close());

const step = walk('library-desk', () => browser, { patience: 120_000, apart: true });

async function shelved(name, bytes, more) {
  const { id } = await librarian.upload('/api/content/materials/uploads', name, bytes);
  const path = `/api/content/materials/${id}`;
  await until('the file is read', 60_000, async () => (await librarian.get(path)).files[0].state === 'READY');
  const { revision, metadata } = await librarian.get(path);
  const filled = {
    ...metadata,
    type: metadata.type ?? 'TAI_LIEU',
    subject: 'khtn',
    grades: [8],
    licence: 'CC_BY',
    author: 'Tổ KHTN',
    visibility: 'OPEN',
    ...more,
  };
  await librarian.insist('PUT', path, { revision, metadata: filled });
  await librarian.insist('POST', `${path}/publish`, {});
  return id;
}

const frame = (page) => page.frameLocator('iframe').frameLocator('#khung');
const leaf = (page) => frame(page).frameLocator('#trang');

for (const format of ['scorm12', 'scorm2004']) {
  step(`a work that left as ${format} reports when it was read to its end`, async () => {
    const course = await librarian.bytes(`/api/content/materials/${material}/export?format=${format}`);
    const id = await shelved(`${format}-${run}.zip`, course, { title: `${title} ${format}` });
    const phone = await own(browser, account('Học sinh lớp 8A'), PHONE);

    await phone.goto(`/thu-vien/${id}/mo`);
    await leaf(phone).getByRole('heading', { name: title }).waitFor();
    await frame(phone).getByText('Đã đọc 1 trên').waitFor();
    await frame(phone).getByRole('button', { name: 'Trang sau' }).click();
    await leaf(phone).getByText('Dòng 1:').first().waitFor();
    await look(phone, `sach-scorm-${format}`);
    await phone.goto('/');

    await phone.goto(`/thu-vien/${id}/mo`);
    await phone.getByRole('button', { name: 'Học tiếp' }).click();
    await leaf(phone).getByText('Dòng 1:').first().waitFor();
    await leaf(phone).getByText('Dòng 120:').scrollIntoViewIfNeeded();
    await frame(phone).getByText('Đã đọc 2 trên 2').waitFor();
    await until('the school knows that it was read', 30_000, async () => {
      const [attempt] = await librarian.get(`/api/content/packages/${await fileOf(id)}/attempts`);
      return attempt?.attempt.completed === true;
    });
    await phone.context().close();
  });
}

const fileOf = async (id) => (await librarian.get(`/api/content/materials/${id}`)).files[0].id;

step('a teacher takes a work away, and what may not leave is refused in words', async () => {
  const kept = await shelved(`Giữ quyền ${run}.txt`, new TextEncoder().encode('Giữ mọi quyền'), {
    title: `Giữ quyền ${run}`,
    licence: 'ALL_RIGHTS',
    visibility: 'SCHOOL',
  });
  const desk = await own(browser, account('Giáo viên KHTN 8'), WIDE);
  await desk.goto(`/thu-vien/${material}`);
  await desk.getByText('Xuất, tải về').click();
  const [book] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('button', { name: 'Sách EPUB, cho máy đọc sách' }).click(),
  ]);
  assert.equal(book.suggestedFilename(), 'hoc-lieu.epub');
  await look(desk, 'xuat-tai-ve');
  await desk.goto(`/thu-vien/${kept}`);
  await desk.getByText('Xuất, tải về').click();
  await desk.getByRole('button', { name: 'Gói SCORM 1.2' }).click();
  await desk.getByText('không cho đưa ra ngoài trường').waitFor();
  await desk.context().close();
});

step('the library is opened, its addresses are there to copy, and it is closed again', async () => {
  const desk = await own(browser, account('Thủ thư'), WIDE);
  await desk.goto('/thu-vien/mo-ra-ngoai');
  await desk.getByLabel('Mã trường trong địa chỉ').fill(`truong-${run}`);
  await desk.getByLabel('Tên thư viện').fill('Thư viện Trường THCS Nguyễn Thị Minh Khai');
  await desk.getByLabel('Thư điện tử của người phụ trách').fill('thuvien@truong.example.vn');
  await desk.getByRole('button', { name: 'Mở thư viện' }).click();
  const page = desk.getByLabel('Trang cho người đọc');
  await page.waitFor();
  await look(desk, 'mo-thu-vien', { dark: true });
  const address = await page.inputValue();
  assert.equal((await fetch(address)).status, 200);
  await desk.getByRole('button', { name: 'Đóng lại' }).click();
  await desk.getByRole('button', { name: 'Mở thư viện' }).waitFor();
  assert.equal((await fetch(address)).status, 404);
  await desk.context().close();
});

step('other libraries are asked, and nobody asks the school’s own machines', async () => {
  const desk = await own(browser, account('Thủ thư'), WIDE);
  await desk.goto('/thu-vien/nguon');
  await desk.getByText('Chưa có nguồn nào').waitFor();
  await desk.getByLabel('Địa chỉ OAI-PMH').fill('http://127.0.0.1:8102/open/x/oai');
  await desk.getByRole('button', { name: 'Xem trước' }).click();
  await desk.getByText('trỏ vào mạng nội bộ').waitFor();
  await look(desk, 'nguon', { dark: true });
  await desk.context().close();
});

step('the report has its figures and its sheets', async () => {
  const desk = await own(browser, account('Thủ thư'), WIDE);
  await desk.goto('/thu-vien/bao-cao');
  await desk.getByRole('heading', { name: 'Theo môn' }).waitFor();
  await look(desk, 'bao-cao', { dark: true });
  const [sheet] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('link', { name: 'Tải báo cáo (.xlsx)' }).click(),
  ]);
  assert.equal(sheet.suggestedFilename(), 'bao-cao-thu-vien.xlsx');
  await desk.context().close();
});

step('a collection is found beside the results', async () => {
  await librarian.insist('POST', '/api/content/collections', {
    kind: 'COLLECTION',
    title: `Nước quanh ta ${run}`,
    visibility: 'SCHOOL',
  });
  const phone = await own(browser, account('Học sinh lớp 8A'), PHONE);
  await phone.goto(`/thu-vien?q=nuoc quanh ta ${run}`);
  await phone.getByRole('link', { name: `Bộ sưu tập: Nước quanh ta ${run}` }).waitFor();
  await look(phone, 'tim-bo-suu-tap');
  await phone.context().close();
});

step('a broken draft is put away, comes back, and is put away from its own page', async () => {
  const draft = `Bản hỏng ${run}`;
  const bytes = new TextEncoder().encode('Chép dở dang.');
  await librarian.upload('/api/content/materials/uploads', `${draft}.txt`, bytes);
  const page = await own(browser, account('Thủ thư'), WIDE);
  await page.goto('/thu-vien/bien-tap');
  await page.getByLabel(`Chọn ${draft}`).check();
  await page.getByRole('button', { name: 'Bỏ 1 bản nháp' }).click();
  await page.getByRole('link', { name: draft }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await page.getByRole('link', { name: draft }).click();
  await page.getByRole('heading', { name: 'Mô tả học liệu' }).waitFor();
  await look(page, 'bien-muc-ban-hong');
  await page.getByRole('button', { name: 'Bỏ bản nháp' }).click();
  await page.getByRole('tab', { name: /^Đã bỏ/ }).click();
  await page.getByRole('link', { name: draft }).click();
  await page.getByText('Bản nháp này đã bỏ.').waitFor();
  await look(page, 'bien-muc-da-bo', { dark: true });
  await page.getByRole('button', { name: 'Lấy lại về bàn' }).click();
  await page.getByRole('button', { name: 'Bỏ bản nháp' }).waitFor();
  await page.getByRole('button', { name: 'Bỏ bản nháp' }).click();
  await page.getByRole('tab', { name: /^Đã bỏ/ }).waitFor();
});

test('no page of these is hard to use', () => assert.deepEqual(faults, []));
