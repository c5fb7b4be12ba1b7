import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { account, base, faults, look, openBrowser, PHONE, troubles, WIDE } from './box.mjs';
import { PASSWORD, run, until } from './class.mjs';
import { xlsx } from './made.mjs';
import { Person } from './school.mjs';
import { button, own, saved, walk } from './walk.mjs';

/**
 * A second school on the box, with a primary class: a pupil of the first goes there in the middle of the year with the marks
 * that he has, and a class of seven-year-olds is judged, quality by quality, to the end of the year. The school stays.
 */
const SCHOOL = `Liên cấp Tà Xùa ${run.slice(-5)}`;
const GOES = 'Vừ Thị Chuyển';
const STAYS = 'Lò Văn Ở Lại';
const ROOM = `8T${run.slice(-4)}`;
const TEACHER = 'Sùng Thị Mỷ';
let browser;
let admin;
let there;
let teacher;
let desk;
let office;
let classes;
/** The paper of the pupil who came. */
let slip;

const step = walk('transfer', () => browser);
const HEAD = ['STT', 'Mã định danh', 'Họ tên', 'Ngày sinh', 'Giới tính', 'Lớp học', 'Khối học'];
const row = (n, name, born, room, grade) => [String(n), `${run}${n}`, name, born, 'Nữ', room, grade];

async function listed(who, rows) {
  const file = xlsx([['DANH SÁCH HỌC SINH'], HEAD, ...rows]);
  const { id } = await who.upload('/api/lms/roster-imports', 'ds.xlsx', file);
  await who.insist('POST', `/api/lms/roster-imports/${id}/apply`, {});
  await until('the list is in', 60_000, async () => {
    const { state, passwordsToSet } = await who.get(`/api/lms/roster-imports/${id}`);
    return state === 'DONE' && passwordsToSet === 0;
  });
  return new Map((await who.get('/api/lms/classes')).map((one) => [one.name, one.id]));
}

async function entered(who, path, cells) {
  const { rows } = await who.get(path);
  const changes = rows.flatMap(({ learnerId }, n) =>
    Object.entries(cells(n)).map(([slot, value]) => ({ learnerId, slot, value, version: 0 })),
  );
  await who.insist('PUT', `${path}/cells`, { changes });
}

before(
  async () => {
    browser = await openBrowser();
    admin = await Person.signIn(base, account('Quản trị'));
    desk = await own(browser, account('Quản trị'), WIDE);
  },
  { timeout: 60_000 },
);
after(() => browser?.close());

step('a second school is opened, and its administrator signs in with the paper', async () => {
  await desk.goto('/quan-tri/don-vi');
  await button(desk, 'Mở trường').click();
  const sheet = desk.getByRole('dialog');
  for (const [label, text] of [
    ['Tên trường', SCHOOL],
    ['Mã trường', `TX${run}`],
    ['Xã, phường', 'Tà Xùa'],
    ['Tỉnh, thành phố', 'Tỉnh Sơn La'],
    ['Họ tên quản trị của trường', 'Mùa A Quản'],
  ])
    await sheet.getByLabel(label).fill(text);
  await sheet.getByLabel('Cấp học').selectOption({ label: 'Liên cấp' });
  await look(desk, 'mo-truong', { dark: true });
  await button(sheet, 'Mở trường').click();
  const told = await desk.getByText(/Đã mở trường/).innerText();
  const [, username, password] = /tên đăng nhập (\S+), mật khẩu lần đầu (\S+)\./.exec(told);
  there = await Person.signIn(base, { username, password }, PASSWORD);
  office = await own(browser, { username, password: PASSWORD }, WIDE);
  const rows = [
    ...['Hạng Thị Dí', 'Giàng A Páo', 'Thào Thị Mai Nguyễn Phương Thảo'].map((name, n) =>
      row(20 + n, name, `0${n + 1}/04/2019`, '2A', '2'),
    ),
    row(30, 'Lù A Bạn', '03/05/2013', '8C', '8'),
  ];
  classes = await listed(there, rows);
  const { body } = await there.insist('POST', '/api/lms/people', {
    name: TEACHER,
    roles: ['TEACHER'],
    classes: [...classes.values()].map((classId) => ({ classId, role: 'TEACHER' })),
  });
  teacher = { username: body.username, password: PASSWORD };
  await Person.signIn(base, { username: body.username, password: body.firstPassword }, PASSWORD);
});

