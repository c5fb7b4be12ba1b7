import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { account, base, faults, look, openBrowser, PHONE, troubles, WIDE } from './box.mjs';
import { run, until } from './class.mjs';
import { Person } from './school.mjs';
import { button, link, own, walk } from './walk.mjs';

/**
 * The homeroom teacher of 8A says something to her pupils and their guardians: both find it on their phones, a teacher of
 * another class does not; she corrects it, sees who has read it, takes it back. The head speaks to the teachers.
 */
const TITLE = `Họp phụ huynh giữa kì ${run}`;
const TO_TEACHERS = `Họp hội đồng ${run}`;
const LINK = 'https://truong.example/dang-ki';
let browser;
let desk;
let colleague;
let head;
let phone;
let home;
let admin;
let classId;
let before8A;
let address;

const step = walk('announcements', () => browser);

/** Who teaches in other classes: accounts of the demonstration that nothing else uses. */
const LEADS = 'hung.dang';
const TEACHES_6B = 'may.lo';

/** Who leads a class, for the time of this walk: somebody who does not teach it, so that all is as before when he goes. */
const ledBy = (homeroomTeacherId) =>
  admin.insist('PUT', `/api/lms/classes/${classId}`, { name: '8A', homeroomTeacherId });

before(
  async () => {
    browser = await openBrowser();
    admin = await Person.signIn(base, account('Quản trị'));
    classId = (await admin.get('/api/lms/classes')).find((one) => one.name === '8A').id;
    const { password } = account('Quản trị');
    const leader = await Person.signIn(base, { username: LEADS, password });
    const [year] = await admin.get('/api/lms/school-years');
    const rows = await admin.get(`/api/lms/school-years/${year.id}/classes`);
    before8A = rows.find((one) => one.id === classId)?.homeroomTeacher?.id ?? null;
    await ledBy((await leader.get('/api/lms/me')).id);
    [desk, colleague, head, phone, home] = await Promise.all([
      own(browser, { username: LEADS, password }, WIDE),
      own(browser, { username: TEACHES_6B, password }, WIDE),
      own(browser, account('Hiệu trưởng'), WIDE),
      own(browser, account('Học sinh lớp 8A'), PHONE),
      own(browser, account('Phụ huynh'), PHONE),
    ]);
  },
  { timeout: 120_000 },
);
after(async () => {
  await ledBy(before8A);
  await browser?.close();
});

const row = (page, title) => page.getByRole('listitem').filter({ hasText: title });

step('the homeroom teacher writes to pupils and guardians; the unsent text outlives a reload', async () => {
  await desk.goto(`/lop/${classId}`);
  await link(desk, 'Viết thông báo').click();
  await desk.getByRole('heading', { name: 'Viết thông báo' }).waitFor();
  await button(desk, 'Gửi thông báo').click();
  await desk.getByText('Cần có tiêu đề và nội dung.').waitFor();
  await desk.getByLabel('Tiêu đề').fill(TITLE);
  await desk.getByLabel('Nội dung').fill(`Chiều thứ bảy, 14 giờ, phòng 8A.\nĐăng kí ở ${LINK}.`);
  await desk.reload();
  assert.equal(await desk.getByLabel('Tiêu đề').inputValue(), TITLE);
  const class8A = desk.getByRole('checkbox', { name: /^8A\b/ });
  await class8A.check();
  await desk.getByRole('checkbox', { name: 'Phụ huynh' }).check();
  await look(desk, 'thong-bao-viet', { dark: true });
  await button(desk, 'Gửi thông báo').click();
  await desk.getByRole('heading', { name: TITLE }).waitFor();
  address = new URL(desk.url()).pathname;
  await look(desk, 'thong-bao-chung-tac-gia');
});

step('a pupil and a guardian find it on their first page, and read it', async () => {
  for (const [page, name] of [
    [phone, 'hoc-sinh'],
    [home, 'phu-huynh'],
  ]) {
    await page.goto('/');
    await page.getByRole('heading', { name: 'Thông báo mới' }).waitFor();
    await look(page, `thong-bao-trang-dau-${name}`, { dark: true });
    await page.goto('/thong-bao');
    await link(page, 'Thông báo chung').click();
    await row(page, TITLE).getByText('Chưa đọc').waitFor();
    await look(page, `thong-bao-chung-${name}`, { dark: true });
    await link(page, TITLE).click();
    await page.getByRole('heading', { name: TITLE }).waitFor();
    assert.equal(await link(page, LINK).getAttribute('href'), LINK);
    assert.equal(await button(page, 'Sửa').count(), 0);
    assert.equal(await button(page, 'Thu hồi').count(), 0);
    await look(page, `thong-bao-doc-${name}`);
    await page.goto('/thong-bao/chung');
    await row(page, TITLE).getByText('Chưa đọc').waitFor({ state: 'detached' });
  }
});

