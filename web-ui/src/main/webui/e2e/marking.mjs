import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { account, base, openBrowser, PHONE, WIDE } from './box.mjs';
import * as marked from './marked.mjs';
import { Person } from './school.mjs';
import { button, own, walk } from './walk.mjs';
export { button, link } from './walk.mjs';

/** Who marks and who is marked: the teacher’s desk, a second teacher’s, and two pupils at real browsers. */
let browser;
export let desk;
export let second;
export let phone;
export let other;
export let teacher;
export let classId;
export let assignment;
export let pupils;
/** At the phone, one of the best; at the other screen, the last. */
export let strong;
export let weak;

before(
  async () => {
    const { password } = account('Quản trị');
    teacher = await Person.signIn(base, account('Giáo viên Tin học'));
    const admin = await Person.signIn(base, account('Quản trị'));
    classId = (await admin.get('/api/lms/classes')).find((one) => one.name === '8B').id;
    [assignment, pupils] = await Promise.all([
      marked.madePaper(teacher).then((paper) => marked.given(teacher, paper, classId)),
      marked.pupilsOf(admin, classId, password),
    ]);
    strong = Object.assign(pupils[0], { words: `${marked.ESSAYS[0]} Em còn chỉ cho bà.` });
    weak = Object.assign(pupils.at(-1), { words: `${marked.ESSAYS[2]} Bạn ấy nhớ giỏi.` });
    browser = await openBrowser();
    [desk, second, phone, other] = await Promise.all([
      own(browser, account('Giáo viên Tin học'), WIDE),
      own(browser, account('Giáo viên Toán 8'), WIDE),
      own(browser, { username: strong.username, password }, PHONE),
      own(browser, { username: weak.username, password }, WIDE),
    ]);
  },
  { timeout: 120_000 },
);
after(() => browser?.close());

export const step = walk('marking', () => browser, { patience: 60_000 });

/** What a name ends in for those who do not see where it stands. */
export const ofQuestion = (words, n) => new RegExp(`^${words}\\s*, câu ${n}$`, 'i');
export const said = (page, text) => page.getByText(text, { exact: true }).first().waitFor();
/** The answer that is marked now; its heading is all that names it. */
export const work = (page) => page.getByRole('region', { name: /^Bài \d+$/ });

/** Goes from the answer in sight to another one by this key. */
export async function leave(page, key) {
  const alias = await work(page).getByRole('heading').innerText();
  await page.keyboard.press(key);
  await page.getByRole('heading', { name: alias, exact: true }).waitFor({ state: 'detached' });
}

export async function takes(page, one) {
  await page.goto(`/lam-bai/${assignment}`);
  await button(page, 'Bắt đầu làm bài').click();
  await page.getByRole('timer').first().waitFor();
  for (const letter of one.letters) {
    await page.keyboard.press(letter.toLowerCase());
    await page.keyboard.press('n');
  }
  await page.getByLabel('Bài viết của em').fill(one.words);
  await button(page, 'Nộp bài').first().click();
  await button(page.getByRole('dialog'), 'Nộp bài').click();
  await page.getByText('Đã nộp về trường lúc').waitFor();
}

/** A pupil’s own line of the gradebook is renewed, and the tracker has one proof of it instead of two. */
export async function changedOnce(one, share) {
  const { line, evidence } = await marked.recordsOf(one, assignment);
  assert.ok(line.releasedAt > one.before.line.releasedAt);
  assert.equal(one.before.evidence.length, 1);
  assert.deepEqual(
    evidence.map((each) => Number(each.share)),
    [share],
  );
}
