import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before } from 'node:test';
import { account, base, faults, look, openBrowser, PHONE, troubles, WIDE } from './box.mjs';
import { xlsx } from './made.mjs';
import { Person } from './school.mjs';
import { button, own, saved, walk } from './walk.mjs';

/**
 * A term in the mark book of 8B: typed by keys, pasted, mended and undone, commented with Telex, written out and brought in
 * again, locked by the head, and seen by the pupil whose it is.
 */
const SUBJECT = 'gdcd';
let browser;
let desk;
let head;
let phone;
let admin;
let teacher;
let classId;
let rows;
let pupil;

const step = walk('gradebook', () => browser);

const path = () => `/api/lms/mark-books/${classId}/${SUBJECT}/1`;
const book = () => teacher.get(path());
const cell = (page, row, column) =>
  page.getByRole('textbox', { name: `${rows[row].name}, ${column}`, exact: true });
const said = (page, text) => page.getByText(text, { exact: true }).first().waitFor();
/** What the book has for a row: the values of these slots. */
async function values(row, ...slots) {
  const { cells } = (await book()).rows[row];
  return slots.map((slot) => cells[slot]?.value ?? '');
}

before(
  async () => {
    browser = await openBrowser();
    admin = await Person.signIn(base, account('Quản trị'));
    teacher = await Person.signIn(base, account('Giáo viên Tin học'));
    classId = (await admin.get('/api/lms/classes')).find((one) => one.name === '8B').id;
    rows = (await book()).rows;
    await cleared();
    const { rows: accounts } = await admin.get(`/api/lms/classes/${classId}/first-passwords`);
    pupil = accounts.find((one) => one.name === rows[0].name);
    [desk, head, phone] = await Promise.all([
      own(browser, account('Giáo viên Tin học'), WIDE),
      own(browser, account('Hiệu trưởng'), WIDE),
      own(browser, { username: pupil.username, password: account('Quản trị').password }, PHONE),
    ]);
  },
  { timeout: 120_000 },
);
after(() => browser?.close());

/** A box that has run this before. */
async function cleared() {
  const changes = rows.flatMap((row) =>
    Object.entries(row.cells).map(([slot, one]) => ({
      learnerId: row.learnerId,
      slot,
      value: '',
      version: one.version,
    })),
  );
  if (changes.length > 0) await teacher.insist('PUT', `${path()}/cells`, { changes });
}

step('the teacher opens the book of a class', async () => {
  await desk.goto(`/so-diem?lop=${classId}&mon=${SUBJECT}&ki=1`);
  await cell(desk, 0, 'TX1').waitFor();
  await said(desk, '35 tiết một năm học, 2 điểm thường xuyên');
  await look(desk, 'so-diem-trong');
});

step('marks are typed by keys, and the average follows at once', async () => {
  await cell(desk, 0, 'TX1').click();
  for (const mark of ['85', '9', '7,5']) {
    await desk.keyboard.type(mark);
    await desk.keyboard.press('Enter');
  }
  await cell(desk, 0, 'TX1').click();
  await desk.keyboard.press('ArrowRight');
  for (const [column, mark] of [
    ['TX2', '9'],
    ['GK', '8'],
    ['CK', '7'],
  ]) {
    await desk.keyboard.type(mark);
    await desk.keyboard.press('Tab');
    assert.equal(await cell(desk, 0, column).inputValue(), mark);
  }
  await saved(desk);
  await desk
    .getByRole('row', { name: new RegExp(rows[0].name) })
    .getByText('7,8', { exact: true })
    .waitFor();
  assert.deepEqual(await values(0, 'tx1', 'tx2', 'gk', 'ck'), ['8.5', '9', '8', '7']);
  assert.deepEqual(await values(1, 'tx1'), ['9']);
  assert.deepEqual(await values(2, 'tx1'), ['7.5']);
});

step('what is no mark is told and not written; absent is a key', async () => {
  await cell(desk, 1, 'GK').click();
  await desk.keyboard.type('12,5');
  await desk.keyboard.press('Enter');
  await desk.getByText('“12,5” không ghi được ở cột này.').first().waitFor();
  assert.equal(await cell(desk, 1, 'GK').getAttribute('aria-invalid'), 'true');
  await desk.keyboard.press('Escape');
  await desk.keyboard.type('p');
  await desk.keyboard.press('Enter');
  await saved(desk);
  assert.equal(await cell(desk, 1, 'GK').inputValue(), 'P');
  assert.deepEqual(await values(1, 'gk'), ['P']);
});