step('a teacher of another class does not', async () => {
  await colleague.goto('/thong-bao/chung');
  await colleague.getByRole('heading', { name: 'Thông báo chung', exact: true }).waitFor();
  await colleague.locator('.empty, .rows').first().waitFor();
  assert.equal(await colleague.getByText(TITLE).count(), 0);
  const refused = await colleague.goto(address);
  assert.ok(refused);
  await colleague.getByRole('heading', { level: 1 }).waitFor();
  assert.equal(await colleague.getByText(TITLE).count(), 0);
  await look(colleague, 'thong-bao-khong-co');
});

step('she corrects it, which shows, and sees how many have read it', async () => {
  await desk.goto(address);
  await button(desk, 'Sửa').click();
  const sheet = desk.getByRole('dialog');
  await sheet.getByLabel('Nội dung').fill('Chiều chủ nhật, 14 giờ, phòng 8A.');
  await sheet.getByLabel('Báo lại cho cả người đã đọc').check();
  await look(desk, 'thong-bao-sua', { dark: true });
  await button(sheet, 'Lưu bản sửa').click();
  await desk.getByText(/^đã sửa/).waitFor();

  await phone.goto('/thong-bao/chung');
  await row(phone, TITLE).getByText('Chưa đọc').waitFor();
  await row(phone, TITLE)
    .getByText(/^đã sửa/)
    .waitFor();
  await link(phone, TITLE).click();
  await phone.getByText('Chiều chủ nhật').waitFor();

  await desk.goto('/thong-bao/da-gui');
  await row(desk, TITLE)
    .getByText(/^1\/\d+ người đã đọc$/)
    .waitFor();
  await look(desk, 'thong-bao-da-gui', { dark: true });
  await desk.goto(`/lop/${classId}`);
  await link(desk, TITLE).waitFor();
  await look(desk, 'lop-thong-bao');
});

step('the head speaks to the teachers, and no pupil hears of it', async () => {
  await head.goto('/thong-bao/viet');
  await head.getByRole('radio', { name: 'Toàn trường' }).check();
  await head.getByRole('checkbox', { name: 'Học sinh' }).uncheck();
  await head.getByRole('checkbox', { name: 'Giáo viên' }).check();
  await head.getByLabel('Tiêu đề').fill(TO_TEACHERS);
  await head.getByLabel('Nội dung').fill('Thứ hai, 17 giờ.');
  await look(head, 'thong-bao-viet-toan-truong');
  await button(head, 'Gửi thông báo').click();
  await head.getByRole('heading', { name: TO_TEACHERS }).waitFor();

  await colleague.goto('/');
  await link(colleague, TO_TEACHERS).click();
  await colleague.getByRole('heading', { name: TO_TEACHERS }).waitFor();
  await phone.goto('/thong-bao/chung');
  await row(phone, TITLE).waitFor();
  assert.equal(await phone.getByText(TO_TEACHERS).count(), 0);
  await button(head, 'Thu hồi').click();
});

step('taken back, it is gone from the phones', async () => {
  await desk.goto(address);
  await button(desk, 'Thu hồi').click();
  await desk.getByText(/^Thông báo này đã được thu hồi/).waitFor();
  await button(desk, 'Hoàn tác').click();
  await button(desk, 'Thu hồi').click();
  // it is said while the page is being left
  await until('it is taken back', 20_000, async () => {
    await desk.goto('/thong-bao/da-gui');
    await row(desk, TITLE).waitFor();
    return (await row(desk, TITLE).getByText('Đã thu hồi').count()) > 0;
  });
  await phone.goto('/thong-bao/chung');
  await phone.getByRole('heading', { name: 'Thông báo chung', exact: true }).waitFor();
  await phone.locator('.empty, .rows').first().waitFor();
  assert.equal(await phone.getByText(TITLE).count(), 0);
});

step('every page was whole: axe, width, scripts', () => {
  assert.deepEqual(faults, []);
  assert.deepEqual(troubles, []);
});
