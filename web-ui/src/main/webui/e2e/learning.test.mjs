import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { account, base, device, faults, look, openBrowser, PHONE, signIn, troubles, WIDE } from './box.mjs';
import { until } from './class.mjs';
import { Person } from './school.mjs';
import { button, walk } from './walk.mjs';

/**
 * A teacher says how a course is learnt, a pupil learns it so, with and without a network, and whoever is behind is
 * reminded.
 */
const run = String(Date.now() % 1e6);
const TITLE = `Áp suất ${run}`;
const LONG = 'Bài 1. Áp suất chất lỏng và áp suất khí quyển trong đời sống hằng ngày';
const DAY = 86_400_000;
let browser;
let teacher;
let desk;
let phone;
let course;
let section;
const lessons = [];

const step = walk('learning', () => browser, { patience: 120_000 });

const made = async (path, body) => (await teacher.insist('POST', path, body)).body.id;

async function lesson(title) {
  const id = await made(`/api/lms/sections/${section}/lessons`, { title });
  const words = ['Áp lực là lực ép vuông góc.', 'p = F/S.', 'Đơn vị là Pa.'];
  const blocks = words.map((text, i) => ({ id: `k${i}`, kind: 'text', html: `<p>${text}</p>` }));
  const draft = { revision: 1, title, summary: '', minutes: 15, blocks, indicators: [] };
  await teacher.insist('PUT', `/api/lms/lessons/${id}/draft`, draft);
  await teacher.insist('POST', `/api/lms/lessons/${id}/publish`, { revision: 2 });
  return id;
}

before(
  async () => {
    browser = await openBrowser();
    teacher = await Person.signIn(base, account('Giáo viên KHTN 8'));
    const { classes } = await teacher.get('/api/lms/home');
    const own = classes.find((one) => one.name === '8A') ?? classes[0];
    course = await made('/api/lms/courses', { title: TITLE, subject: 'khtn', grade: 8, classIds: [own.id] });
    section = await made(`/api/lms/courses/${course}/sections`, { title: 'Chương III. Khối lượng riêng' });
    for (const title of [LONG, 'Bài 2. Lực đẩy Archimedes', 'Bài 3. Ôn tập'])
      lessons.push(await lesson(title));
    desk = await device(browser, WIDE);
    phone = await device(browser, PHONE);
    await signIn(desk, account('Giáo viên KHTN 8'));
    await signIn(phone, account('Học sinh lớp 8A'));
  },
  { timeout: 120_000 },
);
after(() => browser?.close());

const heading = (page, name) => page.getByRole('heading', { name, exact: true }).waitFor();
const local = (moment) => new Date(moment + 7 * 3_600_000).toISOString().slice(0, 16);

step('the teacher says how a course is learnt', async () => {
  await desk.goto(`/mon-hoc/${course}`);
  await desk.getByRole('link', { name: 'Cách học' }).click();
  await button(desk, `Dặn cách học: ${LONG}`).click();
  await desk.getByLabel('Học ít nhất', { exact: true }).check();
  await desk.getByLabel('Học ít nhất, phút').fill('1');
  await desk.getByLabel('Thêm lịch cho').selectOption({ label: 'Cả môn' });
  await desk.getByLabel('Hạn học xong').fill(local(Date.now() - 2 * DAY));
  await desk.getByLabel('Hạn học xong').press('Tab');
  await look(desk, 'cach-hoc-dan', { dark: true });
  await button(desk, 'Lưu cách học').click();
  await desk.getByText('Xong khi: xem hết bài, học từ 1 phút').waitFor();

  await button(desk, 'Dặn cách học: Bài 2. Lực đẩy Archimedes').click();
  await desk.getByLabel('Thêm bài hoặc chương phải học trước').selectOption({ label: LONG });
  await button(desk, 'Lưu cách học').click();
  await desk.getByText(`Sau khi học xong “${LONG}”`).waitFor();

  await button(desk, 'Dặn cách học: Bài 3. Ôn tập').click();
  await desk.getByLabel('Thêm lịch cho').selectOption({ label: 'Cả môn' });
  await desk.getByLabel('Mở từ').fill(local(Date.now() + 2 * DAY));
  await desk.getByLabel('Mở từ').press('Tab');
  await button(desk, 'Lưu cách học').click();
  await desk.getByText(/Mở từ \d/).waitFor();
  await look(desk, 'cach-hoc', { dark: true });
});

step('lessons that would wait for each other are refused, and nothing is lost', async () => {
  await button(desk, `Dặn cách học: ${LONG}`).click();
  await desk
    .getByLabel('Thêm bài hoặc chương phải học trước')
    .selectOption({ label: 'Bài 2. Lực đẩy Archimedes' });
  await button(desk, 'Lưu cách học').click();
  await desk.getByText('Các bài chờ nhau thành vòng').waitFor();
  await desk.keyboard.press('Escape');
});