step('a column is pasted from a spreadsheet and undone in one go', async () => {
  await cell(desk, 3, 'TX1').click();
  await desk.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', '8\t7,5\r\n9\tmười\r\n10\t6\r\n');
    document.activeElement.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await saved(desk);
  await desk.waitForFunction(() => document.querySelectorAll('input.waits').length === 0);
  assert.deepEqual(await values(3, 'tx1', 'tx2'), ['8', '7.5']);
  assert.deepEqual(await values(4, 'tx1', 'tx2'), ['9', '']);
  assert.deepEqual(await values(5, 'tx1', 'tx2'), ['10', '6']);
  await button(desk, 'Hoàn tác').first().click();
  await desk.waitForFunction(
    (name) => document.querySelector(`input[aria-label="${name}, TX1"]`).value === '',
    rows[5].name,
  );
  assert.deepEqual(await values(5, 'tx1', 'tx2'), ['', '']);
});

step('a second teacher’s mark is not overwritten', async () => {
  const { rows: now } = await book();
  await teacher.insist('PUT', `${path()}/cells`, {
    changes: [{ learnerId: now[0].learnerId, slot: 'gk', value: '6', version: now[0].cells.gk.version }],
  });
  await cell(desk, 0, 'GK').click();
  await desk.keyboard.type('9');
  await desk.keyboard.press('Enter');
  await desk.getByText(`${rows[0].name}, GK: người khác vừa ghi 6, còn đây ghi 9.`).waitFor();
  assert.deepEqual(await values(0, 'gk'), ['6']);
  await button(desk, 'Ghi 9').click();
  await saved(desk);
  await desk.waitForFunction(() => document.querySelectorAll('input.waits').length === 0);
  assert.deepEqual(await values(0, 'gk'), ['9']);
});

step('a network that goes away loses nothing', async () => {
  await desk.context().setOffline(true);
  await cell(desk, 2, 'CK').click();
  await desk.keyboard.type('8');
  await desk.keyboard.press('Enter');
  await desk
    .getByText(/Đã lưu trên máy/)
    .first()
    .waitFor();
  await desk.context().setOffline(false);
  await saved(desk);
  await desk.waitForFunction(() => document.querySelectorAll('input.waits').length === 0);
  assert.deepEqual(await values(2, 'ck'), ['8']);
});

step('a comment is typed with composition, and one is chosen from the bank', async () => {
  await desk.getByRole('button', { name: `${rows[0].name}, Nhận xét`, exact: true }).click();
  const field = desk.getByRole('dialog').getByRole('textbox');
  await field.focus();
  const session = await desk.context().newCDPSession(desk);
  for (const part of ['E', 'Em', 'Em đ', 'Em đọc']) {
    await session.send('Input.imeSetComposition', {
      text: part,
      selectionStart: part.length,
      selectionEnd: part.length,
    });
  }
  await session.send('Input.insertText', { text: 'Em đọc tốt.' });
  await desk
    .getByRole('dialog')
    .getByRole('button', { name: /^Em hiểu bài/ })
    .click();
  await look(desk, 'so-diem-nhan-xet');
  await button(desk.getByRole('dialog'), 'Ghi nhận xét').click();
  await desk.waitForFunction(() => document.querySelectorAll('input.waits').length === 0);
  await desk.waitForTimeout(600);
  assert.match((await values(0, 'nx'))[0], /^Em đọc tốt\. Em hiểu bài/);
});

step('the sheet that is written out changes nothing when it comes back', async () => {
  await button(desk, 'Xuất, nhập bảng điểm').click();
  const dialog = desk.getByRole('dialog');
  await dialog
    .getByText('Chưa xuất lần nào.')
    .or(dialog.getByText(/Lần xuất trước/))
    .first()
    .waitFor();
  const [file] = await Promise.all([
    desk.waitForEvent('download'),
    dialog.getByRole('link', { name: 'Điểm thường xuyên một cột, có trung bình' }).click(),
  ]);
  const bytes = await readFile(await file.path());
  assert.match(file.suggestedFilename(), /^so-diem-8b-gdcd-hk1\.xlsx$/);
  await dialog.getByText('Từ đó chưa đổi gì.').waitFor();
  await dialog.locator('input[type=file]').setInputFiles({
    name: file.suggestedFilename(),
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: bytes,
  });
  await dialog.getByText(`${rows.length} dòng, ${rows.length} dòng không đổi.`).waitFor();
  await dialog.getByText('Không có gì thay đổi.').waitFor();
  await look(desk, 'so-diem-xuat-nhap', { dark: true });
});

