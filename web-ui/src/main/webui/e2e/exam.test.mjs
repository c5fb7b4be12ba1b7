import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { account, base, device, faults, look, openBrowser, PHONE, signIn, troubles, WIDE } from './box.mjs';
import { until } from './class.mjs';
import { Person } from './school.mjs';
import { walk } from './walk.mjs';

/** One pupil between the door of the room and handing in: a passcode, a pause, a message, a new device; then practice at home. */

const run = String(Date.now() % 1e6);
let browser;
let phone;
let other;
let second;
let teacher;
let learner;
let exam;
let practice;
let left;

before(
  async () => {
    browser = await openBrowser();
    teacher = await Person.signIn(base, account('Giáo viên KHTN 8'));
    const pupil = await Person.signIn(base, account('Học sinh lớp 8A'));
    learner = (await pupil.get('/api/lms/me')).id;
    const paper = await madePaper();
    exam = await given(paper, `Kiểm tra ${run}`, { passcode: 'hoaban', oneDevice: true, paging: 'ALL' });
    practice = await given(paper, `Luyện tập ${run}`, { mode: 'PRACTICE', paging: 'ONE' });
    left = await given(paper, `Bài để lại ${run}`, {});
    phone = await device(browser, PHONE);
    other = await device(browser, WIDE);
    await signIn(phone, account('Học sinh lớp 8A'));
    await signIn(other, account('Học sinh lớp 8A'));
  },
  { timeout: 60_000 },
);
after(() => browser?.close());

async function madePaper() {
  const items = [];
  for (const n of [1, 2]) {
    const options = ['A', 'B', 'C', 'D'].map((id) => ({ id, html: `<p>Phương án ${id}${n}</p>` }));
    const content = {
      form: 'SINGLE_CHOICE',
      prompt: `<p>Câu hỏi ${n}</p>`,
      options,
      key: 'B',
      hint: '<p>Nghĩ đến chữ cái thứ hai.</p>',
      explanation: '<p>Vì B đứng sau A.</p>',
    };
    const meta = {
      subject: 'khtn',
      grade: 8,
      topic: null,
      cognitive: 'BIET',
      indicators: [],
      source: null,
    };
    items.push((await teacher.insist('POST', '/api/assessment/items', { content, meta })).body.id);
  }
  const about = { title: `Đề ${run}`, subject: 'khtn', grade: 8, minutes: 45 };
  const { body: paper } = await teacher.insist('POST', '/api/assessment/papers', about);
  const { revision } = await teacher.get(`/api/assessment/papers/${paper.id}`);
  const slots = items.map((itemId) => ({ itemId, points: 5 }));
  const parts = [{ title: 'Phần I', instructions: null, slots }];
  await teacher.insist('PUT', `/api/assessment/papers/${paper.id}`, { ...about, revision, parts });
  return paper.id;
}

async function given(paperId, title, conditions) {
  const { body } = await teacher.insist('POST', '/api/assessment/assignments', {
    paperId,
    title,
    classIds: [],
    learnerIds: [learner],
    opensAt: new Date(Date.now() - 60_000).toISOString(),
    closesAt: new Date(Date.now() + 3_600_000).toISOString(),
    minutes: 45,
    shuffle: { items: false, options: false },
    conditions,
  });
  return body.id;
}

const room = (verb, body = {}) =>
  teacher.insist('POST', `/api/assessment/assignments/${exam}/room/${verb}`, body);
const seat = async (of = exam) => (await teacher.get(`/api/assessment/assignments/${of}/room`)).rows[0];
/** The page asks the room every ten seconds, and at once when the network comes back. */
const hear = (page) => page.evaluate(() => window.dispatchEvent(new Event('online')));
const clockOf = async (page) => {
  const [minutes, seconds] = (await page.locator('.timer time').innerText()).split(':').map(Number);
  return minutes * 60 + seconds;
};
const step = walk('exam', () => browser, { patience: 60_000 });

step('the passcode lets in, and nothing else does', async () => {
  await phone.goto(`/lam-bai/${exam}`);
  await phone.getByRole('button', { name: 'Bắt đầu làm bài' }).click();
  const code = phone.getByRole('textbox', { name: 'Mã vào phòng thi' });
  await code.fill('khongbiet');
  await code.press('Enter');
  await phone.locator('.error').waitFor();
  await look(phone, 'lam-bai-ma', { dark: true });
  await code.fill('Hoaban');
  await code.press('Enter');
  await phone.getByRole('timer').waitFor();
});

step('each answer says where it is, and the room sees it', async () => {
  await phone.keyboard.press('b');
  await phone.getByText('Trường đã nhận').waitFor();
  await hear(phone);
  await phone.waitForFunction(() => document.querySelector('.timer time'));
  const row = await seat();
  assert.equal(row.state, 'TAKING');
  assert.equal(row.saved, 1);
});

step('while the room is paused the clock stands and the questions are covered', async () => {
  await room('pause');
  await hear(phone);
  await phone.getByText('Phòng thi tạm dừng').first().waitFor();
  const before = await clockOf(phone);
  assert.equal(await phone.locator('.q').first().isVisible(), false);
  await look(phone, 'lam-bai-tam-dung', { dark: true });
  assert.equal(await clockOf(phone), before);
  await room('message', { text: 'Câu 2 các em đọc kĩ đề.' });
  await room('resume');
  await hear(phone);
  await phone.locator('.q.now').waitFor();
  assert.ok((await clockOf(phone)) >= before - 5);
  await phone.getByText('Câu 2 các em đọc kĩ đề.').waitFor();
  await look(phone, 'lam-bai-loi-nhan');
  await phone.getByRole('button', { name: 'Em đã đọc' }).click();
});

