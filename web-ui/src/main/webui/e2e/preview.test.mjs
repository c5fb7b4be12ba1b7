import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { account, base, faults, look, openBrowser, troubles, WIDE } from './box.mjs';
import { publishedIn, publishedLesson, run, wait } from './class.mjs';
import { Person } from './school.mjs';
import { button, link, own, saved, walk } from './walk.mjs';

/** A teacher goes through his course as a pupil of the class would, on a computer and a phone, and nothing of it is kept. */
const FIRST = `Đơn thức ${run}`;
const SECOND = `Đa thức ${run}`;
let browser;
let desk;
let teacher;
let course;
let first;
let second;

const step = walk('preview', () => browser);

before(
  async () => {
    browser = await openBrowser();
    const admin = await Person.signIn(base, account('Quản trị'));
    teacher = await Person.signIn(base, account('Giáo viên Toán 8'));
    const classId = (await admin.get('/api/lms/classes')).find((one) => one.name === '8A').id;
    first = await publishedLesson(teacher, classId, FIRST, [
      {
        id: 'b1',
        kind: 'text',
        html: '<p>Đơn thức là biểu thức chỉ gồm một số, một biến hoặc một tích.</p>',
      },
      { id: 't1', kind: 'task', title: 'Bài 1 trang 8', html: '<p>Làm vào vở.</p>', indicators: [] },
      { id: 'd1', kind: 'discussion', title: 'Em gặp đơn thức ở đâu?', html: '<p>Nói điều em nghĩ.</p>' },
    ]);
    course = (await teacher.get(`/api/lms/lessons/${first}`)).courseId;
    const [section] = (await teacher.get(`/api/lms/courses/${course}`)).sections;
    second = await publishedIn(teacher, section.id, SECOND, [
      { id: 'b2', kind: 'text', html: '<p>Đa thức là tổng của những đơn thức.</p>' },
    ]);
    await teacher.insist('PUT', `/api/lms/course-rules/${course}/lessons/${second}`, {
      conditions: [],
      needs: [{ lessonId: first, sectionId: null }],
      openings: [],
    });
    desk = await own(browser, account('Giáo viên Toán 8'), WIDE);
  },
  { timeout: 120_000 },
);
after(() => browser?.close());

step('the course and a lesson look as they do to the class, and nothing is sent or kept', async () => {
  const sent = [];
  const note = (asked) => asked.method() !== 'GET' && sent.push(`${asked.method()} ${asked.url()}`);
  await desk.goto(`/mon-hoc/${course}`);
  desk.on('request', note);
  await link(desk, 'Xem như học sinh').click();
  await desk.getByText('Bấm gì ở đây cũng không được ghi lại.').waitFor();
  await desk.getByText(`Học xong “${FIRST}” trước`).waitFor();
  await look(desk, 'xem-thu-mon', { dark: true });

  await link(desk, FIRST).click();
  await desk.getByText('Nói điều em nghĩ.').waitFor();
  await desk.getByText('Viết bài làm').waitFor();
  await button(desk, 'Nộp bài').waitFor();
  for (const end of await desk.locator('[data-end]').all()) {
    await end.evaluate((line) => line.scrollIntoView({ block: 'center' }));
    await wait(900);
  }
  await desk.getByText('Đã xem 3/3 phần').first().waitFor();
  await desk.getByText('Ghi chú của em', { exact: true }).waitFor();
  await look(desk, 'xem-thu-bai', { dark: true });

  const there = await desk.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('xem-thu')));
  assert.deepEqual([sent, there], [[], []]);
  desk.off('request', note);
});

step('it is looked at as a named pupil, and on a phone', async () => {
  await desk.getByLabel('Xem như em').selectOption({ index: 1 });
  await desk.getByText('Lần xem được ghi lại.').waitFor();
  await desk.getByRole('tab', { name: 'Điện thoại' }).click();
  const phone = desk.frameLocator('iframe');
  await phone.getByText('Nói điều em nghĩ.').waitFor();
  assert.ok(await phone.locator('html').evaluate((root) => root.clientWidth < 400));
  await look(desk, 'xem-thu-dien-thoai', { dark: true });
  await link(phone, 'Bài tiếp theo').click();
  await phone.getByRole('heading', { name: SECOND }).waitFor();
  await link(desk, 'Thôi xem').click();
  await desk.waitForURL(`**/mon-hoc/${course}`);
});

step('what is not published yet is seen from the editor', async () => {
  await desk.goto(`/bai/${second}/soan`);
  await desk.locator('.block [contenteditable=true]').first().click();
  await desk.keyboard.press('Control+End');
  await desk.keyboard.type(' Câu chưa đăng.');
  await saved(desk);
  await button(desk, 'Xem như học sinh').click();
  await desk.waitForURL('**/xem-thu/**');
  await desk.getByText('Câu chưa đăng.').waitFor();
  await desk.getByText('Đây là bản đang soạn').waitFor();
  await link(desk, 'Thôi xem').click();
  await desk.waitForURL(`**/bai/${second}/soan`);
});

step('every page was whole: axe, width, scripts', () => {
  assert.deepEqual(faults, []);
  assert.deepEqual(troubles, []);
});
