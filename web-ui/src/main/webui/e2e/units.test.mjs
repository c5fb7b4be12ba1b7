import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { account, base, device, faults, look, openBrowser, PHONE, signIn, troubles, WIDE } from './box.mjs';
import { run, until } from './class.mjs';
import { xlsx } from './made.mjs';
import { Person } from './school.mjs';
import { button, own, walk } from './walk.mjs';

/**
 * The units above the schools: departments, communes, where the school stands, and an officer who reads the sums of his unit
 * and nothing else. The school goes back to where it stood.
 */
const DEPARTMENT = `Sở Giáo dục và Đào tạo thử ${run}`;
const COMMUNE = `Phường Nguyễn Thị Minh Khai ${run}`;
const EMPTY = `Xã Tân Thuận Đông ${run}`;
/** Letters, as in a name: nobody else has it. */
const OFFICER = `Trịnh Thị Phương ${[...run].map((digit) => 'bcdghklmnp'[Number(digit)]).join('')} Thảo`;
const PASSWORD = 'suoi-trong-2026';
const YESTERDAY = new Date(Date.now() - 17 * 3_600_000).toISOString().slice(0, 10);

let browser;
let desk;
let phone;
let admin;
let officer;
let school;
/** Where the school stood before. */
let home;
let slip;

const step = walk('units', () => browser);
const row = (name) => desk.getByRole('listitem').filter({ hasText: name }).first();
const sheet = () => desk.getByRole('dialog');
const units = async () => (await admin.get('/api/lms/units')).units;
const place = (parentId) =>
  admin.insist('PUT', `/api/lms/units/${school.id}`, { name: school.name, parentId });

before(
  async () => {
    browser = await openBrowser();
    admin = await Person.signIn(base, account('Quản trị'));
    const me = await admin.get('/api/lms/me');
    school = (await units()).find((one) => one.schoolId === me.school.id);
    home = school.parentId;
    desk = await own(browser, account('Quản trị'), WIDE);
  },
  { timeout: 60_000 },
);
after(async () => {
  await browser?.close();
  await place(home);
  const { units: all, officers } = await admin.get('/api/lms/units');
  const ours = all.filter((one) => one.name.includes(run));
  for (const one of officers.filter((each) => ours.some(({ id }) => id === each.unitId)))
    await admin.insist('DELETE', `/api/lms/units/${one.unitId}/officers/${one.id}`);
  for (const kind of ['COMMUNE', 'DEPARTMENT'])
    for (const one of ours.filter((each) => each.kind === kind))
      await admin.insist('DELETE', `/api/lms/units/${one.id}`);
});

async function open(kind, name, under) {
  await button(desk, 'Thêm đơn vị').click();
  await sheet().getByLabel('Loại').selectOption({ label: kind });
  await sheet().getByLabel('Tên').fill(name);
  if (under) await sheet().getByLabel('Thuộc').selectOption({ label: under });
}

step('a department and its communes are opened, and no two of one name in one place', async () => {
  await desk.goto('/quan-tri/don-vi');
  await row(school.name).waitFor();
  await look(desk, 'don-vi-luc-dau');
  await open('Sở', DEPARTMENT);
  assert.equal(await sheet().getByLabel('Thuộc').count(), 0, 'nothing stands above a department');
  await button(sheet(), 'Lưu').click();
  await row(DEPARTMENT).waitFor();
  for (const name of [COMMUNE, EMPTY]) {
    await open('Phường, xã', name, DEPARTMENT);
    if (name === EMPTY) await look(desk, 'don-vi-moi', { dark: true });
    await button(sheet(), 'Lưu').click();
    await row(name).waitFor();
  }
  await open('Phường, xã', EMPTY.toUpperCase(), DEPARTMENT);
  await button(sheet(), 'Lưu').click();
  await sheet().getByText('Ở đó đã có đơn vị cùng tên.').waitFor();
  await button(sheet(), 'Thôi').click();
});

step('the school is put under its commune', async () => {
  await button(desk, `Sửa ${school.name}`).click();
  await sheet().getByLabel('Thuộc').selectOption({ label: COMMUNE });
  await look(desk, 'don-vi-cua-truong');
  await button(sheet(), 'Lưu').click();
  await sheet().waitFor({ state: 'detached' });
  const all = await units();
  const commune = all.find((one) => one.name === COMMUNE);
  assert.equal(all.find((one) => one.id === school.id).parentId, commune.id);
  assert.equal(commune.parentId, all.find((one) => one.name === DEPARTMENT).id);
});

