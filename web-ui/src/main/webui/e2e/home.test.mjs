import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { account, base, device, faults, look, openBrowser, PHONE, signIn, troubles, WIDE } from './box.mjs';
import { PASSWORD, publishedIn, run, until } from './class.mjs';
import { fromTheTop, isFocused, tabTo, walkRound } from './keys.mjs';
import { xlsx } from './made.mjs';
import { Person } from './school.mjs';
import { own, walk } from './walk.mjs';

/** A pupil's first page by the keyboard alone, on a phone and on a screen, in the light and in the dark. */
const CLASS = `6K${run.slice(-4)}`;
/** As long as they come: nothing of it may run over what stands beside it. */
const NAME = 'Công Tằng Tôn Nữ Nguyễnthịngọcphươngthảonguyênbình';
const LESSONS = Array.from({ length: 7 }, (_, n) => `Bài ${n + 1} có hạn ${run}`);
let browser;
let page;
let admin;

const step = walk('home', () => browser);
const main = () => page.getByRole('main');
const press = (key) => page.keyboard.press(key);
const home = async () => {
  await page.goto('/');
  await page.getByRole('heading', { name: 'Việc cần làm' }).waitFor();
  await page.getByRole('heading', { name: 'Môn học của em' }).waitFor();
  await main().getByRole('link', { name: LESSONS[0] }).waitFor();
};

before(
  async () => {
    browser = await openBrowser();
    admin = await Person.signIn(base, account('Quản trị'));
    const teacher = await Person.signIn(base, account('Giáo viên Toán 8'));
    const slip = await pupilWithLongName();
    const pupil = await Person.signIn(base, slip, PASSWORD);
    await workFor(teacher, slip.classId, (await pupil.get('/api/lms/me')).id);
    page = await device(browser, WIDE);
    await signIn(page, { ...slip, password: PASSWORD });
  },
  { timeout: 180_000 },
);
after(() => browser?.close());

async function pupilWithLongName() {
  const head = ['Mã định danh Bộ GD&ĐT', 'Họ tên', 'Ngày sinh', 'Giới tính', 'Lớp học', 'Khối học'];
  const row = [`${run}90`, NAME, '02/03/2015', 'Nữ', CLASS, '6'];
  const { id } = await admin.upload('/api/lms/roster-imports', 'lop.xlsx', xlsx([head, row]));
  await admin.insist('POST', `/api/lms/roster-imports/${id}/apply`, {});
  await until('she is in', 60_000, async () => {
    const { state, passwordsToSet } = await admin.get(`/api/lms/roster-imports/${id}`);
    return state === 'DONE' && passwordsToSet === 0;
  });
  const classId = (await admin.get('/api/lms/classes')).find((one) => one.name === CLASS).id;
  const { rows } = await admin.get(`/api/lms/classes/${classId}/first-passwords`);
  return { classId, username: rows[0].username, password: rows[0].password };
}

/** Lessons that end tomorrow, and a word from the teacher. */
async function workFor(teacher, classId, learnerId) {
  const teacherId = (await teacher.get('/api/lms/me')).id;
  await admin.insist('POST', '/api/lms/teachings', { teacherId, classId, subject: 'toan', term: null });
  const made = async (path, body) => (await teacher.insist('POST', path, body)).body.id;
  const about = { title: `Toán 6 ${run}`, subject: 'toan', grade: 6, classIds: [classId] };
  const course = await made('/api/lms/courses', about);
  const section = await made(`/api/lms/courses/${course}/sections`, { title: 'Chương I' });
  for (const title of LESSONS)
    await publishedIn(teacher, section, title, [
      { id: 'b1', kind: 'text', html: '<p>Số tự nhiên là số dùng để đếm.</p>' },
    ]);
  const until = new Date(Date.now() + 86_400_000).toISOString();
  await teacher.insist('PUT', `/api/lms/course-rules/${course}/sections/${section}`, {
    needs: [],
    openings: [{ until, closes: false, waived: false }],
  });
  await teacher.insist('POST', `/api/lms/course-reminders/${course}`, {
    learnerIds: [learnerId],
    text: 'Em học bài 1 trước nhé.',
  });
}

for (const size of [PHONE, WIDE])
  for (const colorScheme of ['light', 'dark'])
    step(
      `everything on it is reached, in the order in which it stands, and seen: ${size.width} ${colorScheme}`,
      async () => {
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme });
        await home();
        const reached = await walkRound(page, `hom-nay-ban-phim-${size.width}-${colorScheme}`, faults);
        assert.match(reached[0], /Đến nội dung chính/);
        for (const each of ['Xem cả 7 việc', 'Thông báo', LESSONS[0]])
          assert.ok(
            reached.some((name) => name.includes(each)),
            `${each} is among ${reached.join(', ')}`,
          );
      },
    );

step('the longest name stays inside its column', async () => {
  await page.setViewportSize(WIDE);
  await page.emulateMedia({ colorScheme: 'light' });
  await home();
  const rail = await page.locator('aside.rail').boundingBox();
  const over = await page.locator('aside.rail').evaluate((aside) => aside.scrollWidth - aside.clientWidth);
  assert.equal(over, 0, 'nothing of it runs over');
  const name = await page.locator('aside.rail .me b').boundingBox();
  assert.ok(name.x + name.width <= rail.x + rail.width);
  await look(page, 'hom-nay-ten-dai', { dark: true });
});

