import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { account, base, faults, look, openBrowser, PHONE, troubles, WIDE } from './box.mjs';
import { publishedLesson, run, until } from './class.mjs';
import { pdf } from './made.mjs';
import { Person } from './school.mjs';
import { button, own, saved, walk } from './walk.mjs';

/**
 * A typed text and a report of three pages as a PDF are handed in, marked in the text and on the pages by mouse and by keys, and read
 * by pupil and guardian.
 */
const LESSON = `Thống kê quanh em ${run}`;
const TASK = `Báo cáo khảo sát ${run}`;
const FILE = 'bao-cao.pdf';
const BY_MOUSE = `Nêu nguồn số liệu ${run}`;
const BY_KEYS = `Vẽ lại biểu đồ ${run}`;
const TEXT = 'Lớp em có bốn mươi bạn.\nBạn nào cũng thích đọc sách.';
const ON_WORD = `Đếm lại ${run}`;
const ON_WORDS = `Sao em biết? ${run}`;
let browser;
let desk;
let phone;
let home;
let teacher;
let pupil;
let lesson;
let work;
const drawers = [];

const step = walk('pdf-remarks', () => browser);

const card = (page) => page.getByRole('region', { name: `Nhiệm vụ: ${TASK}` });
const sheet = (page, n) => page.getByRole('group', { name: `${FILE}, trang ${n}`, exact: true });
const pins = async () => (await teacher.get(`/api/lms/task-works/${work}`)).work.files[0].pins;

/** The page is drawn: there is ink on it. */
const drawn = (page, n) =>
  until(`page ${n} is drawn`, 20_000, () =>
    sheet(page, n).evaluate((group) => {
      const canvas = group.querySelector('canvas');
      if (!canvas || canvas.width < 10) return false;
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      for (let i = 0; i < data.length; i += 4) if (data[i + 3] > 0 && data[i] < 60) return true;
      return false;
    }),
  );

before(
  async () => {
    browser = await openBrowser();
    const admin = await Person.signIn(base, account('Quản trị'));
    teacher = await Person.signIn(base, account('Giáo viên Toán 8'));
    pupil = await Person.signIn(base, account('Học sinh lớp 8A'));
    const classId = (await admin.get('/api/lms/classes')).find((one) => one.name === '8A').id;
    lesson = await publishedLesson(teacher, classId, LESSON, [
      { id: 't1', kind: 'task', title: TASK, html: '<p>Nộp báo cáo ba trang.</p>', indicators: [] },
    ]);
    [desk, phone, home] = await Promise.all([
      own(browser, account('Giáo viên Toán 8'), WIDE),
      own(browser, account('Học sinh lớp 8A'), PHONE),
      own(browser, account('Phụ huynh'), PHONE),
    ]);
    for (const page of [phone, home])
      page.on('request', (asked) => asked.url().includes('pdf.worker') && drawers.push(page));
  },
  { timeout: 120_000 },
);
after(() => browser?.close());

step('a pupil hands in a report of three pages', async () => {
  await phone.goto(`/bai/${lesson}`);
  await card(phone).getByLabel('Viết bài làm').fill(TEXT);
  const buffer = pdf(['Trang mot cua bao cao', 'Trang hai cua bao cao', 'Trang ba cua bao cao']);
  await card(phone).getByLabel('Chọn tệp').setInputFiles({ name: FILE, mimeType: 'application/pdf', buffer });
  await button(card(phone), 'Nộp bài').click();
  await card(phone).getByText('Đã nộp về trường').waitFor();
  const [task] = await pupil.get(`/api/lms/lesson-tasks/${lesson}`);
  work = task.works[0].id;
  assert.deepEqual([task.works[0].files[0].name, task.works[0].files[0].pages], [FILE, 3]);
});

step('the teacher touches a place of page 2 and drags the remark', async () => {
  await desk.goto('/viec');
  await desk.getByRole('link', { name: TASK, exact: true }).click();
  await desk.locator('aside a:has-text("Đã nộp")').first().click();
  await drawn(desk, 1);
  await button(desk, 'Trang sau').click();
  await drawn(desk, 2);
  await sheet(desk, 2).getByText('Trang hai cua bao cao').waitFor();
  await sheet(desk, 2).click({ position: { x: 200, y: 300 } });
  await desk.getByRole('combobox', { name: 'Nhận xét 1, trang 2' }).fill(BY_MOUSE);
  await saved(desk);
  const [put] = await pins();
  assert.deepEqual([put.page, put.text], [2, BY_MOUSE]);

  const pin = await desk.getByRole('button', { name: /^Nhận xét 1: kéo/ }).boundingBox();
  await desk.mouse.move(pin.x + 13, pin.y + 13);
  await desk.mouse.down();
  await desk.mouse.move(pin.x + 73, pin.y - 47, { steps: 4 });
  await desk.mouse.up();
  await until('it is where it was dragged', 10_000, async () => {
    const [now] = await pins();
    return now.x > put.x + 0.04 && now.y < put.y - 0.02 && now.page === 2;
  });
  assert.equal((await pins()).length, 1);
});