step('a pupil is offered from his page, and the other school sees him waiting', async () => {
  const rooms = await listed(admin, [
    row(40, GOES, '02/09/2013', ROOM, '8'),
    row(41, STAYS, '20/11/2013', ROOM, '8'),
  ]);
  const book = `/api/lms/mark-books/${rooms.get(ROOM)}/toan/1`;
  await entered(admin, book, () => ({ tx1: '8,5', tx2: '9', gk: '7' }));

  await desk.goto('/quan-tri/chuyen-truong');
  await desk.getByText('Không có em nào đang chờ').waitFor();
  const { rows } = await admin.get(book);
  await desk.goto(`/quan-tri/nguoi-dung/${rows.find((one) => one.name === GOES).learnerId}`);
  const part = desk.getByRole('region', { name: 'Chuyển trường' });
  await part.getByLabel('Trường', { exact: true }).selectOption({ label: `${SCHOOL}, Tà Xùa` });
  await look(desk, 'chuyen-truong-em', { dark: true });
  await button(part, 'Chuyển đến trường này').click();
  await part.getByText(`Đang chờ ${SCHOOL} tiếp nhận`).waitFor();

  await office.goto('/');
  await office.getByText('Học sinh chuyển đến đang chờ nhận').waitFor();
  await office.goto('/quan-tri/chuyen-truong');
  await office.getByText(GOES).waitFor();
  await look(office, 'chuyen-truong-den', { dark: true });
});

step('he is taken into a class, with his paper; the old school reads that he is gone', async () => {
  await office.getByLabel(`Nhận ${GOES} vào lớp`).selectOption({ label: '8C' });
  await button(office, 'Nhận').click();
  await office.getByText(`Đã nhận ${GOES}.`).waitFor();
  const paper = office
    .getByRole('listitem')
    .filter({ hasText: 'Mật khẩu lần đầu:' })
    .filter({ hasText: GOES });
  const [, username, password] = /Tên đăng nhập: (\S+)\s+Mật khẩu lần đầu: (\S+)/.exec(
    await paper.innerText(),
  );
  slip = { username, password };
  await look(office, 'chuyen-truong-nhan');
  await desk.goto('/quan-tri/chuyen-truong');
  await desk.getByRole('listitem').filter({ hasText: GOES }).first().getByText('Đã chuyển').waitFor();
  await look(desk, 'chuyen-truong-di', { dark: true });
});

step('his marks wait in the new book and are taken over by hand', async () => {
  const page = await own(browser, teacher, WIDE);
  const room = classes.get('8C');
  await page.goto(`/so-diem?lop=${room}&mon=toan&ki=1`);
  await button(page, 'Xem và nhận').click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText('GK, điểm từ trường cũ').waitFor();
  await look(page, 'so-diem-truong-cu', { dark: true });
  for (let left = 3; left > 0; left -= 1) {
    await button(sheet, 'Nhận 1 điểm').first().click();
    await until('it is in the book', 10_000, async () => {
      const { columns } = await there.get(`/api/lms/mark-books/${room}/toan/1/feeds`);
      return columns.length === left - 1;
    });
  }
  const { rows } = await there.get(`/api/lms/mark-books/${room}/toan/1`);
  const { cells } = rows.find((one) => one.name === GOES);
  assert.deepEqual(
    ['tx1', 'tx2', 'gk'].map((slot) => cells[slot].value),
    ['8.5', '9', '7'],
  );
  await office.goto(`/so-diem?lop=${room}&xem=lop`);
  await office.locator('summary').filter({ hasText: GOES }).click();
  await office.getByText(/Như sổ của trường cũ/).waitFor();
  await look(office, 'bang-tong-hop-truong-cu', { dark: true });
  await page.context().close();
});

step('a primary class is judged in the grid of qualities and abilities', async () => {
  const page = await own(browser, teacher, WIDE);
  const room = classes.get('2A');
  await page.goto(`/so-diem?lop=${room}&mon=ren-luyen&ki=2`);
  await button(page, 'Cuối kì')
    .or(page.getByRole('tab', { name: 'Cuối kì' }))
    .first()
    .click();
  const first = page.getByRole('textbox', { name: /^Giàng A Páo, Yêu nước/ });
  await first.waitFor();
  await look(page, 'pham-chat-trong', { dark: true });
  await first.click();
  await page.keyboard.type('d');
  await page.keyboard.press('ArrowUp');
  await first.click();
  await page.getByRole('button', { name: /^Cả hàng trống/ }).click();
  await saved(page);
  await look(page, 'pham-chat', { dark: true });
  await page.setViewportSize(PHONE);
  await first.scrollIntoViewIfNeeded();
  await look(page, 'pham-chat-dien-thoai');
  await page.context().close();
});

