import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  account,
  base,
  device,
  faults,
  look,
  looked,
  openBrowser,
  PHONE,
  pictureAll,
  signIn,
  troubles,
  WIDE,
} from './box.mjs';
import * as matter from './matter.mjs';

/** One school's day, from the list of its pupils to what a pupil's work has proved. Each step goes on where the last one ended. */

const { className, NEW_PASSWORD, teacher, reader, neighbour, paperTitle, bookTitle } = matter;
let browser;
let admin;
let desk;
let phone;
let other;
let broken = false;
const pupils = new Map();
const learned = [];
const known = { teacherPassword: '', assignment: '', course: '', sitting: '', lesson: '' };

before(async () => {
  browser = await openBrowser();
});
after(() => browser?.close());

function step(name, does) {
  test(name, { timeout: 150_000 }, async (t) => {
    if (broken) return t.skip('an earlier step failed');
    broken = true;
    try {
      await does();
      broken = false;
    } finally {
      if (broken) await pictureAll(browser, 'failed');
    }
  });
}

const button = (page, name) => page.getByRole('button', { name, exact: true });
const heading = (page, name) => page.getByRole('heading', { name });
const choose = (page, name, mimeType, buffer) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A value as the field for date and hour wants it, in the school's time. */
function hour(at) {
  return new Date(at + 7 * 3_600_000).toISOString().slice(0, 16);
}

/** Everything a pupil's browser is told, until the marks are given out. */
function listen(page) {
  page.on('response', async (response) => {
    if (!(response.headers()['content-type'] ?? '').includes('json')) return;
    learned.push([response.url(), await response.text().catch(() => '')]);
  });
}

step('the first page says what this is, to people with and without an account', async () => {
  admin = await device(browser, WIDE);
  await admin.goto('/');
  await heading(admin, 'Lớp Mở').waitFor();
  await look(admin, 'trang-dau', { dark: true });
});

step('the administrator takes in a list of pupils and names its faulty row', async () => {
  await signIn(admin, account('Quản trị'));
  await look(admin, 'quan-tri');
  await admin.getByRole('link', { name: 'Học sinh' }).first().click();
  await heading(admin, 'Học sinh').waitFor();
  await look(admin, 'nhap-hoc-sinh');
  await choose(admin, 'danh-sach.xlsx', XLSX, matter.roster());
  await button(admin, 'Nhập 3 học sinh').waitFor();
  await admin.getByText('3 mới, 0 thay đổi, 0 như cũ, 1 không nhận').waitFor();
  await admin.getByRole('row').filter({ hasText: 'Hà Văn Sai' }).getByText('Không nhận').waitFor();
  await look(admin, 'nhap-hoc-sinh-xem-truoc');
  await button(admin, 'Nhập 3 học sinh').click();
  await admin.getByText('Xong. 3 học sinh').waitFor({ timeout: 60_000 });
  await look(admin, 'nhap-hoc-sinh-xong');
});

step('he prints their first passwords and makes a teacher for the class', async () => {
  await admin.getByRole('region', { name: 'Phiếu mật khẩu' }).getByRole('link', { name: className }).click();
  await heading(admin, `Lớp ${className}`).waitFor();
  for (const slip of await admin.getByRole('listitem').filter({ hasText: 'Mật khẩu:' }).all()) {
    const [name, username, password] = await slip.locator('b').allInnerTexts();
    pupils.set(name, { username, password });
  }
  assert.deepEqual([...pupils.keys()].sort(), [...matter.names].sort());
  await look(admin, 'phieu-mat-khau');

  await admin.getByRole('link', { name: 'Tài khoản' }).first().click();
  await look(admin, 'tai-khoan');
  await button(admin, 'Thêm người').click();
  const sheet = admin.getByRole('dialog');
  await sheet.getByLabel('Họ và tên').fill(teacher.name);
  await sheet.getByLabel('Tên đăng nhập').fill(teacher.username);
  await button(sheet, className).click();
  await look(admin, 'tai-khoan-moi');
  await button(sheet, 'Tạo tài khoản').click();
  const said = await admin.getByText('mật khẩu lần đầu').innerText();
  known.teacherPassword = /mật khẩu lần đầu (\S+)\. Ghi/.exec(said)?.[1] ?? assert.fail(said);
  await admin.getByRole('cell', { name: teacher.username }).waitFor();
});