step('the pupil is told what comes first, and why a lesson is shut', async () => {
  await phone.goto('/');
  await heading(phone, LONG);
  await phone.getByText('Quá hạn 2 ngày').first().waitFor();
  await look(phone, 'hoc-sinh-hom-nay', { dark: true });
  await phone.goto(`/mon-hoc/${course}`);
  await phone.getByText(`Học xong “${LONG}” trước`).waitFor();
  await phone.getByText(/Mở từ \d/).waitFor();
  await look(phone, 'hoc-sinh-mon', { dark: true });
  await phone.goto(`/bai/${lessons[1]}`);
  await phone.getByText('Xong bài dưới đây là bài này mở.').waitFor();
  assert.equal(await phone.getByText('p = F/S.').count(), 0);
  await look(phone, 'hoc-sinh-khoa', { dark: true });
});

step('reading counts, a note is kept, and the lesson is taken along', async () => {
  await button(phone, 'Học bài này')
    .or(phone.getByRole('link', { name: 'Học bài này' }))
    .click();
  await heading(phone, 'Để xong bài này');
  await phone.getByText('Ghi chú của em', { exact: true }).click();
  await phone.getByLabel('Ghi chú của em cho bài này').fill('p = F/S, đơn vị Pa');
  await phone.getByText('Đã lưu. Chỉ mình em đọc được.').waitFor();
  await phone.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await button(phone, 'Lưu để học khi mất mạng').click();
  await phone.getByText('Đã lưu trên máy này').waitFor();
  await phone.getByText('Đã xem 3/3 phần').first().waitFor();
  await look(phone, 'hoc-sinh-bai', { dark: true });
});

step('without a network the lesson opens again, and what was done waits and is sent', async () => {
  await phone.reload();
  await heading(phone, LONG);
  await phone.context().setOffline(true);
  await phone.reload();
  await heading(phone, LONG);
  const note = phone.getByLabel('Ghi chú của em cho bài này');
  await note.fill('p = F/S, đơn vị Pa. Hỏi cô câu 3.');
  await phone.getByText('Đã giữ trên máy này, có mạng lại sẽ gửi.').waitFor();
  await phone.context().setOffline(false);
  await until('the note came to school', 40_000, async () => {
    const pupil = await Person.signIn(base, account('Học sinh lớp 8A'));
    return (await pupil.get(`/api/lms/lessons/${lessons[0]}`)).note.text.endsWith('Hỏi cô câu 3.');
  });
});

step('all notes stand together, are found without accents, mended, and deleted with a way back', async () => {
  await phone.goto('/cua-toi/ghi-chu');
  await heading(phone, 'Ghi chú của em');
  await phone.getByRole('searchbox').fill('hoi co cau');
  const note = phone.getByRole('listitem').filter({ has: phone.getByRole('link', { name: LONG }) });
  await note.getByText('Hỏi cô câu 3.').waitFor();
  await note.getByRole('button', { name: /^Sửa/ }).click();
  await note.getByRole('textbox').fill('p = F/S. Hỏi cô câu 3 và câu 4.');
  await button(note, 'Lưu').click();
  await phone.getByText('p = F/S. Hỏi cô câu 3 và câu 4.').waitFor();
  await look(phone, 'ghi-chu', { dark: true });
  await phone
    .getByRole('listitem')
    .filter({ hasText: 'câu 4' })
    .getByRole('button', { name: /^Xoá/ })
    .click();
  await phone.getByText(/^Đã xoá ghi chú ở/).waitFor();
  await button(phone, 'Hoàn tác').click();
  await phone.getByText('p = F/S. Hỏi cô câu 3 và câu 4.').waitFor();
});

step('the teacher sees who is behind, reminds them in one go, and takes it back in time', async () => {
  await desk.getByRole('link', { name: 'Tiến độ' }).click();
  await desk.getByText(`Vướng ở: ${LONG}`).first().waitFor();
  await look(desk, 'tien-do', { dark: true });
  const remind = desk.getByRole('button', { name: /^Nhắc \d+ em$/ });
  await remind.click();
  await look(desk, 'tien-do-nhac');
  await button(desk, 'Gửi lời nhắc').click();
  await desk.getByText(/^Đã nhắc \d+ em$/).waitFor();
  await button(desk, 'Hoàn tác').click();
  await remind.click();
  await desk.getByLabel('Lời nhắc').fill('Các em học nốt bài 1 trước thứ Hai nhé.');
  await button(desk, 'Gửi lời nhắc').click();
  await until('the school has the reminders', 30_000, async () => {
    const sheet = await teacher.get(`/api/lms/course-standing/${course}`);
    return sheet.classes[0].learners.every((one) => !one.slow || one.remindedAt !== null);
  });
  await phone.goto('/');
  await phone.getByText('Các em học nốt bài 1 trước thứ Hai nhé.').waitFor();
  await look(phone, 'hoc-sinh-duoc-nhac', { dark: true });
});

step('what was to be finished is finished, and the next lesson opens', async () => {
  const pupil = await Person.signIn(base, account('Học sinh lớp 8A'));
  const report = { version: 1, seen: ['k0', 'k1', 'k2'], lastBlock: 'k2', seconds: 61 };
  const { body } = await pupil.insist('PUT', `/api/lms/lessons/${lessons[0]}/progress`, report);
  assert.equal(body.done, true);
  await phone.goto(`/bai/${lessons[1]}`);
  await phone.getByText('p = F/S.').waitFor();
});

test('the pages are whole: no faults of theirs were seen', () => {
  assert.deepEqual(troubles, []);
  assert.deepEqual(faults, []);
});
