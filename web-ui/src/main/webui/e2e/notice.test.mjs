import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { account, base, device, faults, look, openBrowser, PHONE, troubles, WIDE } from './box.mjs';
import { Person } from './school.mjs';
import { button, link, own, walk } from './walk.mjs';

/**
 * A live lesson of 8B: set by the teacher, told to the pupils, opened from the calendar, its attendance corrected; the
 * calendar in a program of the pupil's own; the period written into the class diary; the head reads what it all sums up to.
 */
const TITLE = `Ôn tập mạng máy tính ${Date.now() % 100_000}`;
const ROOM = 'https://hop.truong.example/b/lop-8b';
let browser;
let desk;
let head;
let phone;
let admin;
let classId;
let pupil;
let other;

const step = walk('notice', () => browser);

/** A day or a moment of the school's clock, for inputs. */
const local = (milliseconds) => new Date(milliseconds + 7 * 3_600_000).toISOString().slice(0, 16);
const START = local(Date.now() + 5 * 60_000);
/** The week of the lesson: late on a Sunday it is the next one. */
const WEEK = `/lich?tuan=${START.slice(0, 10)}`;

before(
  async () => {
    browser = await openBrowser();
    admin = await Person.signIn(base, account('Quản trị'));
    classId = (await admin.get('/api/lms/classes')).find((one) => one.name === '8B').id;
    const { rows } = await admin.get(`/api/lms/classes/${classId}/first-passwords`);
    [pupil, other] = rows;
    const password = account('Quản trị').password;
    [desk, head, phone] = await Promise.all([
      own(browser, account('Giáo viên Tin học'), WIDE),
      own(browser, account('Hiệu trưởng'), WIDE),
      own(browser, { username: pupil.username, password }, PHONE),
    ]);
  },
  { timeout: 120_000 },
);
after(() => browser?.close());

step('the teacher sets a live lesson; a link that is none is refused in place', async () => {
  await desk.goto(WEEK);
  await button(desk, 'Đặt buổi học trực tuyến').click();
  const sheet = desk.getByRole('dialog');
  await sheet.getByLabel('Lớp').selectOption({ label: '8B' });
  await sheet.getByLabel('Môn').selectOption({ label: 'Tin học' });
  await sheet.getByLabel('Tên buổi học').fill(TITLE);
  await sheet.getByLabel('Liên kết phòng học').fill('http://hop.truong.example/b/lop-8b');
  await sheet.getByLabel('Bắt đầu').fill(START);
  await button(sheet, 'Lưu buổi học').click();
  await sheet.getByText(/bắt đầu bằng https/).waitFor();
  await look(desk, 'lich-buoi-hoc');
  await sheet.getByLabel('Liên kết phòng học').fill(ROOM);
  await button(sheet, 'Lưu buổi học').click();
  await desk.getByText(TITLE, { exact: true }).first().waitFor();
  await look(desk, 'lich-giao-vien', { dark: true });
});

step('the pupil’s bell says so, and the list leads there', async () => {
  await phone.reload();
  const bell = phone.getByRole('banner').getByRole('link', { name: /^Thông báo/ });
  await bell.getByText('chưa đọc').waitFor();
  await look(phone, 'trang-dau-co-chuong');
  await bell.click();
  await phone.getByRole('heading', { name: 'Thông báo', exact: true }).waitFor();
  await phone.getByRole('link', { name: TITLE, exact: true }).waitFor();
  await look(phone, 'thong-bao', { dark: true });
  const row = phone.getByRole('listitem').filter({ hasText: TITLE });
  await row.getByRole('button', { name: `Đánh dấu đã đọc: ${TITLE}` }).click();
  await row.getByRole('button', { name: `Đánh dấu chưa đọc: ${TITLE}` }).click();
  await row.getByRole('button', { name: `Đánh dấu đã đọc: ${TITLE}` }).waitFor();
  await button(phone, 'Đánh dấu đã đọc tất cả').click();
  await button(phone, 'Đánh dấu đã đọc tất cả').waitFor({ state: 'detached' });
  await phone.reload();
  await phone.getByRole('link', { name: TITLE, exact: true }).waitFor();
  assert.equal(await phone.getByText('chưa đọc', { exact: true }).count(), 0);
});

step('what a pupil does not want to be told of he switches off', async () => {
  await link(phone, 'Cách nhận').click();
  const box = phone.getByRole('checkbox', { name: 'Bài học mới: hiện trong ứng dụng' });
  await box.uncheck();
  await phone.getByText('Đã lưu').waitFor();
  await phone.reload();
  assert.equal(await box.isChecked(), false);
  await look(phone, 'cach-nhan-thong-bao', { dark: true });
  await box.check();
  await phone.getByText('Đã lưu').waitFor();
});

step('he goes in from the calendar, and the school notes when', async () => {
  await phone.goto(WEEK);
  const card = phone.getByRole('article').filter({ hasText: TITLE });
  await card.waitFor();
  await look(phone, 'lich', { dark: true });
  const [room] = await Promise.all([
    phone.waitForEvent('popup'),
    card.getByRole('button', { name: 'Vào phòng học (hop.truong.example)' }).click(),
  ]);
  // there is no such place: what counts is where he was sent
  const sent = await room.waitForEvent('request', { timeout: 5_000 }).catch(() => undefined);
  assert.ok(sent === undefined || sent.url() === ROOM);
  await room.close();
  await link(phone, 'Danh sách').click();
  await phone.getByRole('article').filter({ hasText: TITLE }).waitFor();
  await look(phone, 'lich-danh-sach');
});