step('the teacher must change the first password, and sees the class', async () => {
  desk = await device(browser, WIDE);
  await signIn(
    desk,
    { username: teacher.username, password: known.teacherPassword },
    { password: NEW_PASSWORD, look: true },
  );
  await look(desk, 'giao-vien', { dark: true });
  await desk.getByRole('link', { name: 'Lớp', exact: true }).first().click();
  await desk.getByRole('link', { name: className }).first().click();
  await desk.getByText(reader.name).waitFor();
  await look(desk, 'lop');
});

step('a paper from Word comes in, and what could not be read is mended', async () => {
  await desk.goto('/nhap-de');
  await heading(desk, 'Nhập đề từ Word').waitFor();
  await look(desk, 'nhap-de');
  await choose(desk, `${paperTitle}.docx`, DOCX, matter.paper());
  await desk.getByText('Đã đọc 5 câu').or(desk.getByText('5 câu')).first().waitFor();
  await desk.getByText('Không thấy đáp án trong tệp').first().waitFor();
  await look(desk, 'nhap-de-soat', { dark: true });
  await desk.getByRole('radio', { name: 'Đáp án đúng là C' }).check();
  await desk.getByText('Không thấy đáp án trong tệp').first().waitFor({ state: 'detached' });
  for (const n of [2, 4]) {
    await desk.getByRole('button', { name: new RegExp(`^Câu ${n},`) }).click();
    const picker = button(desk, 'Gắn năng lực số');
    if ((await picker.getAttribute('aria-expanded')) !== 'true') await picker.click();
    await desk
      .getByRole('button', { name: /^Thêm chỉ báo/ })
      .first()
      .click();
    await desk.getByRole('button', { name: 'Năng lực số: 1 chỉ báo' }).waitFor();
  }
  await look(desk, 'nhap-de-chi-bao');
  await button(desk, 'Đưa vào ngân hàng').click();
  const sheet = desk.getByRole('dialog');
  await sheet.getByLabel('Môn').selectOption({ label: 'Khoa học tự nhiên' });
  await sheet.getByLabel('Lớp').selectOption({ label: 'Lớp 8' });
  await look(desk, 'nhap-de-vao-ngan-hang');
  await button(sheet, 'Đưa vào').click();
  await desk.getByText('5 câu đã vào ngân hàng.').waitFor();
  await desk.getByRole('link', { name: 'Mở đề vừa tạo' }).click();
  await heading(desk, paperTitle).waitFor();
  await look(desk, 'de');
});

step('the paper is given to the class', async () => {
  await button(desk, 'Xem như học sinh').click();
  await desk.getByText('Vì sao mũi đinh').first().waitFor();
  await look(desk, 'de-xem-thu');
  await button(desk, 'Giao bài').click();
  const sheet = desk.getByRole('dialog');
  await sheet.getByLabel(className).check();
  await sheet.getByLabel('Mở từ').fill(hour(Date.now() - 120_000));
  await look(desk, 'de-giao');
  await button(sheet, 'Giao bài').click();
  await desk.waitForURL('**/giao-bai/*');
  known.assignment = new URL(desk.url()).pathname.split('/').pop();
  await desk.getByText(reader.name).waitFor();
  await look(desk, 'ket-qua-lop-chua-nop');
  await desk.goto('/de');
  await desk.getByRole('link', { name: paperTitle }).first().waitFor();
  await look(desk, 'de-danh-sach');
  await desk.goto('/ngan-hang');
  await desk.getByText('Vật nào dẫn điện tốt nhất?').first().waitFor();
  await look(desk, 'ngan-hang');
});