step('a sheet of units is looked at, entered, and changes nothing again', async () => {
  const FROM_SHEET = `Xã Chiềng Sinh ${run}`;
  const head = ['Mã', 'Tên đơn vị', 'Loại', 'Thuộc (mã hoặc tên)', 'Cán bộ (tên đăng nhập)'];
  const rows = [
    [`S${run}`, DEPARTMENT, 'Sở', '', ''],
    [`C${run}`, COMMUNE, 'Phường', `S${run}`, ''],
    [`D${run}`, FROM_SHEET, 'Xã', DEPARTMENT, ''],
    [`E${run}`, `Xã Lạc ${run}`, 'Xã', `Z${run}`, 'khong.ai'],
    ['', '', 'Quận', '', ''],
  ];
  const buffer = Buffer.from(xlsx([['DANH SÁCH ĐƠN VỊ'], head, ...rows]));
  const file = { name: 'don-vi.xlsx', mimeType: 'application/octet-stream', buffer };
  const drop = () => desk.locator('input[type=file]').setInputFiles(file);
  const lines = desk.getByRole('table', { name: 'Nhập từ bảng tính' }).getByRole('row');

  await drop();
  await desk.getByText('2 dòng không nhập được').waitFor();
  await lines.filter({ hasText: FROM_SHEET }).getByText('Mới', { exact: true }).waitFor();
  await lines.filter({ hasText: COMMUNE }).getByText(`Mã: thêm C${run}`).waitFor();
  await lines
    .filter({ hasText: `E${run}` })
    .getByText('Thuộc: Không thấy đơn vị cấp trên')
    .waitFor();
  await lines
    .filter({ hasText: `E${run}` })
    .getByText('khong.ai')
    .waitFor();
  await lines.getByText('Loại: Loại phải là').waitFor();
  await look(desk, 'don-vi-bang-xem-truoc', { dark: true });
  assert.ok(
    (await units()).every((one) => one.name !== FROM_SHEET),
    'only looked at',
  );

  await button(desk, 'Nhập 3 dòng').click();
  await desk.getByText('Đã nhập 3 dòng.').waitFor();
  await row(FROM_SHEET).waitFor();
  const all = await units();
  const commune = all.find((one) => one.name === COMMUNE);
  assert.equal(commune.code, `C${run}`);
  assert.equal(all.find((one) => one.name === FROM_SHEET).parentId, commune.parentId);

  await drop();
  await desk.getByText('Bảng này không có gì mới.').waitFor();

  const written = await admin.bytes('/api/lms/unit-sheet/units.xlsx');
  const again = await admin.upload('/api/lms/unit-sheet?apply=true', 'don-vi.xlsx', written);
  assert.deepEqual(
    again.rows.filter((one) => one.verdict !== 'UNCHANGED').map((one) => `${one.name}: ${one.verdict}`),
    [],
  );
  await desk.reload();
  await row(FROM_SHEET).waitFor();
});

step('an officer gets an account', async () => {
  await desk.goto('/quan-tri/nguoi-dung');
  await button(desk, 'Thêm người').click();
  await sheet().getByLabel('Họ và tên').fill(OFFICER);
  await sheet().getByLabel('Vai trò').selectOption({ label: 'Cán bộ quản lí' });
  await look(desk, 'can-bo-moi');
  await button(sheet(), 'Tạo tài khoản').click();
  await desk.getByText(`Đã tạo tài khoản cho ${OFFICER}`).waitFor();
  const said = await desk.getByText(/^Tên đăng nhập .*, mật khẩu lần đầu/).innerText();
  const [, username, password] = /^Tên đăng nhập (\S+), mật khẩu lần đầu (\S+)\. /.exec(said);
  slip = { username, password };
});

step('before he belongs to a unit his home says what to do', async () => {
  phone = await device(browser, PHONE);
  await signIn(phone, slip, { password: PASSWORD });
  await phone.getByText('Tài khoản này chưa thuộc sở, phường hay xã nào').waitFor();
  await phone.getByText(`thêm cán bộ ${OFFICER} vào đơn vị`).waitFor();
  await look(phone, 'can-bo-chua-thuoc', { dark: true });
  officer = await Person.signIn(base, { ...slip, password: PASSWORD });
});