step('the first Tab offers to go past the menu', async () => {
  await home();
  await fromTheTop(page);
  await press('Tab');
  await press('Enter');
  await press('Tab');
  assert.ok(await main().evaluate((one) => one.contains(document.activeElement)));
});

step('what is next opens by Enter, and Back comes back', async () => {
  await home();
  const next = main()
    .getByRole('region')
    .getByRole('link', { name: /Bắt đầu học|Học tiếp/ });
  await fromTheTop(page);
  await tabTo(page, next);
  await press('Enter');
  await page.getByRole('heading', { level: 1, name: LESSONS[0] }).waitFor();
  await page.goBack();
  await main().getByRole('link', { name: LESSONS[0] }).first().waitFor();
});

step('the whole list is opened and shut by Enter and Space, and the focus stays', async () => {
  await home();
  const whole = main().getByRole('button', { expanded: false });
  await fromTheTop(page);
  await tabTo(page, whole);
  await press('Enter');
  const less = main().getByRole('button', { expanded: true });
  assert.ok(await isFocused(less));
  await main().getByRole('link', { name: LESSONS[6] }).waitFor();
  await press('Space');
  assert.ok(await isFocused(main().getByRole('button', { expanded: false })));
  const row = main().getByRole('list', { name: 'Việc cần làm' }).getByRole('link', { name: LESSONS[1] });
  await tabTo(page, row);
  await press('Enter');
  await page.getByRole('heading', { level: 1, name: LESSONS[1] }).waitFor();
});

step('notices and calendar, on a screen and on a phone', async () => {
  for (const size of [WIDE, PHONE]) {
    await page.setViewportSize(size);
    await home();
    await fromTheTop(page);
    await tabTo(page, page.getByRole('link', { name: /^Thông báo/ }).filter({ visible: true }));
    await press('Enter');
    await page.waitForURL('**/thong-bao');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await home();
    await tabTo(page, main().getByRole('link', { name: 'Xem lịch cả tháng' }));
    await press('Enter');
    await page.waitForURL('**/lich');
  }
});

step('the search box of the library: words, suggestions, Escape, Enter', async () => {
  await page.setViewportSize(WIDE);
  await home();
  await fromTheTop(page);
  await tabTo(
    page,
    page.getByRole('navigation').getByRole('link', { name: 'Thư viện' }).filter({ visible: true }),
  );
  await press('Enter');
  await page.waitForURL('**/thu-vien');
  const field = page.getByRole('combobox', { name: /Tìm/ });
  await field.waitFor();
  await tabTo(page, field);
  await page.keyboard.type('toan', { delay: 60 });
  await page.getByRole('option').first().waitFor();
  await press('ArrowDown');
  assert.ok(await field.getAttribute('aria-activedescendant'));
  await press('Escape');
  assert.equal(await field.getAttribute('aria-expanded'), 'false');
  assert.ok(await isFocused(field));
  await press('Enter');
  await page.waitForURL(/[?&]q=toan/);
});

step('light, dark and language are changed by the keyboard', async () => {
  await home();
  await fromTheTop(page);
  await tabTo(page, page.locator('aside.rail .me'));
  await press('Enter');
  await page.waitForURL('**/cua-toi');
  await page.getByRole('button', { name: 'Tối', exact: true }).waitFor();
  await walkRound(page, 'cua-toi-ban-phim', faults);
  await tabTo(page, page.getByRole('button', { name: 'Tối', exact: true }));
  await press('Space');
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  await tabTo(page, page.getByRole('button', { name: 'English' }));
  await press('Enter');
  await page
    .getByRole('button', { name: 'Sign out' })
    .or(page.getByRole('link', { name: 'Sign out' }))
    .waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  await fromTheTop(page);
  await tabTo(page, page.getByRole('button', { name: 'Tiếng Việt' }));
  await press('Enter');
  await page.getByRole('link', { name: 'Đăng xuất' }).waitFor();
});

step('the menu of a phone opens, holds the focus, and gives it back', async () => {
  const phone = await own(browser, account('Giáo viên Toán 8'), PHONE);
  const more = phone.getByRole('button', { name: 'Thêm', exact: true });
  await more.waitFor();
  await fromTheTop(phone);
  await tabTo(phone, more);
  await phone.keyboard.press('Enter');
  const sheet = phone.getByRole('dialog');
  await sheet.waitFor();
  assert.ok(await sheet.evaluate((one) => one.contains(document.activeElement)));
  for (let presses = 0; presses < 12; presses++) {
    await phone.keyboard.press('Tab');
    assert.ok(
      await sheet.evaluate(
        (one) => one.contains(document.activeElement) || document.activeElement === document.body,
      ),
      'nothing behind it has the focus',
    );
  }
  await phone.keyboard.press('Escape');
  await sheet.waitFor({ state: 'hidden' });
  assert.ok(await isFocused(more));
});

step('the pages are accessible, fit their screens and run without errors', () => {
  assert.deepEqual(faults, []);
  assert.deepEqual(troubles, []);
});
