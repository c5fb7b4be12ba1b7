import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { account, base, faults, look, openBrowser, PHONE, troubles } from './box.mjs';
import { madeTest, run, until } from './class.mjs';
import { Person } from './school.mjs';
import { link, own, walk } from './walk.mjs';

/**
 * A guardian on his phone: what his child has not handed in, the mark that a notice tells of, where a reminder leads, and
 * who of the school has looked.
 */
const LESSON = `Phép nhân đa thức ${run}`;
const TASK = `Bài tập phải nộp ${run}`;
const TEST = `Kiểm tra giữa kì ${run}`;
const COURSE = `Ôn tập 8 ${run}`;
const WORDS = `Em làm nốt bài nhé ${run}`;
const DAY = 86_400_000;
let browser;
let home;
let teacher;
let pupil;
let child;
let classId;
let course;
let lesson;

const step = walk('guardian', () => browser);
const todo = () => home.getByRole('region', { name: 'Việc cần làm' });
const bell = async (title) => {
  await home.goto('/thong-bao');
  await link(home, title).first().click();
};

before(
  async () => {
    browser = await openBrowser();
    teacher = await Person.signIn(base, account('Giáo viên Toán 8'));
    pupil = await Person.signIn(base, account('Học sinh lớp 8A'));
    const me = await pupil.get('/api/lms/me');
    [child, classId] = [me.id, me.classes[0].id];
    await givesATask();
    home = await own(browser, account('Phụ huynh'), PHONE);
  },
  { timeout: 120_000 },
);
after(() => browser?.close());

/** A month ago, so that it stands above all that other walks leave undone. */
async function givesATask() {
  const made = async (path, body) => (await teacher.insist('POST', path, body)).body.id;
  course = await made('/api/lms/courses', { title: COURSE, subject: 'toan', grade: 8, classIds: [classId] });
  const section = await made(`/api/lms/courses/${course}/sections`, { title: 'Chương I' });
  lesson = await made(`/api/lms/sections/${section}/lessons`, { title: LESSON });
  const blocks = [{ id: 't1', kind: 'task', title: TASK, html: '<p>Làm vào vở.</p>', indicators: [] }];
  const { body } = await teacher.insist('POST', `/api/lms/lessons/${lesson}/draft/changes`, {
    device: crypto.randomUUID(),
    seq: 1,
    known: 1,
    closing: false,
    blocks,
    order: ['t1'],
    moved: ['t1'],
  });
  await teacher.insist('POST', `/api/lms/lessons/${lesson}/publish`, { revision: body.revision });
  const [task] = await teacher.get(`/api/lms/lesson-tasks/${lesson}`);
  await teacher.insist('PUT', `/api/lms/tasks/${task.taskId}/settings`, {
    kinds: ['TEXT'],
    maxMark: 10,
    lateAllowed: true,
    due: [{ classId, dueAt: new Date(Date.now() - 29 * DAY).toISOString() }],
  });
}

/** Two of four right. */
async function takesATest() {
  const assignment = await madeTest(teacher, classId);
  const device = `may-phu-huynh-${run}`;
  const { body } = await pupil.insist('POST', `/api/assessment/assignments/${assignment}/sittings`, {
    device,
  });
  const slots = body.parts.flatMap((part) => part.items).map((one) => one.slot);
  const steps = slots.map((slot, i) => ({
    seq: i + 1,
    slot,
    answer: { choice: i < 2 ? 'B' : 'A' },
    typedAt: new Date().toISOString(),
  }));
  const path = `/api/assessment/sittings/${body.sittingId}`;
  await pupil.insist('PUT', `${path}/answers`, { device, steps });
  await pupil.insist('POST', `${path}/hand-in`, { seq: steps.length });
  await teacher.insist('POST', `/api/assessment/assignments/${assignment}/release`, {
    marks: true,
    answers: false,
  });
  await until('the mark is there', 30_000, async () => {
    const marks = await pupil.get('/api/lms/my/marks');
    return marks.some((one) => one.assignmentId === assignment);
  });
}

step('the first page says what is missing', async () => {
  await home.goto('/');
  const line = todo().getByRole('listitem').filter({ hasText: TASK });
  await line.getByText(/Quá hạn 2[89] ngày/).waitFor();
  await line.getByText('Chưa nộp', { exact: true }).waitFor();
  await todo().getByText('Đã học tới đâu').click();
  await todo().getByText(COURSE).waitFor();
  await look(home, 'phu-huynh-viec', { dark: true });
});

step('the notice of a result leads to the mark', async () => {
  await takesATest();
  await bell(TEST);
  await home.waitForURL(`**/ket-qua?em=${child}`);
  const line = home
    .getByRole('region', { name: 'Điểm các bài đã làm' })
    .getByRole('listitem')
    .filter({ hasText: TEST });
  await line.getByText('trên 10').waitFor();
  assert.match(await line.innerText(), /^5\b/);
  await look(home, 'phu-huynh-diem', { dark: true });
});

step('a reminder reaches him without the teacher’s words, and leads to what is missing', async () => {
  await teacher.insist('POST', `/api/lms/course-reminders/${course}`, { learnerIds: [child], text: WORDS });
  await home.goto('/thong-bao');
  await link(home, COURSE).first().waitFor();
  assert.equal(await home.getByText(WORDS).count(), 0);
  await link(home, COURSE).first().click();
  await home.waitForURL(`**/bai-nop?em=${child}`);
  await todo().getByText(TASK).waitFor();
  await look(home, 'phu-huynh-bai');
});

step('what is handed in is missing no more', async () => {
  const [task] = await pupil.get(`/api/lms/lesson-tasks/${lesson}`);
  await pupil.insist('PUT', `/api/lms/tasks/${task.taskId}/work`, {
    key: crypto.randomUUID(),
    text: 'Em nộp muộn ạ.',
    files: [],
    finishedAt: new Date().toISOString(),
  });
  await home.reload();
  await home.getByRole('heading', { name: TASK }).waitFor();
  assert.equal(await todo().getByText(TASK).count(), 0);
});

step('he reads who of the school has looked', async () => {
  await teacher.get(`/api/lms/mark-books/${classId}/toan/1`);
  await home.goto('/con-toi');
  const looks = home.getByRole('region', { name: 'Ai của trường đã xem' }).first();
  await looks.getByText('Sổ điểm').first().waitFor();
  await look(home, 'phu-huynh-ai-da-xem');
});

step('every page was whole: axe, width, scripts', () => {
  assert.deepEqual(faults, []);
  assert.deepEqual(troubles, []);
});
