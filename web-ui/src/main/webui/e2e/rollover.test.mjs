import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { account, base, faults, look, openBrowser, troubles, WIDE } from './box.mjs';
import { run, until } from './class.mjs';
import { xlsx } from './made.mjs';
import { Person } from './school.mjs';
import { button, own, walk } from './walk.mjs';

/**
 * The end of a year, in the last weeks that the terms leave: what the marks say of everybody, one pupil decided otherwise with
 * a reason, the change done, seen by the pupils, and undone. The school has its year back afterwards.
 */
const CLASS = `7R${run.slice(-4)}`;
const NEXT = `8R${run.slice(-4)}`;
const LAST = `9R${run.slice(-4)}`;
const GOOD = 'Nguyễn Hoàng Phương Thảo Nguyên';
const WEAK = 'Hoàng Thị Thuý Ngân';
const BLANK = 'Lò Văn Chưa Điểm';
const OLDEST = 'Vàng Thị Cuối Cấp';
const REASON = 'Hội đồng trường xét ngày 30/5: em nghỉ chữa bệnh, đã học bù đủ';
const SUBJECTS = [
  ...['toan', 'ngu-van', 'tieng-anh', 'khtn', 'lich-su-dia-li', 'gdcd', 'tin-hoc', 'cong-nghe'],
  ...['gdtc', 'am-nhac', 'mi-thuat', 'hdtn', 'gddp', 'ren-luyen'],
];
const WEAK_IN = ['toan', 'ngu-van'];

let browser;
let page;
let admin;
let teacher;
let year;
let classId;
let classes;
let pupils;

const step = walk('rollover', () => browser, { patience: 180_000 });
const room = (name) => page.locator('details').filter({ has: page.locator('summary', { hasText: name }) });
const pupilAt = (name) => room(CLASS).getByRole('listitem').filter({ hasText: name });
const day = (from) => new Date(Date.now() + (from * 24 + 7) * 3_600_000).toISOString().slice(0, 10);
const inVietnamese = (iso) => iso.split('-').reverse().join('/');
const sizes = async () =>
  (await admin.get('/api/lms/classes')).map((one) => `${one.name}: ${one.students}`).sort();
const ownClasses = async (pupil) => (await pupil.get('/api/lms/me')).classes.map((one) => one.name);

before(
  async () => {
    browser = await openBrowser();
    [admin, teacher] = await Promise.all(
      ['Quản trị', 'Giáo viên Toán 8'].map((role) => Person.signIn(base, account(role))),
    );
    for (const one of await admin.get('/api/lms/rollovers'))
      if (one.state === 'DRAFT') await admin.insist('DELETE', `/api/lms/rollovers/${one.id}`);
    year = (await admin.get('/api/lms/school-years')).find((one) => one.current);
    await madeClasses();
    await enteredYear();
    pupils = await Promise.all(
      [GOOD, WEAK, BLANK, OLDEST].map((name) => signedIn(name, name === OLDEST ? LAST : CLASS)),
    );
    page = await own(browser, account('Quản trị'), WIDE);
  },
  { timeout: 240_000 },
);
after(async () => {
  await browser?.close();
  if (year) await setTerms(year.terms);
  for (const name of [GOOD, WEAK, BLANK, OLDEST])
    for (const one of await admin.get(`/api/lms/people?role=STUDENT&q=${encodeURIComponent(name)}`))
      if ([CLASS, LAST].some((room) => one.classes.includes(room)))
        await admin.insist('POST', `/api/lms/person-files/${one.id}/departure`, { on: day(0) });
  for (const one of await admin.get('/api/lms/rollovers'))
    if (one.state === 'DRAFT') await admin.insist('DELETE', `/api/lms/rollovers/${one.id}`);
});

const setTerms = (terms) => admin.insist('PUT', `/api/lms/school-years/${year.id}/terms`, { terms });