step('he is named for the department, until a day', async () => {
  await desk.goto('/quan-tri/don-vi');
  await button(desk, `Thêm cán bộ cho ${DEPARTMENT}`).click();
  await sheet()
    .getByLabel('Người')
    .selectOption({ label: `${OFFICER} (${slip.username}), ${school.name}` });
  await sheet().getByLabel('Đến hết ngày').fill('2030-05-31');
  await look(desk, 'don-vi-can-bo', { dark: true });
  await button(sheet(), 'Lưu').click();
  await row(DEPARTMENT)
    .getByText(/– 31\/05\/2030/)
    .waitFor();
  await look(desk, 'don-vi', { dark: true });
});

step('taking him out of the unit can be undone at once', async () => {
  await button(desk, `Bỏ ra khỏi đơn vị: ${OFFICER}`).click();
  await desk.getByText(`Đã bỏ ${OFFICER} ra khỏi đơn vị`).waitFor();
  await button(desk, 'Hoàn tác').click();
  await row(DEPARTMENT).getByText(OFFICER).waitFor();
});

step('the officer reads the sums of his department, its communes and its schools', async () => {
  await button(phone, 'Xem lại').click();
  await phone.getByText(DEPARTMENT).first().waitFor();
  await phone.getByRole('row', { name: new RegExp(COMMUNE) }).waitFor();
  await look(phone, 'can-bo-so', { dark: true });
  await phone.getByRole('link', { name: COMMUNE }).first().click();
  await phone.getByRole('link', { name: school.name }).first().waitFor();
  await look(phone, 'can-bo-xa');
  await phone.getByRole('link', { name: school.name }).first().click();
  await phone
    .getByRole('link', { name: school.name, current: 'page' })
    .or(phone.getByText(`${school.name}, `))
    .first()
    .waitFor();
  await look(phone, 'can-bo-truong');
  await phone.goBack();
  await phone.goBack();
  await phone.getByRole('row', { name: new RegExp(COMMUNE) }).waitFor();
});

step('he sees nobody and nothing else', async () => {
  for (const path of ['/api/lms/people', '/api/lms/classes', '/api/lms/units', '/api/lms/school-years']) {
    const { status, body } = await officer.call('GET', path);
    assert.ok(status === 403 || (status === 200 && body.length === 0), `${path}: ${status}`);
  }
  const report = JSON.stringify(await officer.get('/api/lms/reports/use?from=2026-09-01&to=2027-05-31'));
  const people = await admin.get('/api/lms/people?role=TEACHER');
  assert.ok(people.length > 0);
  assert.deepEqual(
    people.filter((one) => report.includes(one.name) || report.includes(one.id)).map((one) => one.name),
    [],
  );
  const other = (await units()).find((one) => one.kind === 'DEPARTMENT' && one.name !== DEPARTMENT);
  const { status } = await officer.call(
    'GET',
    `/api/lms/reports/use?from=2026-09-01&to=2027-05-31&unit=${other.id}`,
  );
  assert.equal(status, 404);
});

step('out of his unit he reads nothing more; without the role he is signed out at once', async () => {
  await button(desk, `Bỏ ra khỏi đơn vị: ${OFFICER}`).click();
  const address = '/api/lms/reports/use?from=2026-09-01&to=2027-05-31';
  await until('his sums are shut', 20_000, async () => (await officer.call('GET', address)).status === 403);
  await phone.reload();
  await phone.getByText('Tài khoản này chưa thuộc sở, phường hay xã nào').waitFor();

  await desk.goto('/quan-tri/nguoi-dung');
  await desk.getByLabel('Tìm theo tên hoặc tên đăng nhập').fill(OFFICER);
  await desk.getByRole('link', { name: OFFICER }).click();
  await desk.getByRole('heading', { name: OFFICER }).waitFor();
  const roles = desk.getByRole('region', { name: 'Vai trò' });
  await roles.getByLabel('Vai trò', { exact: true }).selectOption({ label: 'Cán bộ quản lí' });
  await roles.getByLabel('Từ ngày').fill(YESTERDAY);
  await roles.getByLabel('Đến ngày').fill(YESTERDAY);
  assert.equal((await officer.call('GET', '/api/lms/me')).status, 200);
  await button(roles, 'Giao vai trò').click();
  await roles
    .getByText(/đã hết/i)
    .first()
    .waitFor();
  assert.equal((await officer.call('GET', '/api/lms/me')).status, 401);
  await look(desk, 'can-bo-mot-nguoi');
});

test('the pages are accessible, fit their screens and run without errors', () => {
  assert.deepEqual(faults, []);
  assert.deepEqual(troubles, []);
});
