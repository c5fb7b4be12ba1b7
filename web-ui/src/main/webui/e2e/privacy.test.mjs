import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { account, base, faults, look, openBrowser, PHONE, troubles, WIDE } from './box.mjs';
import { run } from './class.mjs';
import { Person } from './school.mjs';
import { button, own, walk } from './walk.mjs';

/**
 * What a school holds on a child: the guardian says that he is one, is asked and agrees, asks for a copy and gets it; the
 * school answers, corrects, refuses with a reason and takes the refusal back; a shorter time waits; a stop has its effect.
 */
const TITLE = `Đăng ảnh ${run}`;
const ASKED = `Xin bản sao dữ liệu của con ${run}`;
const STOPPED = `Xin đừng nhận ảnh của con ${run}`;
const PAPER = `Đơn nộp ở văn thư ${run}`;
let browser;
let office;
let home;
let admin;

const step = walk('privacy', () => browser);
const cardOf = (text) => office.locator('article.card').filter({ hasText: text });

before(
  async () => {
    browser = await openBrowser();
    admin = await Person.signIn(base, account('Quản trị'));
    [office, home] = await Promise.all([
      own(browser, account('Quản trị'), WIDE),
      own(browser, account('Phụ huynh'), PHONE),
    ]);
  },
  { timeout: 90_000 },
);
after(async () => {
  for (const one of await admin.get('/api/lms/privacy/texts'))
    if (one.title === TITLE) await admin.call('DELETE', `/api/lms/privacy/texts/${one.purpose}`);
  await browser?.close();
});

step('the school asks for consent, in its own words', async () => {
  await office.goto('/quan-tri/quyen-rieng-tu');
  await office.getByRole('tab', { name: 'Sự đồng ý' }).click();
  await button(office, 'Hỏi thêm một việc').click();
  const sheet = office.getByRole('dialog');
  await sheet.getByLabel('Hỏi việc gì?').fill(TITLE);
  await sheet
    .getByLabel(/^Nội dung đầy đủ/)
    .fill('Ảnh chụp ở lễ khai giảng, trên trang của trường, đến hết năm học.');
  await look(office, 'dong-y-moi');
  await button(sheet, 'Bắt đầu hỏi').click();
  await office.getByRole('heading', { name: TITLE }).waitFor();
  await look(office, 'dong-y', { dark: true });
});

step('the guardian sees how the child is, and is who he says', async () => {
  await look(home, 'phu-huynh', { dark: true });
  await home.goto('/con-toi');
  const accept = button(home, 'Tôi là người giám hộ của em').first();
  await home.getByRole('heading', { name: 'Nhà trường hỏi ý kiến' }).first().waitFor();
  if (await accept.isVisible()) await accept.click();
  await accept.waitFor({ state: 'detached' });
});

step('he agrees, changes his mind, and asks for a copy', async () => {
  const asked = home.locator('.card').filter({ hasText: TITLE });
  await button(asked, 'Đồng ý').click();
  await button(asked, 'Thôi đồng ý').click();
  await button(asked, 'Đồng ý').waitFor();
  await home.getByLabel('Yêu cầu gì?').selectOption({ label: 'Cho bản sao mọi dữ liệu' });
  await home.getByLabel('Nói rõ thêm').fill(ASKED);
  await button(home, 'Gửi yêu cầu').click();
  await home.getByText(ASKED).waitFor();
  await look(home, 'con-toi', { dark: true });
});

step('the school answers and gathers the copy, and he has it', async () => {
  await office.getByRole('tab', { name: 'Yêu cầu' }).click();
  await office.reload();
  const card = cardOf(ASKED);
  await button(card, 'Trả lời').click();
  await card.getByText('Viết lời trả lời trước.').waitFor();
  await card.getByLabel('Lời trả lời').fill('Gia đình tải bản sao ở trang Con tôi.');
  await button(card, 'Trả lời').click();
  await card.getByText('Đã trả lời, chờ làm').waitFor();
  await look(office, 'yeu-cau', { dark: true });
  await button(card, 'Gom bản sao cho người hỏi').click();
  await card.getByText('Đã xong', { exact: true }).waitFor();
  await home.reload();
  const mine = home.getByRole('listitem').filter({ hasText: ASKED });
  for (let tries = 0; ; tries += 1) {
    const file = home.waitForEvent('download', { timeout: 10_000 }).catch(() => undefined);
    await button(mine, 'Tải bản sao').click();
    const copy = await file;
    if (copy) {
      await holdsWhatPeopleUnderstand(copy);
      break;
    }
    assert.ok(tries < 8, 'the copy was not gathered');
  }
  await mine.getByText('Đã tải xong.').waitFor();
});