step('a course with a lesson of text, formula, library and quiz is published', async () => {
  await desk.getByRole('link', { name: 'Bài dạy' }).first().click();
  await look(desk, 'bai-day');
  await button(desk, 'Mở môn mới').click();
  const sheet = desk.getByRole('dialog');
  await sheet.getByLabel('Tên môn').fill(`Áp suất lớp ${className}`);
  await sheet.getByLabel(className).check();
  await look(desk, 'bai-day-mon-moi');
  await button(sheet, 'Mở môn').click();
  await desk.waitForURL('**/mon-hoc/*');
  known.course = new URL(desk.url()).pathname.split('/').pop();
  await button(desk, 'Thêm chương').click();
  await desk.getByRole('textbox', { name: 'Tên chương' }).last().fill('Chương 1. Áp suất');
  await button(desk, 'Thêm').click();
  const chapter = desk.getByRole('region', { name: 'Chương 1. Áp suất' });
  await button(chapter, 'Thêm bài').click();
  await chapter.getByRole('textbox', { name: 'Tên bài' }).fill('Bài 1. Áp suất là gì?');
  await button(chapter, 'Thêm').click();
  await desk.waitForURL('**/bai/*/soan');
  known.lesson = new URL(desk.url()).pathname.split('/')[2];
  await writeLesson();
  await look(desk, 'soan-bai', { dark: true });
  await button(desk, 'Đăng bài').click();
  await desk.getByText('Đã đăng bản 1').waitFor();
  await button(desk, 'Xem như học sinh').click();
  await desk.getByText('Áp lực chia cho diện tích').waitFor();
  await look(desk, 'soan-bai-xem-thu');
  await desk.goto(`/mon-hoc/${known.course}`);
  await desk.getByText('Đã đăng').waitFor();
  await look(desk, 'mon-hoc-soan');
});

async function addBlock(kind) {
  await button(desk, 'Thêm khối').first().click();
  await desk.getByRole('toolbar', { name: 'Thêm khối nào?' }).getByRole('button', { name: kind }).click();
}

async function writeLesson() {
  await addBlock('Đoạn văn');
  await desk
    .locator('[contenteditable=true]')
    .last()
    .fill('Áp lực chia cho diện tích bị ép thì được áp suất.');
  await addBlock('Công thức');
  await desk.getByLabel('Công thức, gõ kiểu LaTeX').fill('p = \\frac{F}{S}');
  await desk.getByLabel('Các chữ trong công thức là gì?').fill('F là áp lực, S là diện tích bị ép.');
  await addBlock('Học liệu');
  await desk.getByRole('searchbox', { name: 'Tìm học liệu trong thư viện' }).fill('áp suất');
  await desk
    .getByRole('button', { name: /^Chọn / })
    .first()
    .click();
  await addBlock('Bài kiểm tra');
  await look(desk, 'soan-bai-chon-de');
  await button(desk, `Chọn ${paperTitle}`).click();
  await desk
    .getByRole('button', { name: /^Thêm chỉ báo/ })
    .first()
    .click();
  await desk
    .getByText(/Đã lưu \d/)
    .first()
    .waitFor();
}

step('a sign-in that ran out says so and loses nothing that was typed', async () => {
  await desk.goto(`/bai/${known.lesson}/soan`);
  const note = desk.getByLabel('Học xong bài này, em làm được gì?').first();
  await note.waitFor();
  await desk.context().clearCookies();
  await note.fill('Em tính được áp suất của một vật lên mặt đất.');
  await desk.getByText('Phiên đã hết').waitFor();
  await look(desk, 'phien-het');
  assert.equal(await note.inputValue(), 'Em tính được áp suất của một vật lên mặt đất.');
  const [fresh] = await Promise.all([
    desk.waitForEvent('popup'),
    desk.getByRole('button', { name: 'Đăng nhập lại' }).click(),
  ]);
  await fresh.getByLabel('Tên đăng nhập').fill(teacher.username);
  await fresh.getByLabel('Mật khẩu', { exact: true }).fill(NEW_PASSWORD);
  await button(fresh, 'Đăng nhập').click();
  await desk.getByText('Phiên đã hết').waitFor({ state: 'detached' });
  await desk
    .getByText(/Đã lưu \d/)
    .first()
    .waitFor();
  await desk.reload();
  assert.equal(await note.inputValue(), 'Em tính được áp suất của một vật lên mặt đất.');
  await button(desk, 'Đăng bản mới').click();
  await desk.getByText('Đã đăng bản 2').waitFor();
});