async function madeClasses() {
  const pupil = (n, name, born, room) => [`${n}`, `${run}4${n}`, name, born, 'Nữ', room, room[0]];
  const list = xlsx([
    ['STT', 'Mã định danh', 'Họ tên', 'Ngày sinh', 'Giới tính', 'Lớp học', 'Khối học'],
    pupil(1, GOOD, '20/11/2014', CLASS),
    pupil(2, WEAK, '02/09/2014', CLASS),
    pupil(3, BLANK, '11/05/2014', CLASS),
    pupil(4, OLDEST, '15/08/2012', LAST),
  ]);
  const path = '/api/lms/roster-imports';
  const { id } = await admin.upload(path, 'cuoi-nam.xlsx', list);
  await admin.insist('POST', `${path}/${id}/apply`, {});
  await until('the pupils are in, with first passwords', 90_000, async () => {
    const { state, passwordsToSet } = await admin.get(`${path}/${id}`);
    return state === 'DONE' && passwordsToSet === 0;
  });
  classId = (await admin.get('/api/lms/classes')).find((one) => one.name === CLASS).id;
  const { id: lead } = await teacher.get('/api/lms/me');
  await admin.insist('PUT', `/api/lms/classes/${classId}`, { name: CLASS, homeroomTeacherId: lead });
  teacher = await Person.signIn(base, account('Giáo viên Toán 8'));
}

/** Two pupils' marks of the whole year: good ones, and weak ones in two subjects. */
async function enteredYear() {
  for (const term of [1, 2])
    for (const subject of SUBJECTS) {
      const path = `/api/lms/mark-books/${classId}/${subject}/${term}`;
      const book = await teacher.get(path);
      const changes = book.rows
        .filter((row) => row.name !== BLANK)
        .flatMap((row) =>
          marks(book, row.name === WEAK && WEAK_IN.includes(subject) ? '3' : '8', row.learnerId),
        );
      await teacher.insist('PUT', `${path}/cells`, { changes });
    }
}

function marks({ scheme, columns }, mark, learnerId) {
  const cell = (slot, value) => ({ learnerId, slot, value, version: 0 });
  if (scheme === 'CONDUCT') return [cell('rl', 'T'), cell('vp', '2')];
  const value = scheme === 'SCORED' ? mark : 'D';
  return columns.filter((one) => /^(tx\d|gk|ck)$/.test(one.slot)).map((one) => cell(one.slot, value));
}

/** Each on a device of his own, from before the change on. */
async function signedIn(name, room) {
  const { id } = (await admin.get('/api/lms/classes')).find((one) => one.name === room);
  const { rows } = await admin.get(`/api/lms/classes/${id}/first-passwords`);
  return Person.signIn(
    base,
    rows.find((one) => one.name === name),
    'suoi-trong-2026',
  );
}

const placed = async () => Promise.all(pupils.map(async (one) => (await ownClasses(one)).join()));

step('in the middle of the year it is said from which day on', async () => {
  await page.goto('/quan-tri/chuyen-nam');
  await button(page, `Chuẩn bị chuyển từ năm ${year.name}`).waitFor();
  await look(page, 'nam-chua-chuyen');
  await button(page, `Chuẩn bị chuyển từ năm ${year.name}`).click();
  await page.getByText('Bản nháp', { exact: true }).waitFor();
  classes = await sizes();
  await button(page, 'Chuyển năm học').click();
  const last = new Date(year.terms[1].endsOn);
  last.setUTCDate(last.getUTCDate() - 45);
  await page
    .getByText(
      `Còn quá sớm: năm học này chuyển được từ ngày ${inVietnamese(last.toISOString().slice(0, 10))}`,
    )
    .waitFor();
  await look(page, 'nam-qua-som', { dark: true });
});

step('the administrator enters the terms as they are', async () => {
  await page.goto('/quan-tri/nam-hoc');
  const form = page.locator('form').filter({ has: page.getByRole('heading', { name: year.name }) });
  for (const [term, from, to] of [
    ['Học kì I', day(-200), day(-100)],
    ['Học kì II', day(-99), day(20)],
  ]) {
    const days = form.getByRole('group', { name: term, exact: true });
    await days.getByLabel('Từ ngày').fill(from);
    await days.getByLabel('Đến ngày').fill(to);
  }
  await button(form, 'Lưu').click();
  await form.getByText('Đã lưu').waitFor();
  await look(page, 'nam-hoc-hoc-ki');
});