/** The .zip stores its files as they are, so that their words can be looked for. */
async function holdsWhatPeopleUnderstand(copy) {
  const bytes = await readFile(await copy.path());
  const words = bytes.toString('utf8');
  for (const one of ['doc-duoc.html', 'lms-core.json', '<h2>Trường, lớp, bài học</h2>', 'Lớp đã học, đã dạy'])
    assert.ok(words.includes(one), `the copy lacks ${one}`);
  assert.ok(
    !/<th scope="col">[a-z]+(_[a-z]+)*<\/th>/.test(words),
    'a column is shown under the name of the database',
  );
  for (const [, path] of words.matchAll(/<a href="(tep\/[^"]+)">/g))
    assert.ok(words.includes(`PK`) && words.includes(decodeURIComponent(path)), `no file ${path}`);
}

step('a request on paper is entered, refused, and the refusal is taken back', async () => {
  await button(office, 'Ghi yêu cầu trên giấy').click();
  const sheet = office.getByRole('dialog');
  await button(sheet, 'Ghi vào sổ').click();
  await sheet.getByText('Tìm và chọn người trước.').waitFor();
  await sheet.getByLabel('Tìm người theo tên').fill('do quoc khanh');
  await sheet
    .getByRole('button', { name: /Đỗ Quốc Khánh/ })
    .first()
    .click();
  await sheet.getByLabel('Yêu cầu gì?').selectOption({ label: 'Sửa điều sai' });
  await sheet.getByLabel('Nội dung').fill(PAPER);
  await look(office, 'yeu-cau-giay');
  await button(sheet, 'Ghi vào sổ').click();
  const card = cardOf(PAPER);
  await card.getByLabel('Lời trả lời').fill('Giấy tờ chưa đủ.');
  await button(card, 'Từ chối, kèm lí do trên').click();
  await card.getByText('Đã từ chối', { exact: true }).waitFor();
  await button(office, 'Hoàn tác').click();
  await card.getByText('Chờ trả lời', { exact: true }).waitFor();
  await button(card, 'Sửa hồ sơ').click();
  await card.getByText('Điền ít nhất một mục cần sửa.').waitFor();
});

step('who looked into records, and how long things are kept', async () => {
  await office.getByRole('tab', { name: 'Ai đã xem' }).click();
  await office.getByText('sổ này ghi lại').waitFor();
  await look(office, 'ai-da-xem');
  await office.getByRole('tab', { name: 'Giữ bao lâu' }).click();
  await office.getByText('Sổ ghi ai đã xem hồ sơ').waitFor();
  const row = office.locator('form.card').filter({ hasText: 'Bài đã nộp, ảnh, ghi âm, nhận xét' });
  await row.getByLabel('Số ngày').fill('300');
  await row.getByText(/Tính đến hôm nay/).waitFor();
  await button(row, 'Lưu: Bài đã nộp, ảnh, ghi âm, nhận xét').click();
  await row.getByText(/chỉ còn giữ 300 ngày/).waitFor();
  await look(office, 'giu-bao-lau', { dark: true });
  await button(row, 'Giữ như cũ: Bài đã nộp, ảnh, ghi âm, nhận xét').click();
  await row.getByText(/chỉ còn giữ 300 ngày/).waitFor({ state: 'detached' });
});

step('what a parent wants stopped stops by itself, and goes on again when he wants it', async () => {
  await home.getByLabel('Yêu cầu gì?').selectOption({ label: 'Ngừng dùng dữ liệu vào một việc' });
  await home.getByLabel('Nói rõ thêm').fill(STOPPED);
  await button(home, 'Gửi yêu cầu').click();
  await home.getByText(STOPPED).waitFor();
  await office.getByRole('tab', { name: 'Yêu cầu' }).click();
  const card = cardOf(STOPPED);
  await card.getByLabel('Nhận ảnh, ghi âm của học sinh trong bài nộp').check();
  await look(office, 'ngung-dung', { dark: true });
  await button(card, 'Đã ngừng rồi, ghi là xong').click();
  await card.getByText(/^Máy đang ngừng/).waitFor();
  await home.reload();
  await home.getByText('Đang ngừng: nhận ảnh, ghi âm trong bài nộp.').waitFor();
  await look(home, 'dang-ngung');
  await button(card, 'Cho dùng lại').click();
  await card.getByText(/^Máy đang ngừng/).waitFor({ state: 'detached' });
});

test('the pages are accessible, fit their screens and run without errors', () => {
  assert.deepEqual(faults, []);
  assert.deepEqual(troubles, []);
});