step('a pupil reads the lesson on a phone to its end', async () => {
  phone = await device(browser, PHONE);
  listen(phone);
  await signIn(phone, pupils.get(reader.name), { password: NEW_PASSWORD });
  await phone.getByText(paperTitle).first().waitFor();
  await look(phone, 'hoc-sinh', { dark: true });
  await phone.getByRole('navigation').getByRole('link', { name: 'Môn học' }).last().click();
  await look(phone, 'mon-hoc');
  await phone.getByRole('link', { name: `Áp suất lớp ${className}` }).click();
  await phone.getByRole('link', { name: 'Bắt đầu học' }).click();
  await heading(phone, 'Bài 1. Áp suất là gì?').waitFor();
  await look(phone, 'doc-bai', { dark: true });
  for (const part of await phone.locator('[data-block]').all()) {
    await part.scrollIntoViewIfNeeded();
    await phone.waitForTimeout(900);
  }
  await phone.getByText('Em đã học xong bài này').waitFor();
  await phone.goto(`/mon-hoc/${known.course}`);
  await phone.getByText('Đã học', { exact: true }).waitFor();
  await look(phone, 'mon-hoc-hoc-sinh');
});

const ANSWERS = [
  ['Đơn vị đo áp suất', (q) => q.getByLabel('Paxcan').check({ force: true })],
  ['dẫn điện tốt nhất', (q) => q.getByLabel('Đồng').check({ force: true })],
  ['bình đựng nước', answerGroup],
  ['Lực 25 N', (q) => q.getByLabel('Đáp số của em').fill('2,5')],
  ['mũi đinh', (q) => q.getByLabel('Bài viết của em').fill(matter.ESSAY)],
];

async function answerGroup(question) {
  const truths = {
    'Càng xuống sâu': 'Đúng',
    'chỉ ép xuống': 'Sai',
    'thành bình': 'Đúng',
    'không đổi': 'Sai',
  };
  for (const [words, truth] of Object.entries(truths)) {
    await question.getByRole('group').filter({ hasText: words }).getByLabel(truth).check({ force: true });
  }
}

async function answerNow() {
  const question = phone.locator('article.now');
  const text = await question.innerText();
  const found = ANSWERS.find(([words]) => text.includes(words)) ?? assert.fail(`no such question: ${text}`);
  await found[1](question);
  return found[0];
}

const saved = () =>
  phone
    .getByText(/Đã lưu \d/)
    .first()
    .waitFor({ timeout: 30_000 });
const nextQuestion = () => button(phone, 'Câu sau').click();

step('he takes the quiz: every answer is kept, offline and over a reload too', async () => {
  await phone.goto('/bai/' + known.lesson);
  await phone.getByRole('link', { name: 'Vào làm bài' }).click();
  await button(phone, 'Bắt đầu làm bài').waitFor();
  await look(phone, 'lam-bai-bat-dau');
  await button(phone, 'Bắt đầu làm bài').click();
  await phone.getByRole('timer').waitFor();
  await look(phone, 'lam-bai', { dark: true });
  await answerNow();
  await saved();
  await nextQuestion();
  await answerNow();
  await saved();
  await nextQuestion();

  await phone.context().setOffline(true);
  await answerNow();
  await phone.getByText('Mất mạng – bài vẫn được lưu trên máy.').waitFor();
  await look(phone, 'lam-bai-mat-mang');
  await phone.context().setOffline(false);
  await saved();

  await phone.reload();
  await phone.getByRole('timer').waitFor();
  await answerNow();
  await saved();
  await nextQuestion();
  await answerNow();
  await saved();
});

