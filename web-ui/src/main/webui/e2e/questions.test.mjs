import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { account, base, faults, look, openBrowser, PHONE, troubles, WIDE } from './box.mjs';
import { publishedLesson, run } from './class.mjs';
import { Person } from './school.mjs';
import { button, own, walk } from './walk.mjs';

/** Questions and answers where the network comes and goes: nothing that was written is lost, nothing is read twice. */
const LESSON = `Đa thức nhiều biến ${run}`;
const ASKED = `Thầy ơi, 2x + y là gì ạ? ${run}`;
let browser;
let desk;
let phone;
let teacher;
let pupil;
let lesson;

const step = walk('questions', () => browser);
const question = () => desk.getByRole('article', { name: LESSON });
const list = (where) => where.getByRole('list', { name: 'Chưa gửi tới trường' });
const waits = (where) => where.getByText('Chờ gửi', { exact: true });
const sentFrom = (where) => waits(where).waitFor({ state: 'detached', timeout: 30_000 });
const lines = async () =>
  (await pupil.get(`/api/lms/lesson-questions/${lesson}`)).flatMap((one) =>
    one.lines.map((line) => line.text),
  );
const times = async (text) => (await lines()).filter((one) => one === text).length;

before(
  async () => {
    browser = await openBrowser();
    const admin = await Person.signIn(base, account('Quản trị'));
    teacher = await Person.signIn(base, account('Giáo viên Toán 8'));
    pupil = await Person.signIn(base, account('Học sinh lớp 8A'));
    const classId = (await admin.get('/api/lms/classes')).find((one) => one.name === '8A').id;
    lesson = await publishedLesson(teacher, classId, LESSON, [
      { id: 'b1', kind: 'text', html: '<p>Đa thức là tổng của những đơn thức.</p>' },
    ]);
    [desk, phone] = await Promise.all([
      own(browser, account('Giáo viên Toán 8'), WIDE),
      own(browser, account('Học sinh lớp 8A'), PHONE),
    ]);
  },
  { timeout: 120_000 },
);
after(() => browser?.close());

step('a pupil begins to ask, is interrupted, and asks without a network', async () => {
  // a device opens without a network what it has opened before
  await phone.goto('/hoi-dap');
  await phone.getByRole('heading', { level: 1, name: 'Câu hỏi của em' }).waitFor();
  await phone.goto(`/bai/${lesson}`);
  await button(phone, 'Hỏi thầy cô về bài này').click();
  await phone.getByLabel('Câu hỏi của em').pressSequentially(ASKED);
  await phone.reload();
  await phone.getByLabel('Câu hỏi của em').waitFor();
  assert.equal(await phone.getByLabel('Câu hỏi của em').inputValue(), ASKED);

  await phone.context().setOffline(true);
  await button(phone, 'Gửi').last().click();
  await waits(phone).waitFor();
  await phone.goto('/hoi-dap');
  await list(phone).getByText(ASKED, { exact: true }).waitFor();
  await look(phone, 'cau-hoi-cho-gui');
  await phone.context().setOffline(false);
  await sentFrom(phone);
  await phone.getByRole('article', { name: LESSON }).getByText(ASKED, { exact: true }).waitFor();
  assert.deepEqual(await lines(), [ASKED]);
});

step('a teacher who answers without a network loses nothing, and is read once', async () => {
  const answer = `Đó là đa thức, em xem lại mục 2. ${run}`;
  const asked = question();
  await desk.goto('/hoi-dap');
  await asked.getByLabel('Trả lời').pressSequentially(answer);
  await desk.reload();
  await asked.waitFor();
  assert.equal(await asked.getByLabel('Trả lời').inputValue(), answer, 'what was typed outlives a reload');

  await desk.context().setOffline(true);
  await button(asked, 'Gửi').click();
  await waits(asked).waitFor();
  assert.equal(await asked.getByLabel('Trả lời').inputValue(), '');
  await look(desk, 'hoi-dap-cho-gui', { dark: true });
  await desk.reload();
  await desk.getByText(answer, { exact: true }).waitFor();
  await waits(desk).waitFor();
  assert.equal(await times(answer), 0);

  await desk.context().setOffline(false);
  await sentFrom(desk);
  await phone.goto(`/bai/${lesson}`);
  await phone.getByText(answer, { exact: true }).waitFor();
  assert.equal(await phone.getByText(answer, { exact: true }).count(), 1);
  assert.equal(await times(answer), 1);
});

step('what the school refuses stays, with the reason', async () => {
  // a letter of no script: nothing is left of it
  const nothing = '\uE000';
  await desk.goto('/hoi-dap');
  await desk.getByRole('tab', { name: /^Tất cả/ }).click();
  const asked = question();
  await asked.getByLabel('Trả lời').fill(nothing);
  await button(asked, 'Gửi').click();
  await asked.getByText('Chưa viết gì').waitFor();
  assert.equal(await asked.getByLabel('Trả lời').inputValue(), nothing);

  await desk.context().setOffline(true);
  await button(asked, 'Gửi').click();
  await waits(asked).waitFor();
  await desk.context().setOffline(false);
  await asked.getByText('Chưa gửi được', { exact: true }).waitFor();
  await list(asked).getByText('Chưa viết gì').waitFor();
  await look(desk, 'hoi-dap-khong-nhan');
  await asked.getByRole('button', { name: /^Bỏ/ }).click();
  await asked.getByText('Chưa gửi được', { exact: true }).waitFor({ state: 'detached' });
});

step('the pupil writes on where his questions stand, without a network', async () => {
  const more = `Em cảm ơn thầy ạ. ${run}`;
  await phone.goto('/hoi-dap');
  const mine = phone.getByRole('article', { name: LESSON });
  await mine.waitFor();
  await phone.context().setOffline(true);
  await mine.getByLabel('Viết thêm').fill(more);
  await button(mine, 'Gửi').click();
  await waits(mine).waitFor();
  await phone.context().setOffline(false);
  await sentFrom(mine);
  await mine.getByText(more, { exact: true }).waitFor();
  assert.equal(await times(more), 1);
});

step('every page was whole: axe, width, scripts', () => {
  assert.deepEqual(faults, []);
  assert.deepEqual(troubles, []);
});
