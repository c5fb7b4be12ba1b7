import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { account, base, device, faults, look, openBrowser, PHONE, WIDE } from './box.mjs';
import { until } from './class.mjs';
import { attack, hostile, scorm12, scorm2004, secretive } from './packed.mjs';
import { Person } from './school.mjs';
import { own, walk } from './walk.mjs';

/** Interactive packages: played, left in the middle, gone on with; their score in the lesson; and one that means harm. */

const run = String(Date.now() % 1e6);
const titles = {
  old: `Phân số ${run}`,
  fresh: `Vòng nước ${run}`,
  quiet: `Ghi chép ${run}`,
  bad: `Kẻ xấu ${run}`,
};
const ids = {};
let browser;
let librarian;
let teacher;
let lesson;

before(
  async () => {
    browser = await openBrowser();
    librarian = await Person.signIn(base, account('Thủ thư'));
    teacher = await Person.signIn(base, account('Giáo viên KHTN 8'));
    ids.old = await shelved(titles.old, scorm12(titles.old));
    ids.fresh = await shelved(titles.fresh, scorm2004(titles.fresh));
    ids.quiet = await shelved(titles.quiet, secretive(titles.quiet));
    ids.bad = await shelved(titles.bad, hostile(titles.bad));
    lesson = await lessonWith(ids.fresh);
  },
  { timeout: 120_000 },
);
after(() => browser?.close());

const step = walk('packages', () => browser, { patience: 120_000, apart: true });

async function shelved(title, bytes) {
  const { id } = await librarian.upload('/api/content/materials/uploads', `${title}.zip`, bytes);
  const path = `/api/content/materials/${id}`;
  await until(
    'the package is read',
    60_000,
    async () => (await librarian.get(path)).files[0].state === 'READY',
  );
  const { revision, metadata } = await librarian.get(path);
  assert.equal(metadata.title, title, 'the package says how it is called');
  const filled = { ...metadata, subject: 'khtn', grades: [8], licence: 'CC_BY', author: 'Tổ KHTN' };
  await librarian.insist('PUT', path, { revision, metadata: filled });
  await librarian.insist('POST', `${path}/publish`, {});
  return id;
}

async function lessonWith(materialId) {
  const course = (await teacher.get('/api/lms/courses')).find((one) => one.subject === 'khtn');
  const { sections } = await teacher.get(`/api/lms/courses/${course.id}`);
  const made = await teacher.insist('POST', `/api/lms/sections/${sections[0].id}/lessons`, {
    title: `Nước ${run}`,
  });
  const { id } = made.body;
  const blocks = [
    { id: 'chu', kind: 'text', html: '<p>Đọc rồi làm gói bên dưới.</p>' },
    {
      id: 'goi',
      kind: 'material',
      materialId,
      version: 1,
      title: titles.fresh,
      type: 'GOI_TUONG_TAC',
      note: null,
    },
  ];
  const draft = { revision: 1, title: `Nước ${run}`, summary: '', minutes: 10, blocks, indicators: [] };
  await until('the course knows the material', 30_000, async () => {
    const { revision } = (await teacher.insist('PUT', `/api/lms/lessons/${id}/draft`, draft)).body;
    draft.revision = revision;
    const known = await teacher.get(`/api/lms/lessons/${id}/draft`);
    return known.blocks[1].title === titles.fresh;
  });
  await teacher.insist('POST', `/api/lms/lessons/${id}/publish`, { revision: draft.revision });
  return id;
}

/** The package's own page: a frame in the frame of the player. */
const inside = (page) => page.frameLocator('iframe').frameLocator('#khung');

async function innermost(page) {
  await inside(page).locator('#o').waitFor();
  return page.frames().find((one) => one.parentFrame()?.parentFrame() === page.mainFrame());
}