step('he hands in, and nothing he was told holds the key', async () => {
  await phone.getByRole('button', { name: /^PHẦN IV, câu/ }).click();
  await look(phone, 'lam-bai-phieu');
  await phone.getByRole('dialog').getByRole('button', { name: 'Nộp bài' }).click();
  await heading(phone, 'Em đã trả lời hết các câu').waitFor();
  await look(phone, 'lam-bai-nop');
  await phone.getByRole('dialog').getByRole('button', { name: 'Nộp bài' }).click();
  await phone.getByText('Đã nộp về trường').waitFor();
  await look(phone, 'lam-bai-da-nop');
  const opening = learned.find(([url]) => url.endsWith('/sittings')) ?? assert.fail('no opening heard');
  known.sitting = JSON.parse(opening[1]).sittingId;
  assert.ok(learned.length > 10, 'the listening works');
  for (const [url, text] of learned) {
    assert.ok(!text.includes(matter.SECRET), `${url} tells the explanation`);
    if (text !== '') assert.deepEqual(tellTales(JSON.parse(text)), [], url);
  }
});

/** Where in this is a key or an explanation that is not null? */
function tellTales(value, path = '') {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inside]) => [
    ...(/^(key|keys|explanation|guide|scoring)$/.test(name) && inside !== null ? [`${path}.${name}`] : []),
    ...tellTales(inside, `${path}.${name}`),
  ]);
}

step('the teacher marks the essay and gives out the marks', async () => {
  await desk.goto(`/giao-bai/${known.assignment}`);
  await desk.getByText('1 bài chờ chấm').first().waitFor();
  await look(desk, 'ket-qua-lop');
  await desk.getByRole('link', { name: 'Chấm bài đầu tiên' }).click();
  await heading(desk, reader.name).waitFor();
  await desk.getByText(matter.ESSAY).waitFor();
  await look(desk, 'cham-bai', { dark: true });
  await desk.getByLabel(/^Điểm câu/).fill('1,5');
  await desk.getByLabel('Nhận xét cho em ấy').fill('Em viết rõ ý.');
  await desk
    .getByText(/Đã lưu \d/)
    .first()
    .waitFor();
  await desk.goto(`/giao-bai/${known.assignment}`);
  await button(desk, 'Trả điểm').click();
  await look(desk, 'tra-diem');
  await button(desk.getByRole('dialog'), 'Trả điểm').click();
  await desk.getByText('1 em đã nhận được điểm.').waitFor();
});

step('the pupil sees his own result', async () => {
  await phone.goto('/');
  await phone.getByText('Điểm mới trả').waitFor();
  await look(phone, 'hoc-sinh-co-diem');
  await phone.goto(`/ket-qua/${known.sitting}`);
  await heading(phone, paperTitle).waitFor();
  await phone.getByText('9,5').first().waitFor();
  await phone.getByText('Em viết rõ ý.').waitFor();
  await look(phone, 'ket-qua', { dark: true });
  await phone.goto('/cua-toi');
  await phone.getByText(paperTitle).waitFor();
  await look(phone, 'cua-toi');
});

step('his tracker shows what lesson and result have proved', async () => {
  await phone.goto('/nang-luc-so');
  await phone.getByRole('heading', { level: 1 }).waitFor();
  let proved;
  for (let i = 0; i < 30 && !proved; i++) {
    const map = await (await phone.request.get('/api/lms/my/competency')).json();
    const all = map.domains.flatMap((domain) => domain.competences);
    proved = all.find((one) => one.evidence > 0);
    if (proved) {
      const one = await (await phone.request.get(`/api/lms/my/competency/${proved.code}`)).json();
      const kinds = one.levels
        .flatMap((level) => level.indicators.flatMap((each) => each.evidence))
        .map(({ kind }) => kind);
      if (!(kinds.includes('LESSON') && kinds.includes('RESULT'))) proved = undefined;
    }
    if (!proved) await phone.waitForTimeout(1_000);
  }
  assert.ok(proved, 'no evidence came over Kafka');
  await phone.reload();
  await phone.getByRole('heading', { level: 1 }).waitFor();
  await look(phone, 'nang-luc-so', { dark: true });
  await phone.getByRole('tab', { name: 'Bảng' }).click();
  await look(phone, 'nang-luc-so-bang');
  await phone.getByRole('link', { name: new RegExp(`^${proved.code} `) }).click();
  await phone.getByText(paperTitle).first().waitFor();
  await phone.getByText('Bài 1. Áp suất là gì?').first().waitFor();
  await look(phone, 'nang-luc-so-minh-chung');

  await desk.goto('/lop');
  await desk.getByRole('link', { name: className }).first().click();
  await desk.getByRole('link', { name: 'Năng lực số' }).last().click();
  await desk.waitForURL('**/nang-luc-so');
  await desk.getByTitle(reader.name, { exact: true }).waitFor();
  await look(desk, 'nang-luc-so-lop', { dark: true });
});

