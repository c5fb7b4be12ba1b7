import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before } from 'node:test';
import { account, base, faults, look, openBrowser, PHONE, troubles, WIDE } from './box.mjs';
import { run, until } from './class.mjs';
import { Person } from './school.mjs';
import { button, own, saved, walk } from './walk.mjs';

/**
 * A teacher's whole week: a lesson is written, sent back, approved by the leader of the subject group and by the head, and
 * is there for the class; a pupil learns it with and without a network, asks, and hands in; it is marked, goes into the mark
 * book and out on the mark sheet; and at home they see it.
 */
const LESSON = `Hằng đẳng thức ${run}`;
const TASK = `Khai triển ba bình phương ${run}`;
const WORDS = 'Bình phương của một tổng: (a + b)² = a² + 2ab + b².';
const SLOT = 'tx4';
let browser;
let desk;
let leader;
let head;
let phone;
let home;
let principal;
let teacher;
let pupil;
let child;
let classId;
let group;
let lesson;
let task;

const step = walk('week', () => browser);

const card = (page) => page.getByRole('region', { name: `Nhiệm vụ: ${TASK}` });
const book = () => `/api/lms/mark-books/${classId}/toan/1`;

before(
  async () => {
    browser = await openBrowser();
    principal = await Person.signIn(base, account('Hiệu trưởng'));
    teacher = await Person.signIn(base, account('Giáo viên Toán 8'));
    pupil = await Person.signIn(base, account('Học sinh lớp 8A'));
    const guide = await Person.signIn(base, account('Giáo viên KHTN 8'));
    child = (await pupil.get('/api/lms/me')).id;
    classId = (await pupil.get('/api/lms/me')).classes[0].id;
    const leaderId = (await guide.get('/api/lms/me')).id;
    const wanted = { name: `Tổ Toán ${run}`, subjects: ['toan'], leaderId, memberIds: [leaderId] };
    group = (await principal.insist('POST', '/api/lms/subject-groups', wanted)).body.id;
    const made = async (path, body) => (await teacher.insist('POST', path, body)).body.id;
    const about = { title: `Đại số 8 ${run}`, subject: 'toan', grade: 8, classIds: [classId] };
    const course = await made('/api/lms/courses', about);
    const section = await made(`/api/lms/courses/${course}/sections`, { title: 'Chương II' });
    lesson = await made(`/api/lms/sections/${section}/lessons`, { title: LESSON });
    [desk, leader, head, phone, home] = await Promise.all([
      own(browser, account('Giáo viên Toán 8'), WIDE),
      own(browser, account('Giáo viên KHTN 8'), WIDE),
      own(browser, account('Hiệu trưởng'), WIDE),
      own(browser, account('Học sinh lớp 8A'), PHONE),
      own(browser, account('Phụ huynh'), PHONE),
    ]);
  },
  { timeout: 120_000 },
);
after(async () => {
  await principal?.insist('PUT', '/api/lms/lesson-reviews/setting', { road: 'NONE' });
  if (group) await principal.insist('DELETE', `/api/lms/subject-groups/${group}`);
  await browser?.close();
});

step('the head asks for lessons to be approved', async () => {
  await head.goto('/duyet-bai');
  await head.getByLabel('Tổ trưởng duyệt, hiệu trưởng duyệt rồi đăng').check();
  await head.getByText('Đã lưu.').waitFor();
  await look(head, 'duyet-bai-cach');
});

step('the teacher writes a lesson with a task and hands it in', async () => {
  await desk.goto(`/bai/${lesson}/soan`);
  await button(desk, 'Thêm khối').last().click();
  await button(desk, 'Đoạn văn').click();
  await desk.locator('.block [contenteditable=true]').first().click();
  await desk.keyboard.type('Bình phương của một tổng.');
  await button(desk, 'Thêm khối').last().click();
  await button(desk, 'Nhiệm vụ').click();
  await desk.getByLabel('Tên nhiệm vụ').fill(TASK);
  await desk.getByRole('textbox', { name: 'Học sinh làm gì?' }).click();
  await desk.keyboard.type('Làm vào vở rồi gõ kết quả.');
  await saved(desk);
  await button(desk, 'Gửi duyệt').click();
  await desk.getByText('Đã gửi duyệt.').first().waitFor();
  assert.equal((await pupil.call('GET', `/api/lms/lessons/${lesson}`)).status, 404);
});

step('the leader of the group sends it back with a reason; the teacher mends it', async () => {
  await leader.goto('/duyet-bai');
  await look(leader, 'duyet-bai', { dark: true });
  await leader.getByRole('link', { name: LESSON }).click();
  await button(leader, 'Trả lại để sửa').click();
  await leader.getByLabel('Vì sao trả lại?').fill('Thiếu công thức.');
  await button(leader, 'Trả lại').click();
  await leader.getByText('Đã trả lại').first().waitFor();
  await look(leader, 'duyet-bai-tra-lai');

  await desk.reload();
  await desk.getByText('Thiếu công thức.').waitFor();
  const words = desk.locator('.block [contenteditable=true]').first();
  await words.click();
  await desk.keyboard.press('Control+a');
  await desk.keyboard.type(WORDS);
  await saved(desk);
  await button(desk, 'Gửi duyệt').click();
  await desk.getByText('Đã gửi duyệt.').first().waitFor();
});

