import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { account, base, device, faults, look, openBrowser, PHONE, signIn, troubles, WIDE } from './box.mjs';
import { run } from './class.mjs';
import { Person } from './school.mjs';
import { button, link, own, walk } from './walk.mjs';

/**
 * Grown people come in by lists: guardians of a new class, of whom one has two children, and staff with a subject group. A bad
 * row is named, a guardian signs in with the slip and sees the children. Then a group of the class is made, mended and ended.
 */
const CLASS = `8L${run.slice(-4)}`;
const letters = [...run].map((digit) => 'bcdghklmnp'[Number(digit)]).join('');
const MOTHER = `Hoàng Thị ${letters} Nguyệt`;
const LIBRARIAN = `Đỗ Thị ${letters} Thư`;
const GROUP = `Bồi dưỡng ${run}`;
const PUPILS = [
  'Mã định danh,Họ tên,Ngày sinh,Lớp học,Khối học',
  `${run}31,Hoàng Gia Hân,02/09/2013,${CLASS},8`,
  `${run}32,Hoàng Gia Huy,20/11/2013,${CLASS},8`,
].join('\n');
const GUARDIANS = [
  'Mã học sinh,Họ tên học sinh,Họ tên phụ huynh,Quan hệ,Số điện thoại',
  `${run}31,Hoàng Gia Hân,${MOTHER},Mẹ,0912${run.slice(-6)}`,
  `${run}32,Hoàng Gia Huy,${MOTHER},Mẹ,0912${run.slice(-6)}`,
  `${run}32,Hoàng Gia Hân,Hoàng Văn Sai,Bố,`,
].join('\n');
const STAFF = [
  'Mã nhân sự,Họ tên,Vai trò,Môn,Tổ chuyên môn',
  `TV${run},${LIBRARIAN},Thủ thư,,`,
  `GV${run},Đỗ Sai Vai,Thầy bói,,`,
].join('\n');
let browser;
let page;
let phone;
let admin;

const step = walk('lists', () => browser);
const choose = (text) =>
  page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'danh-sach.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
const row = (text) => page.getByRole('row').filter({ hasText: text });

before(
  async () => {
    browser = await openBrowser();
    admin = await Person.signIn(base, account('Quản trị'));
    page = await own(browser, account('Quản trị'), WIDE);
  },
  { timeout: 60_000 },
);
after(async () => {
  for (const one of await admin.get('/api/lms/groups'))
    if (one.name.includes(run)) await admin.insist('DELETE', `/api/lms/groups/${one.id}`);
  await browser?.close();
});

step('two pupils come in', async () => {
  await page.goto('/quan-tri/hoc-sinh');
  await choose(PUPILS);
  await button(page, 'Nhập 2 học sinh').click();
  await page.getByText('Xong. 2 học sinh').waitFor({ timeout: 60_000 });
});

step('a list of guardians names its bad row; the mother of two is one person', async () => {
  await link(page.getByRole('navigation', { name: 'Danh sách' }), 'Phụ huynh').click();
  await page.getByRole('heading', { name: 'Phụ huynh', level: 1 }).waitFor();
  await look(page, 'nhap-phu-huynh');
  await choose(GUARDIANS);
  await row('Hoàng Văn Sai').getByText('Tên không khớp với học sinh mang mã này.').waitFor();
  await button(page, 'Tất cả 3').click();
  assert.equal(await row(MOTHER).getByText('Mới', { exact: true }).count(), 1);
  await row(MOTHER).getByText('Nối thêm').waitFor();
  await look(page, 'nhap-phu-huynh-xem', { dark: true });
  await button(page, 'Nhập 2 thay đổi').click();
  await page.getByText('Xong. Phụ huynh đã có tài khoản').waitFor({ timeout: 60_000 });
  await look(page, 'nhap-phu-huynh-xong');
});

step('she signs in with the slip and sees both children', async () => {
  await page.getByRole('link', { name: new RegExp(`^${CLASS}`) }).click();
  const slip = page.getByRole('listitem').filter({ hasText: MOTHER });
  await slip.waitFor();
  await slip.getByText('phụ huynh của Hoàng Gia Hân, Hoàng Gia Huy').waitFor();
  await look(page, 'phieu-phu-huynh', { dark: true });
  const [username, password] = await slip.locator('.code').allInnerTexts();
  phone = await device(browser, PHONE);
  await signIn(phone, { username, password }, { password: 'suoi-trong-2026' });
  await phone.goto('/con-toi');
  for (const child of ['Hoàng Gia Hân', 'Hoàng Gia Huy']) await phone.getByText(child).first().waitFor();
  await look(phone, 'con-toi-tu-danh-sach', { dark: true });
});

step('the same list again has nothing new', async () => {
  await page.goto('/quan-tri/hoc-sinh/phu-huynh');
  await choose(GUARDIANS);
  await page.getByText('Danh sách này không có gì mới.').waitFor();
});

step('a list of staff comes in, and has its own slips', async () => {
  await page.goto('/quan-tri/hoc-sinh/nhan-su');
  await choose(STAFF);
  await row('Đỗ Sai Vai').getByText('Không nhận vai trò này.').waitFor();
  await look(page, 'nhap-nhan-su-xem', { dark: true });
  await button(page, 'Nhập 1 thay đổi').click();
  await page.getByText('Xong. Thầy cô và nhân viên').waitFor({ timeout: 60_000 });
  await page.getByRole('link', { name: 'Phiếu của thầy cô, nhân viên' }).click();
  await page.getByRole('listitem').filter({ hasText: LIBRARIAN }).locator('.code').nth(1).waitFor();
});

step('a group of the class is made, mended, and ended unless that is taken back', async () => {
  const classId = (await admin.get('/api/lms/classes')).find((one) => one.name === CLASS).id;
  await page.goto(`/lop/${classId}`);
  await button(page, 'Lập nhóm').click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Tên nhóm').fill(GROUP);
  await sheet.getByLabel('Hoàng Gia Hân').check();
  await sheet.getByLabel('Tên nhóm').press('Enter');
  await page.getByRole('listitem').filter({ hasText: GROUP }).waitFor();

  await button(page, `Sửa nhóm ${GROUP}`).click();
  await sheet.getByLabel('Tên nhóm').fill(`${GROUP} Toán`);
  await sheet.getByLabel('Hoàng Gia Hân').uncheck();
  await button(sheet, 'Lưu').click();
  await sheet.getByText('Chọn ít nhất một em.').waitFor();
  await sheet.getByLabel('Hoàng Gia Huy').check();
  await look(page, 'lop-sua-nhom', { dark: true });
  await button(sheet, 'Lưu').click();
  const one = page.getByRole('listitem').filter({ hasText: `${GROUP} Toán` });
  await one.getByText('Hoàng Gia Huy').waitFor();
  await look(page, 'lop-nhom', { dark: true });

  await button(page, `Sửa nhóm ${GROUP} Toán`).click();
  await button(sheet, 'Kết thúc nhóm').click();
  await one.waitFor({ state: 'detached' });
  await button(page, 'Hoàn tác').click();
  await one.waitFor();
  assert.ok((await admin.get('/api/lms/groups')).some((each) => each.name === `${GROUP} Toán`));
});

test('the pages are accessible, fit their screens and run without errors', () => {
  assert.deepEqual(faults, []);
  assert.deepEqual(troubles, []);
});