step('and marks passages of the typed text, by mouse and by keys', async () => {
  const text = desk.getByRole('textbox', { name: 'Bài viết của em' });
  const marked = async () => (await teacher.get(`/api/lms/task-works/${work}`)).work.passages;
  assert.equal(await text.evaluate((box) => box.textContent), TEXT);
  await text.evaluate((box) => {
    const letters = [...box.childNodes].find((node) => node.nodeValue?.startsWith('Lớp em'));
    getSelection().setBaseAndExtent(letters, 10, letters, 18);
  });
  await button(desk, 'Nhận xét chỗ đã chọn').click();
  await desk.getByRole('combobox', { name: 'Nhận xét 1 ở “bốn mươi”' }).fill(ON_WORD);
  await saved(desk);

  await text.focus();
  for (let i = 0; i < 7; i++) await desk.keyboard.press('ArrowRight');
  for (let i = 0; i < 2; i++) await desk.keyboard.press('Shift+ArrowRight');
  await desk.keyboard.press('Enter');
  await desk.keyboard.type(ON_WORDS);
  await desk.getByRole('combobox', { name: 'Nhận xét 2 ở “Bạn nào cũng”' }).waitFor();
  await until('both are at school', 10_000, async () => (await marked()).length === 2);
  assert.deepEqual(
    (await marked()).map(({ from, to, text: said }) => [TEXT.slice(from, to), said]),
    [
      ['bốn mươi', ON_WORD],
      ['Bạn nào cũng', ON_WORDS],
    ],
  );
  await look(desk, 'cham-chu', { dark: true });
});

step('and puts one by keys, moves it, takes it to another page and back, edits and removes', async () => {
  await button(desk, 'Thêm nhận xét lên trang 2').focus();
  await desk.keyboard.press('Enter');
  await desk.getByRole('combobox', { name: 'Nhận xét 2, trang 2' }).waitFor();
  await desk.keyboard.type('Vẽ lại');
  const pin = desk.getByRole('button', { name: /^Nhận xét 2: kéo/ });
  await pin.focus();
  await desk.keyboard.press('ArrowLeft');
  await desk.keyboard.press('Shift+ArrowDown');
  await desk.keyboard.press('PageDown');
  await drawn(desk, 3);
  await until('it is on page 3', 10_000, async () => (await pins())[1]?.page === 3);
  await desk.keyboard.press('PageUp');
  await drawn(desk, 2);
  await desk.keyboard.press('Enter');
  await desk.keyboard.press('End');
  await desk.keyboard.press('ControlOrMeta+a');
  await desk.keyboard.type(BY_KEYS);
  await until('it is kept', 10_000, async () => (await pins())[1]?.text === BY_KEYS);
  const [, put] = await pins();
  assert.deepEqual([put.page, put.x, put.y], [2, 0.49, 0.55]);

  await desk.keyboard.press('Escape');
  await desk.keyboard.press('g');
  await desk.keyboard.type('Thừa');
  await until('there are three', 10_000, async () => (await pins()).length === 3);
  await desk.getByRole('button', { name: /^Nhận xét 3: kéo/ }).focus();
  await desk.keyboard.press('Delete');
  await until('there are two', 10_000, async () => (await pins()).length === 2);
  await look(desk, 'cham-pdf', { dark: true });
});

step('nothing of it is seen before it is released', async () => {
  await phone.reload();
  await card(phone).getByText(FILE).waitFor();
  assert.equal(await phone.getByText(ON_WORD).count(), 0);
  assert.equal(await phone.getByText(BY_KEYS).count(), 0);
  await desk.getByLabel('Điểm (0–10)').fill('8');
  await saved(desk);
  await button(desk, 'Trả kết quả').click();
  await desk.getByText('Em đã xem được').waitFor();
});

step('the pupil reads the remarks in words, then sees them on the page', async () => {
  await phone.reload();
  const list = card(phone).getByRole('list', { name: `Nhận xét trên các trang của ${FILE}` });
  await list.getByText(BY_MOUSE).waitFor();
  assert.match(await list.innerText(), new RegExp(`Trang 2:\\s+${BY_KEYS}`));
  assert.deepEqual(drawers, [], 'what draws a PDF came before one was opened');
  const inText = card(phone).getByRole('list', { name: 'Nhận xét trong bài viết' });
  assert.match(await inText.innerText(), new RegExp(`bốn mươi.*${ON_WORD}`, 's'));
  assert.deepEqual(await card(phone).locator('mark').allInnerTexts(), ['bốn mươi', 'Bạn nào cũng']);
  await look(phone, 'pdf-hoc-sinh-chu', { dark: true });

  await button(card(phone), 'Xem trên trang').click();
  await drawn(phone, 2);
  await sheet(phone, 2).getByText('Trang hai cua bao cao').waitFor();
  assert.equal(await sheet(phone, 2).locator('.pin').count(), 2);
  await look(phone, 'pdf-hoc-sinh', { dark: true });
  await button(card(phone), 'Trang sau').click();
  await drawn(phone, 3);
  assert.equal(await sheet(phone, 3).locator('.pin').count(), 0);
  await list.getByRole('button', { name: 'Trang 2:' }).first().click();
  await drawn(phone, 2);
});

step('and so does the guardian', async () => {
  await home.getByRole('link', { name: 'Xem bài của con' }).first().click();
  await home.getByText(BY_KEYS).waitFor();
  await home.getByText(ON_WORD).waitFor();
  await button(home, 'Xem trên trang').click();
  await drawn(home, 2);
  await look(home, 'pdf-phu-huynh');
});

step('every page was whole: axe, width, scripts', () => {
  assert.deepEqual(faults, []);
  assert.deepEqual(troubles, []);
});
