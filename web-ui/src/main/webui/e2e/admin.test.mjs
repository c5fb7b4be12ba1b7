import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { account, base, faults, look, openBrowser, PHONE, troubles, WIDE } from './box.mjs';
import { run, until } from './class.mjs';
import { Person } from './school.mjs';
import { button, own, walk } from './walk.mjs';

/**
 * An administrator's week: a list with bad rows, classes and who leads and teaches them, a colleague's second role, a
 * subject group, and the move to the next year: looked at, done and undone.
 */
const CLASS = `7Q${run.slice(-4)}`;
const GROUP = `Tổ Khoa học ${run}`;
let browser;
let page;
let admin;

const step = walk('admin', () => browser);
const choose = (name, text) =>
  page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const pupil = (n, name, born, grade = '7') => `${n},${run}${n},${name},${born},Nữ,${CLASS},${grade}`;
const LIST = [
  'STT,Mã định danh,Họ tên,Ngày sinh,Giới tính,Lớp học,Khối học',
  pupil(11, 'Hoàng Thị Thuý Ngân', '02/09/2014'),
  pupil(12, 'Nguyễn Hoàng Phương Thảo Nguyên', '20/11/2014'),
  pupil(13, 'Vàng A Sai Ngày', '31/02/2014'),
  pupil(14, '', '01/01/2014'),
  pupil(15, 'Lò Sai Khối', '01/03/2014', '17'),
].join('\n');

before(
  async () => {
    browser = await openBrowser();
    admin = await Person.signIn(base, account('Quản trị'));
    for (const one of await admin.get('/api/lms/rollovers'))
      if (one.state === 'DRAFT') await admin.insist('DELETE', `/api/lms/rollovers/${one.id}`);
    page = await own(browser, account('Quản trị'), WIDE);
  },
  { timeout: 60_000 },
);
after(async () => {
  for (const one of await admin.get('/api/lms/subject-groups'))
    if (one.name === GROUP) await admin.insist('DELETE', `/api/lms/subject-groups/${one.id}`);
  await browser?.close();
});

step('a file that is no list is refused in words', async () => {
  await page.goto('/quan-tri/hoc-sinh');
  await choose('danh-sach.xlsx', 'đây không phải bảng tính');
  await page.getByRole('alert').waitFor();
  await look(page, 'nhap-tep-sai');
});

step('every bad row of a list is named, and the others come in', async () => {
  await choose('danh-sach.csv', LIST);
  await button(page, 'Nhập 2 học sinh').waitFor();
  for (const name of ['Vàng A Sai Ngày', 'Lò Sai Khối'])
    await page.getByRole('row').filter({ hasText: name }).getByText('Không nhận').waitFor();
  await look(page, 'nhap-dong-sai', { dark: true });
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'Tải các dòng cần sửa').click(),
  ]);
  const sheet = await readFile(await file.path(), 'utf8');
  assert.equal(sheet.split('\r\n').length, 4);
  assert.match(sheet, /Vàng A Sai Ngày/);

  await button(page, 'Nhập 2 học sinh').click();
  await page.getByText('Xong. 2 học sinh').waitFor({ timeout: 60_000 });
  await page.goto('/quan-tri/hoc-sinh');
  await choose('danh-sach.csv', LIST);
  await page.getByText('Danh sách này không có gì mới.').waitFor();
});

step('the classes have a homeroom teacher, and a class more', async () => {
  await page.goto('/quan-tri/lop');
  await page.getByLabel(`Chủ nhiệm lớp ${CLASS}`).selectOption({ label: 'Lê Minh Đức' });
  await page.getByText(`Lê Minh Đức chủ nhiệm lớp ${CLASS}. Đã lưu.`).waitFor();
  await look(page, 'truong-lop');
});