step('nobody sees what is not his: the page says so in words', async () => {
  other = await device(browser, WIDE);
  await signIn(other, pupils.get(neighbour.name), { password: NEW_PASSWORD });
  const courses = await (await admin.request.get('/api/lms/courses')).json();
  const foreign = courses.find((one) => one.id !== known.course && one.grade !== 8) ?? courses[0];
  for (const path of [`/ket-qua/${known.sitting}`, `/mon-hoc/${foreign.id}`, '/khong-co-trang-nay']) {
    await other.goto(path);
    await other.getByText('Không có trang này').waitFor();
  }
  await look(other, 'khong-co-trang');
  for (const path of [`/api/assessment/sittings/${known.sitting}/result`, `/api/lms/courses/${foreign.id}`]) {
    assert.equal((await other.request.get(path)).status(), 404, path);
  }
});

step('the librarian puts a book into the library', async () => {
  const shelf = await device(browser, WIDE);
  await signIn(shelf, account('Thủ thư'));
  await look(shelf, 'thu-thu');
  await shelf.getByRole('link', { name: 'Biên mục' }).first().click();
  await heading(shelf, 'Biên mục').waitFor();
  await choose(shelf, 'nam-khoai.epub', 'application/epub+zip', matter.book());
  await shelf.getByText('Đã nhận nam-khoai.epub').waitFor();
  await shelf.getByText('Đã đọc xong').first().waitFor({ timeout: 60_000 });
  await look(shelf, 'bien-muc');
  await shelf.getByRole('link', { name: bookTitle }).click();
  await shelf.getByLabel('Tên học liệu').fill(bookTitle);
  await shelf.getByLabel('Loại').selectOption({ label: 'Sách' });
  await shelf.getByLabel('Môn', { exact: true }).selectOption({ label: 'Ngữ văn' });
  await button(shelf, 'Lớp 8').click();
  await shelf.getByLabel('Tóm tắt').fill('Hai chuyện ngắn ở một bản bên suối.');
  await shelf.getByLabel('Nguồn').fill('Thư viện trường');
  await shelf.getByLabel('Giấy phép').selectOption({ index: 2 });
  await button(shelf, 'Đăng').click();
  await shelf.getByText('Mọi người trong trường tìm thấy ngay').waitFor();
  await look(shelf, 'bien-muc-mo-ta');
  await shelf.context().close();
});

step('the pupil finds it by words inside, typed without accents, and reads it', async () => {
  await phone.goto('/thu-vien');
  await heading(phone, 'Thư viện').waitFor();
  await look(phone, 'thu-vien', { dark: true });
  const found = phone.getByRole('link', { name: bookTitle });
  for (let i = 0; i < 10 && !(await found.isVisible()); i++) {
    await phone.goto('/thu-vien');
    await phone.getByLabel('Tìm trong thư viện').fill(matter.typedWords);
    await phone.getByRole('button', { name: 'Tìm', exact: true }).click();
    await heading(phone, /kết quả$/).waitFor();
    await phone.waitForTimeout(500);
  }
  await phone.locator('mark').first().waitFor();
  await look(phone, 'thu-vien-tim');
  await found.click();
  await phone.getByText(matter.bookWords).waitFor();
  await look(phone, 'hoc-lieu');
});

test('every page passed is accessible, fits its screen and runs without errors', () => {
  assert.equal(base.startsWith('http'), true);
  assert.ok(looked > 0);
  assert.deepEqual(faults, []);
  assert.deepEqual(troubles, []);
});