step('the teacher finds him present and corrects another', async () => {
  await desk.reload();
  await desk.getByRole('article').filter({ hasText: TITLE }).getByRole('link', { name: 'Điểm danh' }).click();
  await desk.getByRole('heading', { name: `Điểm danh: ${TITLE}` }).waitFor();
  const of = (name) => desk.getByRole('combobox', { name: `Có mặt: ${name}` });
  assert.equal(await of(pupil.name).inputValue(), 'PRESENT');
  assert.equal(await of(other.name).inputValue(), 'ABSENT');
  await of(other.name).selectOption('EXCUSED');
  await desk.getByText('đã sửa').waitFor();
  await desk.reload();
  await of(other.name).waitFor();
  assert.equal(await of(other.name).inputValue(), 'EXCUSED');
  await look(desk, 'diem-danh', { dark: true });
});

step('a calendar program reads his dates by the secret alone, until he ends it', async () => {
  await phone.goto('/lich');
  const make = phone.getByRole('button', { name: /^Tạo địa chỉ/ });
  await make.click();
  const field = phone.getByLabel('Địa chỉ lịch');
  await field.waitFor();
  const address = await field.inputValue();
  const first = await fetch(address);
  assert.equal(first.status, 200);
  assert.match(first.headers.get('content-type'), /^text\/calendar/);
  const text = (await first.text()).replace(/\r\n[ \t]/g, '');
  assert.ok(text.startsWith('BEGIN:VCALENDAR'));
  assert.ok(text.includes(`SUMMARY:Học trực tuyến: ${TITLE}`));
  await look(phone, 'lich-dia-chi');
  await button(phone, 'Dừng chia sẻ').click();
  await button(phone, 'Tạo địa chỉ lịch').waitFor();
  assert.equal((await fetch(address)).status, 404);
});

step('a link of a mail is opened without signing in', async () => {
  const stranger = await device(browser, PHONE);
  await stranger.goto('/thu/dung?ma=khong-co');
  await stranger.getByText(/Liên kết này đã cũ/).waitFor();
  await look(stranger, 'thu-dung');
  await stranger.context().close();
});

step('the teacher writes the period into the class diary', async () => {
  await desk.goto(`/so-dau-bai?lop=${classId}`);
  await button(desk, 'Ghi tiết học').click();
  const sheet = desk.getByRole('dialog');
  await sheet.getByLabel('Tiết', { exact: true }).selectOption('2');
  await sheet.getByLabel('Môn').selectOption({ label: 'Tin học' });
  await sheet.getByLabel('Tên bài, nội dung').fill(TITLE);
  await sheet.getByLabel('Thêm em vắng').selectOption({ label: other.name });
  await sheet.getByRole('checkbox', { name: `${other.name} vắng có phép` }).waitFor();
  await sheet.getByLabel('Nhận xét của giáo viên').fill('Lớp sôi nổi, làm bài đầy đủ.');
  await sheet.getByLabel('Xếp loại giờ học').selectOption('A');
  await look(desk, 'so-dau-bai-ghi');
  await button(sheet, 'Ghi vào sổ').click();
  const row = desk.getByRole('row').filter({ hasText: TITLE });
  await row.getByText(`${other.name} (P)`).waitFor();
  await look(desk, 'so-dau-bai', { dark: true });
  await desk.emulateMedia({ media: 'print' });
  assert.equal(await button(desk, 'Ghi tiết học').isVisible(), false);
  await desk.emulateMedia({ media: 'screen' });
});

step('the head reads it and says something of the week', async () => {
  await head.goto(`/so-dau-bai?lop=${classId}`);
  await head.getByRole('row').filter({ hasText: TITLE }).waitFor();
  assert.equal(await button(head, 'Ghi tiết học').count(), 0);
  await head.getByRole('textbox', { name: 'Nhận xét tuần' }).fill('Nền nếp tốt.');
  await button(head, 'Lưu nhận xét tuần').click();
  await head.getByText('Đã lưu', { exact: true }).waitFor();
});

step('the report has sums and no names, on the page and as a workbook', async () => {
  await head.goto('/bao-cao');
  await head.getByRole('heading', { name: 'Theo tuần' }).waitFor();
  const text = await head.locator('main').innerText();
  assert.match(text, /Buổi học trực tuyến/);
  assert.ok(!text.includes(pupil.name) && !text.includes(other.name));
  await look(head, 'bao-cao', { dark: true });
  const [file] = await Promise.all([head.waitForEvent('download'), link(head, 'Tải bảng .xlsx').click()]);
  assert.match(file.suggestedFilename(), /^bao-cao-.*\.xlsx$/);
  const refused = await admin.call('GET', '/api/lms/reports/use');
  assert.equal(refused.status, 422);
});

step('the lesson is cancelled, and nobody is told of it any more', async () => {
  await desk.goto(WEEK);
  await desk.getByRole('article').filter({ hasText: TITLE }).getByRole('button', { name: /^Sửa/ }).click();
  await button(desk.getByRole('dialog'), 'Huỷ buổi học').click();
  await desk.getByRole('article').filter({ hasText: TITLE }).waitFor({ state: 'detached' });
  await phone.goto('/thong-bao');
  await phone.getByRole('heading', { name: 'Thông báo', exact: true }).waitFor();
  assert.equal(await phone.getByRole('link', { name: TITLE, exact: true }).count(), 0);
});

step('every page was whole: axe, width, scripts', () => {
  assert.deepEqual(faults, []);
  assert.deepEqual(troubles, []);
});
