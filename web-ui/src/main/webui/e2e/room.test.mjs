import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  account,
  base,
  device,
  faults,
  look,
  openBrowser,
  pictureAll,
  signIn,
  troubles,
  WIDE,
} from './box.mjs';
import { each, LEARNERS, madeClass, madeTest, PASSWORD, run, until, wait } from './class.mjs';
import { Person } from './school.mjs';

/**
 * A class of forty takes a test while its teacher looks on. One of them sits at a real browser, the others are where their
 * pages would be: they open, save, and send a sign of life. A minute that all clocks stand is a minute more for everyone.
 */
/** What an invigilator sees must be true within this. */
const LIVE = 5_000;

const people = [];
let browser;
let desk;
let page;
let teacher;
let assignment;
let beating;

before(
  async () => {
    const admin = await Person.signIn(base, account('Quản trị'));
    const classId = await madeClass(admin);
    const { body: made } = await admin.insist('POST', '/api/lms/people', {
      name: 'Hoàng Thị Sen',
      username: `sen.${run}`,
      roles: ['TEACHER'],
      classes: [{ classId, role: 'TEACHER' }],
      children: [],
    });
    teacher = await Person.signIn(base, { username: made.username, password: made.firstPassword }, PASSWORD);
    const { rows } = await admin.get(`/api/lms/classes/${classId}/first-passwords`);
    assert.equal(rows.length, LEARNERS);
    await each(rows, async ({ username, password, name }) => {
      const person = await Person.signIn(base, { username, password }, PASSWORD);
      people.push({ person, username, name, seq: 0, n: 0, beats: true });
    });
    // the class and its teacher reach the examinations as events
    await until('the teacher may give the class a test', 30_000, async () => {
      assignment = await madeTest(teacher, classId).catch(() => undefined);
      return assignment;
    });
    await until('the class has reached the room', 30_000, async () => {
      const { status, body } = await teacher.call('GET', `/api/assessment/assignments/${assignment}/room`);
      return status === 200 && body.rows.length === LEARNERS;
    });
    browser = await openBrowser();
    desk = await device(browser, WIDE);
    await signIn(desk, { username: made.username, password: PASSWORD });
    page = await device(browser, WIDE);
  },
  { timeout: 180_000 },
);

after(async () => {
  clearInterval(beating);
  await browser?.close();
});

const room = () => teacher.get(`/api/assessment/assignments/${assignment}/room`);
const seats = () => desk.locator('[data-seat]');
const chip = (name, count) =>
  desk
    .getByRole('group', { name: 'Lọc theo tình trạng' })
    .getByRole('button', { name: `${name} ${count}`, exact: true });
const shows = (name, count) => chip(name, count).waitFor({ timeout: LIVE });

async function sit(one) {
  const { body } = await one.person.insist('POST', `/api/assessment/assignments/${assignment}/sittings`, {
    device: `may-${one.username}`.slice(0, 40),
  });
  Object.assign(one, {
    sitting: body.sittingId,
    slots: body.parts.flatMap((part) => part.items).map((item) => item.slot),
  });
}

async function answer(one, choice) {
  const step = {
    seq: one.seq + 1,
    slot: one.slots[one.seq % one.slots.length],
    answer: { choice },
    typedAt: new Date().toISOString(),
  };
  await one.person.insist('PUT', `/api/assessment/sittings/${one.sitting}/answers`, {
    device: `may-${one.username}`.slice(0, 40),
    steps: [step],
  });
  one.seq += 1;
}

async function beat(one, ...kinds) {
  const { body } = await one.person.insist('POST', `/api/assessment/sittings/${one.sitting}/beat`, {
    device: `may-${one.username}`.slice(0, 40),
    now: new Date().toISOString(),
    seq: one.seq,
    acked: one.seq,
    slot: one.slots[one.seq % one.slots.length],
    answered: Math.min(one.seq, one.slots.length),
    events: kinds.map((kind) => ({ n: ++one.n, kind, at: new Date().toISOString(), seconds: null })),
  });
  return body;
}

/** Each goes on where the last one ended; a picture of every page when one fails. */
const scene = (name, options, does) =>
  test(name, options, async () => {
    try {
      await does();
    } catch (thrown) {
      await pictureAll(browser, 'room');
      throw thrown;
    }
  });

/** The pupil at the browser has no client of ours. */
const byApi = () => people.slice(1);

scene('forty learners come in, and the room shows each of them', { timeout: 300_000 }, async () => {
  await desk.goto(`/phong-thi/${assignment}`);
  await shows('Chưa vào', LEARNERS);
  assert.equal(await seats().count(), LEARNERS);

  await each(byApi(), async (one) => {
    await sit(one);
    await answer(one, 'A');
    await beat(one);
  });
  beating = setInterval(() => {
    for (const one of byApi()) if (one.beats) void beat(one).catch(() => undefined);
  }, 10_000);
  await signIn(page, { username: people[0].username, password: PASSWORD });
  await page.goto(`/lam-bai/${assignment}`);
  await page.getByRole('button', { name: /Bắt đầu|Vào làm/ }).click();
  await page.getByRole('timer').first().waitFor();

  await shows('Đang làm', LEARNERS);
  await shows('Chưa vào', 0);
  await look(desk, 'phong-thi', { dark: true });
});