step('everybody is proposed by his marks, with the reason in words', async () => {
  await page.goto('/quan-tri/chuyen-nam');
  await room(CLASS).locator('summary').click();
  await pupilAt(GOOD).getByText('Đủ điều kiện lên lớp').waitFor();
  await pupilAt(WEAK).getByText('Còn đánh giá lại trong hè').waitFor();
  await pupilAt(WEAK)
    .getByText(/Toán, Ngữ văn/)
    .waitFor();
  await pupilAt(BLANK).getByText('Chưa có kết quả cả năm').waitFor();
  assert.equal(await room(CLASS).getByLabel(`Quyết định cho ${WEAK}`).inputValue(), 'REPEAT');
  assert.equal(await room(CLASS).getByLabel(`Quyết định cho ${GOOD}`).inputValue(), 'PROMOTE');
  await room(CLASS).scrollIntoViewIfNeeded();
  await look(page, 'nam-de-nghi', { dark: true });
});

step('one pupil is decided otherwise, and only with a reason', async () => {
  const choice = room(CLASS).getByLabel(`Quyết định cho ${WEAK}`);
  await choice.selectOption({ label: 'Lên lớp' });
  const sheet = page.getByRole('dialog');
  await sheet.getByText(`Quyết định khác cho ${WEAK}`).waitFor();
  await look(page, 'nam-quyet-dinh-khac', { dark: true });
  await button(sheet, 'Thôi').click();
  await sheet.waitFor({ state: 'detached' });
  assert.equal(await choice.inputValue(), 'REPEAT', 'nothing is decided without a reason');
  await choice.selectOption({ label: 'Lên lớp' });
  await sheet.getByLabel('Lí do').fill(REASON);
  await button(sheet, 'Quyết định như vậy').click();
  await pupilAt(WEAK).getByText(`Lí do: ${REASON}`).waitFor();
  await pupilAt(WEAK).getByText('Đề nghị: Ở lại lớp').waitFor();
  await look(page, 'nam-da-quyet-dinh');
});

step('a mark that changes meanwhile is told before anything moves', async () => {
  const path = `/api/lms/mark-books/${classId}/toan/3`;
  const { rows } = await teacher.get(path);
  const { learnerId, cells } = rows.find((one) => one.name === WEAK);
  const again = { learnerId, slot: 'kl', value: '6', version: cells.kl?.version ?? 0 };
  await teacher.insist('PUT', `${path}/cells`, { changes: [again] });
  await button(page, 'Chuyển năm học').click();
  const told = page.getByRole('status').filter({ hasText: 'Chưa chuyển gì' });
  await told.first().waitFor();
  await look(page, 'nam-ket-qua-doi');
  await button(told.first(), 'Đọc lại kết quả').click();
  await told.first().waitFor({ state: 'detached' });
  await pupilAt(WEAK).getByText('Đủ điều kiện lên lớp').waitFor();
});

step('the year changes, and the pupils are in their new classes', async () => {
  await button(page, 'Chuyển năm học').click();
  await page.getByText('Đã chuyển, chưa xác nhận').waitFor({ timeout: 120_000 });
  await look(page, 'nam-da-chuyen', { dark: true });
  assert.deepEqual(await placed(), [NEXT, NEXT, NEXT, '']);
});

step('undone, everybody is where he was', async () => {
  await button(page, 'Quay lại như trước').click();
  await button(page, 'Bỏ bản nháp').waitFor({ timeout: 120_000 });
  assert.deepEqual(await sizes(), classes);
  assert.deepEqual(await placed(), [CLASS, CLASS, CLASS, LAST]);
  await pupilAt(GOOD).waitFor();
  await look(page, 'nam-quay-lai');
  await button(page, 'Bỏ bản nháp').click();
  await page.getByText('Không có lần chuyển nào đang làm').waitFor();
});

test('the pages are accessible, fit their screens and run without errors', () => {
  assert.deepEqual(faults, []);
  assert.deepEqual(troubles, []);
});