step('at the end of the year the sheet says who is Xuất sắc and who may be Tiêu biểu', async () => {
  const room = classes.get('2A');
  const sheet = await there.get(`/api/lms/class-sheets/${room}/year`);
  const codes = Object.keys((await there.get(`/api/lms/mark-books/${room}/ren-luyen/2`)).columns)
    .map((n) => Number(n))
    .filter((n) => !Number.isNaN(n));
  assert.ok(codes.length > 30, 'each quality and ability has its column');
  const { columns, rows } = await there.get(`/api/lms/mark-books/${room}/ren-luyen/2`);
  const ends = columns.filter((one) => one.group !== null && one.slot.endsWith('ck')).map((one) => one.slot);
  const changes = rows.flatMap((one) =>
    ends.map((slot) => ({
      learnerId: one.learnerId,
      slot,
      value: 'T',
      version: one.cells[slot]?.version ?? 0,
    })),
  );
  await there.insist('PUT', `/api/lms/mark-books/${room}/ren-luyen/2/cells`, { changes });
  for (const { subject, elective } of sheet.subjects) {
    if (elective) continue;
    const path = `/api/lms/mark-books/${room}/${subject}/2`;
    const tested = (await there.get(path)).columns.some((one) => one.slot === 'ktck');
    await entered(there, path, (n) => ({
      gk: 'T',
      ck: n === 2 ? 'H' : 'T',
      ...(tested ? { ktck: n === 0 ? '9' : '8' } : {}),
    }));
  }
  await office.goto(`/so-diem?lop=${room}&xem=lop`);
  await office.getByRole('tab', { name: 'Cả năm' }).or(button(office, 'Cả năm')).first().click();
  await office.getByText('Xét Học sinh Tiêu biểu', { exact: true }).waitFor();
  assert.equal(await office.getByText('Học sinh Xuất sắc', { exact: true }).count(), 1);
  await look(office, 'khen-thuong-tieu-hoc', { dark: true });
});

/** A pupil's own phone, with the first password changed. */
async function phoneOf({ username, password }) {
  await Person.signIn(base, { username, password }, PASSWORD);
  return own(browser, { username, password: PASSWORD }, PHONE);
}

step(
  'the teacher makes one of them Tiêu biểu and commends him; he reads it when the year is locked',
  async () => {
    const room = classes.get('2A');
    const page = await own(browser, teacher, WIDE);
    await page.goto(`/so-diem?lop=${room}&xem=lop`);
    await page.getByRole('tab', { name: 'Cả năm' }).or(button(page, 'Cả năm')).first().click();
    const row = page.getByRole('row').filter({ hasText: 'Xét Học sinh Tiêu biểu' });
    await row.getByRole('button', { name: /^Khen thưởng/ }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('Tiêu biểu về').fill('Tiến bộ rõ rệt về tự học');
    await look(page, 'khen-thuong-ghi');
    await button(sheet, 'Ghi Học sinh Tiêu biểu').click();
    await button(sheet, 'Thu lại: Tiến bộ rõ rệt về tự học').click();
    await button(sheet, 'Hoàn tác').click();
    await sheet.getByLabel('Khen về').fill('Giải nhất vẽ tranh của xã');
    await button(sheet, 'Ghi khen đột xuất').click();
    await button(sheet, 'Thu lại: Giải nhất vẽ tranh của xã').waitFor();
    await look(page, 'khen-thuong-lich-su');
    await page.keyboard.press('Escape');
    const table = page.getByRole('group', { name: 'Bảng tổng hợp lớp' });
    await table.getByText(/^Học sinh Tiêu biểu: Tiến bộ rõ rệt về tự học/).waitFor();
    await look(page, 'khen-thuong-bang', { dark: true });

    const { rows } = await there.get(`/api/lms/class-sheets/${room}/year`);
    const exemplary = rows.find((one) => one.given.length > 0).name;
    const papers = await there.get(`/api/lms/classes/${room}/first-passwords`);
    const pupil = await phoneOf(papers.rows.find((one) => one.name === exemplary));
    await pupil.goto('/ket-qua');
    await pupil.getByText(/^Giải nhất vẽ tranh của xã/).waitFor();
    assert.equal(await pupil.getByText('Tiến bộ rõ rệt về tự học').count(), 0);
    const { body } = await there.insist('POST', '/api/lms/people', {
      name: 'Lường Thị Hiệu',
      roles: ['HEAD'],
    });
    const head = await Person.signIn(
      base,
      { username: body.username, password: body.firstPassword },
      PASSWORD,
    );
    for (const term of [1, 2])
      await head.insist('POST', '/api/lms/mark-locks', { classIds: [room], term, locked: true, reason: '' });
    await pupil.reload();
    await pupil.getByText(/Tiến bộ rõ rệt về tự học/).waitFor();
    await look(pupil, 'ket-qua-tieu-bieu', { dark: true });
    await Promise.all([page.context().close(), pupil.context().close()]);
  },
);

step('whoever came from another school reads his marks of there, and only his', async () => {
  const page = await phoneOf(slip);
  await page.goto('/ket-qua');
  await page
    .locator('summary')
    .filter({ hasText: `lớp ${ROOM}` })
    .click();
  const old = page.getByRole('region', { name: 'Điểm ở trường cũ' });
  await old.getByText(/^Như sổ của trường cũ ngày/).waitFor();
  await old.getByText('8,5', { exact: true }).waitFor();
  assert.ok(!(await page.locator('main').innerText()).includes(STAYS));
  await look(page, 'ket-qua-truong-cu', { dark: true });
  await page.context().close();
});

test('the pages are accessible, fit their screens and run without errors', () => {
  assert.deepEqual(faults, []);
  assert.deepEqual(troubles, []);
});