step('more minutes are on the clock at once', async () => {
  const before = await clockOf(phone);
  await room('extend', { minutes: 10, learnerIds: null });
  await hear(phone);
  await phone.waitForFunction(
    (was) => Number(document.querySelector('.timer time').textContent.split(':')[0]) >= was,
    Math.floor(before / 60) + 8,
  );
});

step('he reads it as he needs to', async () => {
  await phone.keyboard.press('r');
  await phone.getByLabel('Vàng trên đen').check({ force: true });
  await phone.getByLabel('145%').check({ force: true });
  await phone.getByLabel('Chữ cho người khó đọc').check({ force: true });
  await look(phone, 'lam-bai-cach-doc');
  await phone.keyboard.press('Escape');
  await look(phone, 'lam-bai-vang-den');
  await phone.evaluate(() => localStorage.removeItem('lopmo.reading'));
});

step('another device waits until the invigilator moves the work there', async () => {
  await other.goto(`/lam-bai/${exam}`);
  await other.getByText('Bài này đang mở trên một máy khác').first().waitFor();
  await look(other, 'lam-bai-may-khac');
  const { sittingId } = await seat();
  await teacher.insist('POST', `/api/assessment/sittings/${sittingId}/release-device`, {
    reason: 'Máy hỏng',
  });
  await other.getByRole('button', { name: 'Thử lại' }).click();
  await other.getByRole('timer').waitFor();
  await other.getByText('Trường đã nhận').first().waitFor();
  await hear(phone);
  await phone.getByText('Bài đã chuyển sang máy khác').waitFor();
  await look(phone, 'lam-bai-chuyen-may');
});

step('the work goes on there, and is collected', async () => {
  await other.keyboard.press('n');
  await other.keyboard.press('c');
  await other.getByText('Trường đã nhận').nth(1).waitFor();
  await room('collect', { learnerIds: null });
  await hear(other);
  await other.getByText('Giám thị đã thu bài').waitFor();
  assert.equal((await seat()).handedInBy, 'INVIGILATOR');
});

step('a second page of the same browser has the work when it takes it', async () => {
  await phone.goto(`/lam-bai/${left}`);
  await phone.getByRole('button', { name: 'Bắt đầu làm bài' }).click();
  await phone.getByRole('timer').waitFor();
  second = await phone.context().newPage();
  await second.goto(`/lam-bai/${left}`);
  await second.getByText('Bài này đang mở ở một trang khác trên máy này').waitFor();
  await look(second, 'lam-bai-trang-khac');
  await second.getByRole('button', { name: 'Làm ở trang này' }).click();
  await second.getByRole('timer').waitFor();
  await phone.getByText('Bài này đang mở ở một trang khác trên máy này').waitFor();
});

step('a sign-in that ran out in the middle costs no answer', async () => {
  await second.context().clearCookies();
  await second.keyboard.press('a');
  await second.getByRole('button', { name: 'Đăng nhập lại' }).waitFor();
  await look(second, 'lam-bai-het-phien');
  await signIn(phone, account('Học sinh lớp 8A'));
  await second.evaluate(() => dispatchEvent(new Event('focus')));
  await second.getByText('Trường đã nhận').first().waitFor({ timeout: 30_000 });
  assert.equal((await seat(left)).saved, 1);
});

step('what was handed in without a network goes from whatever page comes first', async () => {
  await second.context().setOffline(true);
  await second.keyboard.press('n');
  await second.keyboard.press('c');
  await second.keyboard.press('x');
  await second.getByRole('button', { name: /^Nộp/ }).last().click();
  await second.getByText('Chưa có mạng. Có mạng lại là bài tự gửi').waitFor();
  await second.close();
  await phone.context().setOffline(false);
  await phone.goto('/');
  await until('the school has it', 30_000, async () => (await seat(left)).state === 'HANDED_IN');
  assert.equal((await seat(left)).saved, 2);
});

step('practising says at once what is right, with a hint, as often as one likes', async () => {
  await phone.goto(`/lam-bai/${practice}`);
  await phone.getByRole('button', { name: 'Bắt đầu làm bài' }).click();
  const question = phone.locator('.q.now');
  await question.getByLabel('Phương án A1').check({ force: true });
  await question.getByRole('button', { name: 'Kiểm tra câu này' }).click();
  await question.getByText('Nghĩ đến chữ cái thứ hai.').waitFor();
  await look(phone, 'luyen-tap-goi-y', { dark: true });
  await question.getByLabel('Phương án B1').check({ force: true });
  await question.getByRole('button', { name: 'Kiểm tra lại' }).click();
  await question.getByText('Đúng rồi!').waitFor();
  await question.getByText('Vì B đứng sau A.').waitFor();
});

test('all of it is accessible, fits its screen and runs without errors', () => {
  assert.deepEqual(faults, []);
  assert.deepEqual(troubles, []);
});