step('the leader and the head approve, and the class has the lesson', async () => {
  for (const page of [leader, head]) {
    await page.goto('/duyet-bai');
    await page.getByRole('link', { name: LESSON }).click();
    await page.getByText(WORDS).waitFor();
    await button(page, 'Duyệt').click();
    await page
      .getByText(/Chờ hiệu trưởng duyệt|Đã duyệt/)
      .first()
      .waitFor();
  }
  await until('the class has it', 10_000, async () => {
    return (await pupil.call('GET', `/api/lms/lessons/${lesson}`)).status === 200;
  });
});

step('the pupil learns it, with a network and without', async () => {
  await phone.goto(`/bai/${lesson}`);
  await phone.getByText(WORDS).waitFor();
  await phone.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await button(phone, 'Lưu để học khi mất mạng').click();
  await phone.getByText('Đã lưu trên máy này').waitFor();
  await phone.reload();
  await phone.getByText(WORDS).waitFor();
  await phone.context().setOffline(true);
  await phone.reload();
  await phone.getByText(WORDS).waitFor();
  await card(phone).getByLabel('Viết bài làm').fill('(x + 1)² = x² + 2x + 1');
  await button(card(phone), 'Nộp bài').click();
  await phone.getByText('Bài của em nằm an toàn trên máy, chưa tới trường').waitFor();
  await phone.context().setOffline(false);
  await card(phone).getByText('Đã nộp về trường').waitFor({ timeout: 40_000 });
  await look(phone, 'tuan-hoc-bai');
});

step('he asks, and the teacher answers', async () => {
  await button(phone, 'Hỏi thầy cô về bài này').click();
  await phone.getByLabel('Câu hỏi của em').fill(`Thầy ơi, a âm thì sao ạ? ${run}`);
  await button(phone, 'Gửi').last().click();
  await phone.getByText('Đang chờ trả lời').waitFor();
  await desk.goto('/hoi-dap');
  const asked = desk.getByRole('article').filter({ hasText: `a âm thì sao ạ? ${run}` });
  await asked.getByLabel('Trả lời').fill('Công thức vẫn đúng em nhé.');
  await button(asked, 'Gửi').click();
  await asked.getByText('Đã trả lời', { exact: true }).waitFor();
});

step('the work is marked and released', async () => {
  await desk.goto('/viec');
  await desk.getByRole('link', { name: TASK, exact: true }).click();
  await desk.locator('aside a:has-text("Đã nộp")').first().click();
  await desk.getByText('(x + 1)² = x² + 2x + 1').waitFor();
  task = new URL(desk.url()).pathname.split('/')[2];
  await desk.getByLabel('Nhận xét chung').fill('Đúng, trình bày gọn.');
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('m');
  await desk.keyboard.type('9,5');
  await saved(desk);
  await button(desk, 'Trả kết quả').click();
  await desk.getByText('Em đã xem được').waitFor();
});

step('the mark goes into the mark book and out on the sheet', async () => {
  await teacher.insist('PUT', `${book()}/feeds/${SLOT}`, { sourceId: task });
  const { columns } = await teacher.get(`${book()}/feeds`);
  const { proposed, version } = columns
    .find((one) => one.slot === SLOT)
    .proposals.find((one) => one.learnerId === child);
  assert.equal(proposed, '9.5');
  const taken = [{ learnerId: child, proposed, version }];
  const { body } = await teacher.insist('POST', `${book()}/feeds/${SLOT}/take-over`, { taken });
  assert.equal(body.written, 1);
  await teacher.insist('PUT', `${book()}/releases`, { slot: SLOT, released: true });
  await desk.goto(`/so-diem?lop=${classId}&mon=toan&ki=1`);
  await button(desk, 'Xuất, nhập bảng điểm').click();
  const [file] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('dialog').getByRole('link', { name: 'Điểm thường xuyên một cột, có trung bình' }).click(),
  ]);
  assert.match(file.suggestedFilename(), /^so-diem-8a-toan-hk1\.xlsx$/);
  assert.ok((await readFile(await file.path())).length > 4_000);
});

step('at home they see the work, the remark and the mark', async () => {
  await home.goto(`/bai-nop?em=${child}`);
  await home.getByRole('heading', { name: TASK }).first().waitFor();
  await home.getByText('9,5/10 điểm').first().waitFor();
  await home.getByText('Đúng, trình bày gọn.').first().waitFor();
  await home.goto(`/ket-qua?em=${child}`);
  await home.getByRole('heading', { name: 'Toán' }).first().waitFor();
  await home.getByText('9,5').first().waitFor();
  await look(home, 'tuan-phu-huynh', { dark: true });
});

step('every page was whole: axe, width, scripts', () => {
  assert.deepEqual(faults, []);
  assert.deepEqual(troubles, []);
});