scene(
  'what happens at a desk is seen at the teacher’s within five seconds',
  { timeout: 60_000 },
  async () => {
    const one = people[7];
    const card = desk.locator(`[data-seat="${(await one.person.get('/api/lms/me')).id}"]`);
    await answer(one, 'C');
    await beat(one, 'LEFT');
    await card.getByText('2/4', { exact: true }).waitFor({ timeout: LIVE });
    await desk.getByText('Vừa rời trang bài thi').waitFor({ timeout: LIVE });

    await card.click();
    const panel = desk.getByRole('region', { name: new RegExp(one.name) });
    await panel.getByText('Rời trang', { exact: true }).waitFor();
    await look(desk, 'phong-thi-em');
    await beat(one, 'BACK');
    await panel.getByText('Quay lại', { exact: true }).waitFor({ timeout: LIVE });
    await desk.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
  },
);

scene('a paused minute is a minute more for everyone', { timeout: 60_000 }, async () => {
  const before = new Map((await room()).rows.map((row) => [row.learnerId, Date.parse(row.closesAt)]));
  await desk.getByRole('button', { name: 'Tạm dừng', exact: true }).click();
  await shows('Tạm dừng', LEARNERS);
  await page
    .getByText(/tạm dừng/i)
    .first()
    .waitFor({ timeout: 15_000 });
  const covered = page.getByRole('status').filter({ hasText: 'tạm dừng' }).first();
  const standing = await covered.innerText();
  assert.ok((await beat(people[3])).pausedAt, 'a learner’s page is told that its clock stands');
  await answer(people[3], 'D');
  await wait(3_000);
  assert.equal(await covered.innerText(), standing, 'the clock stands at the pupil’s');

  await desk.getByRole('button', { name: 'Chạy tiếp', exact: true }).click();
  await shows('Đang làm', LEARNERS);
  await page.getByRole('timer').first().waitFor({ timeout: 15_000 });
  const { pauses } = await teacher.get(`/api/assessment/assignments/${assignment}/minutes`);
  const [pause] = pauses.filter((one) => one.learnerId === null);
  const stood = Date.parse(pause.to) - Date.parse(pause.from);
  assert.ok(stood >= 3_000, `the clocks stood for ${stood} ms`);
  const after = (await room()).rows;
  assert.equal(after.length, LEARNERS);
  for (const row of after) {
    const given = Date.parse(row.closesAt) - before.get(row.learnerId);
    assert.ok(Math.abs(given - stood) <= 1, `${row.learnerId} was given ${given} ms of ${stood}`);
  }
});

scene('one who is not heard from is called, and more time is his alone', { timeout: 90_000 }, async () => {
  const one = people[11];
  const id = (await one.person.get('/api/lms/me')).id;
  one.beats = false;
  await desk.locator(`[data-seat="${id}"]`).getByText('Mất tín hiệu').waitFor({ timeout: 45_000 });
  const before = new Map((await room()).rows.map((row) => [row.learnerId, row.closesAt]));
  const call = desk.getByRole('listitem').filter({ hasText: 'Thêm 5 phút' }).first();
  await call.getByRole('button', { name: 'Thêm 5 phút' }).click();
  await desk.getByText('được thêm 5 phút').first().waitFor();
  await until('he has five minutes more', 10_000, async () => {
    const row = (await room()).rows.find((each) => each.learnerId === id);
    return Date.parse(row.closesAt) - Date.parse(before.get(id)) === 300_000;
  });
  const others = (await room()).rows.filter((row) => row.learnerId !== id);
  assert.ok(others.every((row) => row.closesAt === before.get(row.learnerId)));
  one.beats = true;
  await beat(one);
  await shows('Mất tín hiệu', 0);
});

scene('collecting can be taken back, and then ends every sitting', { timeout: 60_000 }, async () => {
  const collect = async () => {
    await desk.getByRole('button', { name: 'Thu bài', exact: true }).click();
    await desk.getByRole('button', { name: `Thu bài của ${LEARNERS} em` }).click();
  };
  await collect();
  await desk.getByRole('button', { name: 'Hoàn tác' }).click();
  await wait(1_000);
  await shows('Đang làm', LEARNERS);

  await collect();
  await chip('Đã nộp', LEARNERS).waitFor({ timeout: 20_000 });
  const { rows } = await room();
  assert.ok(rows.every((row) => row.state === 'HANDED_IN' && row.handedInBy === 'INVIGILATOR'));
  await page.getByRole('timer').waitFor({ state: 'detached', timeout: 15_000 });
});

scene('the minutes tell what happened, and can be added to and printed', { timeout: 60_000 }, async () => {
  await desk.keyboard.press('b');
  await desk.getByRole('heading', { name: 'BIÊN BẢN COI KIỂM TRA' }).waitFor();
  await desk.getByText('Tạm dừng đồng hồ của cả phòng.').waitFor();
  await desk.getByText('Thêm 5 phút cho').waitFor();
  await desk.getByLabel('Ghi thêm trước khi in').fill('Phòng có một máy hỏng bàn phím.');
  await desk.getByRole('button', { name: 'Ghi vào biên bản' }).click();
  await desk.getByRole('cell', { name: 'Phòng có một máy hỏng bàn phím.' }).waitFor();
  await look(desk, 'bien-ban');

  assert.deepEqual(faults, []);
  assert.deepEqual(troubles, []);
});