step('somebody else’s sheet is looked at before it is written, bad rows by name', async () => {
  const dialog = desk.getByRole('dialog');
  const sheet = xlsx([
    ['TRƯỜNG THCS'],
    ['STT', 'Họ và tên', 'ĐĐGtx', 'ĐĐGgk', 'ĐĐGck'],
    ['1', rows[6].name, '8 9', '7', '6'],
    ['2', 'Không Có Ai', '8 9', '7', '6'],
  ]);
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'bang-diem.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: sheet,
  });
  await dialog.getByText('1 dòng không nhận được:').waitFor();
  await dialog.getByText(/Không tìm thấy em Không Có Ai trong lớp/).waitFor();
  await button(dialog, 'Ghi 4 ô vào sổ').click();
  await dialog.getByText('Đã ghi 4 ô').waitFor();
  await desk.keyboard.press('Escape');
  assert.deepEqual(await values(6, 'tx1', 'tx2', 'gk', 'ck'), ['8', '9', '7', '6']);
  await look(desk, 'so-diem', { dark: true });
});

step('the head locks the term; the teacher can change nothing any more', async () => {
  await head.goto(`/so-diem?lop=${classId}&mon=${SUBJECT}&ki=1`);
  await button(head, 'Việc khác').click();
  await head.getByRole('menuitem', { name: 'Khoá sổ' }).click();
  await look(head, 'so-diem-khoa');
  await button(head.getByRole('dialog'), 'Khoá sổ').click();
  await head.getByText(/đã khoá sổ/).waitFor();
  await desk.reload();
  await desk.getByText(/đã khoá sổ/).waitFor();
  assert.equal(await cell(desk, 0, 'TX1').getAttribute('readonly'), '');
});

step('the pupil reads his own marks, in words, and nobody else’s', async () => {
  await phone.goto('/ket-qua');
  await phone.getByRole('heading', { name: 'Giáo dục công dân' }).waitFor();
  // what was given back of tests and tasks stands on the same page
  await phone.getByRole('region', { name: 'Điểm các bài đã làm' }).waitFor();
  await phone.getByText('Trung bình học kì').waitFor();
  await phone.getByText(/Em đọc tốt/).waitFor();
  const text = await phone.locator('main').innerText();
  assert.ok(!rows.slice(1).some((one) => text.includes(one.name)));
  await look(phone, 'ket-qua-hoc-tap', { dark: true });
});

step('the head opens it again with a reason', async () => {
  await button(head, 'Việc khác').click();
  await head.getByRole('menuitem', { name: 'Mở khoá' }).click();
  await head.getByRole('dialog').getByLabel('Lí do').fill('Kiểm tra bù');
  await button(head.getByRole('dialog'), 'Mở khoá').click();
  await head.getByText(/đã khoá sổ/).waitFor({ state: 'detached' });
});

step('the class sheet has every subject', async () => {
  await desk.goto(`/so-diem?lop=${classId}&xem=lop`);
  await desk.getByRole('columnheader', { name: 'Kết quả học tập' }).waitFor();
  assert.equal(await desk.getByRole('columnheader').count(), 1 + 13 + 3);
  await look(desk, 'bang-tong-hop', { dark: true });
});

step('sessions away are typed where conduct is, and the year says who goes up and why', async () => {
  await desk.goto(`/so-diem?lop=${classId}&mon=ren-luyen&ki=1`);
  const away = cell(desk, 0, 'Nghỉ có phép');
  await away.fill('2,5');
  await away.press('Enter');
  await desk.getByText(/không ghi được ở cột này/).waitFor();
  await away.fill('3');
  await away.press('Enter');
  await saved(desk);
  await desk.goto(`/so-diem?lop=${classId}&xem=lop`);
  await desk.getByRole('tab', { name: 'Cả năm' }).or(button(desk, 'Cả năm')).first().click();
  await desk.getByRole('columnheader', { name: 'Lên lớp' }).waitFor();
  const row = desk.getByRole('row').filter({ hasText: rows[0].name });
  await row.getByText('Chưa đủ kết quả', { exact: true }).waitFor();
  await row.getByText(/Chưa có kết quả rèn luyện cả năm \(TT 22\/2021, điều 12\.1\.a\)/).waitFor();
  await look(desk, 'len-lop', { dark: true });
  const [file] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('link', { name: 'Tải bảng tổng hợp' }).click(),
  ]);
  assert.match(file.suggestedFilename(), /^tong-hop-8b-year\.xlsx$/);
});

step('every page was whole: axe, width, scripts', () => {
  assert.deepEqual(faults, []);
  assert.deepEqual(troubles, []);
});