step('who teaches is assigned, taken away and kept after all', async () => {
  await page.goto('/quan-tri/phan-cong');
  await button(page, 'Phân công').click();
  await page.getByText('Chọn lớp', { exact: true }).last().waitFor();
  await page.getByLabel('Lớp', { exact: true }).selectOption({ label: CLASS });
  await page.getByLabel('Môn', { exact: true }).selectOption({ label: 'Toán' });
  await page.getByLabel('Thầy cô', { exact: true }).selectOption({ label: 'Lê Minh Đức' });
  await button(page, 'Phân công').click();
  await page.getByText('Đã lưu').waitFor();
  const row = page.getByRole('row').filter({ hasText: CLASS });
  await row.getByRole('button', { name: /^Thôi dạy/ }).click();
  await row.waitFor({ state: 'detached' });
  await button(page, 'Hoàn tác').click();
  await row.waitFor();
  await look(page, 'truong-phan-cong');
});

step('a subject group has its subjects, its leader and its members', async () => {
  await page.goto('/quan-tri/to-chuyen-mon');
  await button(page, 'Thêm tổ').first().click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Tên tổ').fill(GROUP);
  await button(sheet, 'Vật lí').click();
  await sheet.getByLabel('Tổ trưởng').selectOption({ label: 'Phạm Thu Huyền' });
  await look(page, 'truong-to-moi');
  await button(sheet, 'Lưu').click();
  await page.getByRole('listitem').filter({ hasText: GROUP }).waitFor();
  await look(page, 'truong-to');
});

step('a teacher is made a librarian for a time', async () => {
  await page.goto('/quan-tri/nguoi-dung');
  await page.getByLabel('Tìm theo tên hoặc tên đăng nhập').fill('dang van hung');
  await page.getByRole('link', { name: 'Đặng Văn Hùng' }).click();
  const roles = page.getByRole('region', { name: 'Vai trò' });
  await roles.getByLabel('Vai trò', { exact: true }).selectOption({ label: 'Thủ thư' });
  await roles.getByLabel('Đến ngày').fill('2027-05-31');
  await button(roles, 'Giao vai trò').click();
  await roles.getByText(/đến hết 31\/05\/2027/).waitFor();
  await look(page, 'mot-nguoi', { dark: true });
});

step('the next year is looked at; it begins when this one ends, and is undone', async () => {
  await page.goto('/quan-tri/chuyen-nam');
  await page
    .getByRole('button', { name: /^Chuẩn bị chuyển từ năm/ })
    .first()
    .click();
  await page.getByText('Bản nháp', { exact: true }).waitFor();
  await page.locator('summary').filter({ hasText: CLASS }).click();
  const room = page.locator('details').filter({ hasText: CLASS });
  await room.getByLabel('Quyết định cho Hoàng Thị Thuý Ngân').selectOption({ label: 'Ở lại lớp' });
  await page.getByText(/, 1 ở lại/).waitFor();
  await look(page, 'chuyen-nam', { dark: true });
  const before = await admin.get('/api/lms/classes');
  await button(page, 'Chuyển năm học').click();
  const moved = page.getByText('Đã chuyển, chưa xác nhận');
  await moved.or(page.getByText('Còn quá sớm')).first().waitFor({ timeout: 60_000 });
  await look(page, 'chuyen-nam-xong');
  if (await moved.isVisible()) await button(page, 'Quay lại như trước').click();
  await button(page, 'Bỏ bản nháp').waitFor({ timeout: 60_000 });
  assert.deepEqual(
    (await admin.get('/api/lms/classes')).map((one) => [one.name, one.students]),
    before.map((one) => [one.name, one.students]),
  );
  await button(page, 'Bỏ bản nháp').click();
  await page.getByText('Không có lần chuyển nào đang làm').waitFor();
});

step('on a phone every page is reached, and what waits stands at home', async () => {
  await page.setViewportSize(PHONE);
  await page.goto('/');
  await page.getByRole('heading', { name: 'Việc đang chờ', exact: true }).waitFor();
  await look(page, 'quan-tri-hom-nay', { dark: true });
  await button(page, 'Thêm').click();
  await page.getByRole('dialog').getByRole('link', { name: 'Sổ đầu bài' }).click();
  await page.waitForURL('**/so-dau-bai');
  await until('the sheet is gone', 5_000, async () => (await page.getByRole('dialog').count()) === 0);
});

test('the pages are accessible, fit their screens and run without errors', () => {
  assert.deepEqual(faults, []);
  assert.deepEqual(troubles, []);
});