step('a course is left in the middle and gone on with, and its score reaches the lesson', async () => {
  const phone = await own(browser, account('Học sinh lớp 8A'), PHONE);
  await phone.goto(`/bai/${lesson}`);
  await phone.getByText('Phần này xong khi em học hết gói').waitFor();
  await look(phone, 'goi-trong-bai');
  await phone.getByRole('link', { name: 'Vào học' }).click();
  await inside(phone).getByText('Trang 0, ab-initio').waitFor();
  await look(phone, 'goi-dang-hoc', { dark: true });
  await inside(phone).getByRole('button', { name: 'Trang sau' }).click();
  await inside(phone).getByRole('button', { name: 'Trang sau' }).click();
  await phone.getByText('Đã lưu').first().waitFor();
  await phone.goto('/');

  await phone.goto(`/thu-vien/${ids.fresh}/mo?bai=${lesson}`);
  await phone.getByRole('button', { name: 'Học tiếp' }).waitFor();
  await look(phone, 'goi-hoc-tiep');
  await phone.getByRole('button', { name: 'Học tiếp' }).click();
  await inside(phone).getByText('Trang 2, resume').waitFor();
  await inside(phone).getByRole('button', { name: 'Nộp bài' }).click();
  await inside(phone).getByText('Đã nộp passed').waitFor();
  await phone.getByRole('link', { name: 'Về bài học' }).click();
  await until('the score is in the lesson', 30_000, async () => {
    await phone.goto(`/bai/${lesson}`);
    const score = phone.getByText('Điểm 90%').first();
    return score.waitFor({ timeout: 3_000 }).then(
      () => true,
      () => false,
    );
  });
  await phone.getByText('Đã hoàn thành').waitFor();
  await phone.context().close();

  const desk = await own(browser, account('Giáo viên KHTN 8'), WIDE);
  await desk.goto(`/bai/${lesson}/tien-do`);
  await desk.getByRole('columnheader', { name: titles.fresh }).first().waitFor();
  await desk.getByText('90%').waitFor();
  await look(desk, 'goi-ca-lop');
  await desk.context().close();
});

step('a course of parts, played without a network in between, loses nothing', async () => {
  const desk = await own(browser, account('Học sinh lớp 8A'), WIDE);
  await desk.goto(`/thu-vien/${ids.old}`);
  await desk.getByRole('link', { name: 'Mở để học' }).click();
  await inside(desk).getByRole('heading', { name: 'Phần một' }).waitFor();
  await desk.getByText('Các phần').click();
  assert.ok(await desk.getByRole('button', { name: 'Phần hai' }).isDisabled());
  await desk.route('**/api/**', (route) => route.abort());
  await inside(desk).getByRole('button', { name: 'Nộp bài' }).click();
  await desk.getByText('Đã lưu trên máy').waitFor();
  await desk.unroute('**/api/**');
  await desk.goto('about:blank');

  await desk.goto(`/thu-vien/${ids.old}/mo`);
  await desk.getByText('Điểm: 50%').waitFor();
  await desk.getByRole('button', { name: 'Học tiếp' }).click();
  await desk.getByText('Các phần').click();
  await desk.getByRole('button', { name: 'Phần hai' }).click();
  await inside(desk).getByRole('heading', { name: 'Phần hai' }).waitFor();
  await desk.context().close();
});

for (const app of [base, base.replace('localhost', '127.0.0.1')]) {
  step(`a package that means harm reaches nothing (${new URL(app).hostname})`, async () => {
    const page = await device(browser, WIDE);
    await signInAt(page, app);
    await page.goto(`${app}/thu-vien/${ids.quiet}/mo`);
    const other = await innermost(page);
    const othersFile = new URL('bi-mat.txt', other.url()).href;
    assert.notEqual(new URL(other.url()).origin, app);

    await page.goto(`${app}/thu-vien/${ids.bad}/mo`);
    const own = await innermost(page);
    const told = await own.evaluate(attack, { app, othersFile: await asSeenBy(own, othersFile) });

    const reached = Object.entries(told).filter(([, said]) => !String(said).startsWith('none'));
    assert.deepEqual(reached, []);
    assert.equal(page.url(), `${app}/thu-vien/${ids.bad}/mo`);
    const session = await page.evaluate(async () => (await fetch('/api/lms/me')).status);
    assert.equal(session, 200, 'nobody was signed out');
    await page.context().close();
  });
}

/** Where packages share an origin the other's files are asked for there, with a ticket that was guessed wrong by a letter. */
async function asSeenBy(own, othersFile) {
  const url = new URL(othersFile);
  if (url.origin !== new URL(own.url()).origin) return othersFile;
  const [, ticket, ...rest] = url.pathname.split('/');
  const wrong = (ticket.startsWith('A') ? 'B' : 'A') + ticket.slice(1);
  return `${url.origin}/${[wrong, ...rest].join('/')}`;
}

async function signInAt(page, app) {
  const { username, password } = account('Học sinh lớp 8A');
  await page.goto(`${app}/`);
  await page.getByRole('link', { name: 'Đăng nhập' }).click();
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.waitForURL((url) => url.origin === app && url.pathname === '/');
  await page.getByRole('heading', { level: 1 }).first().waitFor();
}

test('no page of these is hard to use', () => assert.deepEqual(faults, []));
