import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { account, base, faults, look, openBrowser, PHONE, troubles, WIDE } from './box.mjs';
import { publishedLesson, run, until } from './class.mjs';
import { sheetOfPaper } from './made.mjs';
import { Person } from './school.mjs';
import { button, own, walk } from './walk.mjs';

/**
 * A task of class 8A: done on a phone, with a picture of handwriting and a recording, handed in without a network; marked
 * with remarks on the picture, given back, released into the mark book and seen at home. Then the class talks, and one asks.
 */
const LESSON = `Đơn thức nhiều biến ${run}`;
const TASK = `Bài tập trang 8 ${run}`;
const REMARK = `Thiếu bước rút gọn ${run}`;
const BLOCKS = [
  {
    id: 'b1',
    kind: 'text',
    html: '<p>Đơn thức là biểu thức chỉ gồm một số, một biến hoặc tích của chúng.</p>',
  },
  { id: 't1', kind: 'task', title: TASK, html: '<p>Làm vào vở rồi chụp lại.</p>', indicators: [] },
  { id: 'd1', kind: 'discussion', title: 'Số 0 có là đơn thức không?', html: '<p>Em nghĩ sao?</p>' },
];
let browser;
let desk;
let phone;
let second;
let home;
let teacher;
let pupil;
let lesson;
let task;
let classId;

const step = walk('tasks', () => browser);

const card = (page) => page.getByRole('region', { name: `Nhiệm vụ: ${TASK}` });
const talk = (page) => page.getByRole('region', { name: /^Thảo luận: / });
const works = async () => (await pupil.get(`/api/lms/lesson-tasks/${lesson}`))[0].works;

before(
  async () => {
    browser = await openBrowser('--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream');
    const admin = await Person.signIn(base, account('Quản trị'));
    teacher = await Person.signIn(base, account('Giáo viên Toán 8'));
    pupil = await Person.signIn(base, account('Học sinh lớp 8A'));
    classId = (await admin.get('/api/lms/classes')).find((one) => one.name === '8A').id;
    lesson = await publishedLesson(teacher, classId, LESSON, BLOCKS);
    const { rows } = await admin.get(`/api/lms/classes/${classId}/first-passwords`);
    [desk, phone, second, home] = await Promise.all([
      own(browser, account('Giáo viên Toán 8'), WIDE),
      own(browser, account('Học sinh lớp 8A'), PHONE),
      own(browser, { username: rows[1].username, password: account('Quản trị').password }, PHONE),
      own(browser, account('Phụ huynh'), PHONE),
    ]);
  },
  { timeout: 120_000 },
);
after(() => browser?.close());

step('the teacher sets the day and what may be handed in', async () => {
  await desk.goto('/viec');
  await look(desk, 'bai-nop-danh-sach');
  await desk.getByRole('link', { name: TASK, exact: true }).click();
  await button(desk, 'Cài đặt').click();
  const sheet = desk.getByRole('dialog');
  await sheet.getByLabel('Hạn nộp của lớp 8A').fill('2030-05-20T21:00');
  await sheet.getByLabel('Tệp').uncheck();
  await look(desk, 'nhiem-vu-cai-dat');
  await button(sheet, 'Lưu cài đặt').click();
  await desk.getByText(/hạn nộp .*20\/05\/2030, 21:00/).waitFor();
  task = new URL(desk.url()).pathname.split('/').at(-1);
});

step('one pupil gets a day of his own, which counts for him alone', async () => {
  const { name, id } = await pupil.get('/api/lms/me');
  const { body: group } = await teacher.call('POST', '/api/lms/groups', {
    name: `Nhóm ${run}`,
    classId,
    personIds: [id],
  });
  await desk.reload();
  await button(desk, 'Ngày riêng').click();
  const own = desk.getByRole('region', { name: 'Ngày riêng' });
  await own.getByLabel('Cho ai').selectOption({ label: name });
  await own.getByLabel('Hạn nộp riêng').fill('2030-05-27T21:00');
  await button(own, 'Đặt ngày riêng').click();
  await own.getByText(/Hạn nộp .*27\/05\/2030, 21:00/).waitFor();
  await button(own, `Bỏ ngày riêng của ${name}`).click();
  await button(desk, 'Hoàn tác').click();
  await own.getByText(/27\/05\/2030/).waitFor();
  await look(desk, 'nhiem-vu-ngay-rieng', { dark: true });

  await button(desk, 'Ngày riêng').click();
  await desk.getByLabel('Nhóm', { exact: true }).selectOption({ label: `Nhóm ${run}` });
  await desk.getByText(/hạn riêng .*27\/05\/2030/).waitFor();
  await button(desk, 'Nhắc 1 em chưa nộp').waitFor();
  await look(desk, 'nhiem-vu-nhom');
  await teacher.call('DELETE', `/api/lms/groups/${group.id}`);
  await second.goto(`/bai/${lesson}`);
  await card(second)
    .getByText(/Hạn nộp .*20\/05\/2030/)
    .waitFor();
  await desk.goto(`/viec/${task}`);
});

step('all who have not handed in are reminded in one go, and twice only on purpose', async () => {
  const remind = desk.getByRole('button', { name: /^Nhắc \d+ em chưa nộp$/ });
  await remind.click();
  const sheet = desk.getByRole('dialog');
  // not all of them have the same day: none is named
  assert.match(await sheet.getByLabel('Lời nhắc').inputValue(), new RegExp(`“${TASK}”\\. Em làm`));
  await look(desk, 'nhiem-vu-nhac', { dark: true });
  await sheet.getByRole('button', { name: /^Gửi lời nhắc/ }).click();
  await desk.getByText(/^Đã nhắc: /).waitFor();
  await desk
    .getByText(/đã nhắc (hôm|tối) nay/)
    .first()
    .waitFor();
  await remind.click();
  assert.equal(await sheet.getByRole('button', { name: 'Gửi lời nhắc (0)' }).isDisabled(), true);
  await sheet.getByRole('checkbox', { name: /^Nhắc lại cả \d+ em/ }).check();
  await look(desk, 'nhiem-vu-nhac-lai');
  await desk.keyboard.press('Escape');
  await phone.goto('/thong-bao');
  await phone.getByText('Thầy cô nhắc nộp bài').first().waitFor();
  await phone.getByRole('link', { name: TASK, exact: true }).first().click();
  await card(phone).waitFor();
});

step('a pupil writes, photographs and records; the draft outlives a reload', async () => {
  await phone.goto(`/bai/${lesson}`);
  await card(phone)
    .getByText(/Hạn nộp .*27\/05\/2030/)
    .waitFor();
  await card(phone).getByLabel('Viết bài làm').pressSequentially('Câu a em làm trong ảnh ạ.');
  await card(phone)
    .getByLabel('Chụp bài làm')
    .setInputFiles({ name: 'vo.png', mimeType: 'image/png', buffer: sheetOfPaper(2400, 3200) });
  await card(phone).getByRole('img', { name: 'Ảnh 1' }).waitFor();
  await button(card(phone), 'Ghi âm').click();
  await phone.getByRole('button', { name: /Dừng ghi/ }).waitFor();
  await phone.waitForTimeout(1500);
  await phone.getByRole('button', { name: /Dừng ghi/ }).click();
  await button(phone, 'Bỏ Ghi âm 1').waitFor();
  await look(phone, 'nhiem-vu-dang-lam', { dark: true });

  await phone.reload();
  await card(phone).getByRole('img', { name: 'Ảnh 1' }).waitFor();
  assert.equal(await card(phone).getByLabel('Viết bài làm').inputValue(), 'Câu a em làm trong ảnh ạ.');
});

step('handed in without a network, it waits on the phone and goes by itself', async () => {
  await phone.context().setOffline(true);
  await button(card(phone), 'Nộp bài').click();
  await phone.getByText('Bài của em nằm an toàn trên máy, chưa tới trường').waitFor();
  await look(phone, 'nhiem-vu-cho-mang');
  assert.equal((await works()).length, 0);

  await phone.context().setOffline(false);
  await card(phone).getByText('Đã nộp về trường').waitFor();
  const [work] = await works();
  assert.equal(work.text, 'Câu a em làm trong ảnh ạ.');
  assert.deepEqual(work.files.map((file) => file.kind).sort(), ['PICTURE', 'VOICE']);
  const picture = work.files.find((file) => file.kind === 'PICTURE');
  // scaled on the phone
  assert.deepEqual([picture.width, picture.height, picture.mediaType], [1500, 2000, 'image/jpeg']);
  await look(phone, 'nhiem-vu-da-nop', { dark: true });
});

step('another pupil does not get the picture', async () => {
  const [work] = await works();
  const other = await second.evaluate(async (url) => (await fetch(url)).status, work.files[0].url);
  assert.equal(other, 404);
});

step('the teacher pins a remark on the picture and gives the work back', async () => {
  await desk.reload();
  await desk.locator(`aside a:has-text("Đã nộp")`).first().click();
  const picture = desk.getByRole('img', { name: 'Ảnh bài làm 1' });
  await picture.click({ position: { x: 120, y: 160 } });
  await desk.getByRole('combobox', { name: 'Nhận xét 1' }).fill(REMARK);
  await desk.getByLabel('Nhận xét chung').fill('Trình bày sạch, xem lại câu a.');
  await desk.getByText(/Đã lưu \d/).waitFor();
  await look(desk, 'cham-bai-nop', { dark: true });
  await button(desk, 'Trả lại để làm lại').click();
  await desk.getByText('Đã trả lại, chờ em nộp lần nữa').waitFor();

  await phone.reload();
  await card(phone).getByText('Thầy cô trả bài lại để em làm thêm một lần').waitFor();
  await card(phone).getByText(REMARK).waitFor();
  await look(phone, 'nhiem-vu-tra-lai', { dark: true });
});

step('the second try is marked by keys and released into the mark book', async () => {
  await card(phone).getByLabel('Viết bài làm').fill('Em đã rút gọn: 6x²y.');
  await button(card(phone), 'Nộp lại').click();
  await card(phone).getByText('Đã nộp về trường').waitFor();

  await desk.reload();
  await desk.getByText('Em đã rút gọn: 6x²y.').waitFor();
  await desk.keyboard.press('m');
  await desk.keyboard.type('12');
  await desk.getByText(/Điểm là số từ 0 đến 10/).waitFor();
  await desk.keyboard.press('ControlOrMeta+a');
  await desk.keyboard.type('8,5');
  await desk.getByText(/Đã lưu \d/).waitFor();
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('r');
  await desk.getByText('Em đã xem được').waitFor();

  await phone.reload();
  await card(phone).getByText('8,5/10 điểm').waitFor();
  const { sources } = await teacher.get(`/api/lms/mark-books/${classId}/toan/1/feeds`);
  assert.ok(sources.some((one) => one.id === task && one.kind === 'TASK'));
  const marks = await pupil.get('/api/lms/my/marks');
  assert.equal(marks.find((one) => one.assignmentId === task).mark, 8.5);
});

step('the guardian sees the child’s work, the mark and the remarks', async () => {
  await home.getByRole('link', { name: 'Xem bài của con' }).first().click();
  await home.getByRole('heading', { name: TASK }).first().waitFor();
  await home.getByText('8,5/10 điểm').first().waitFor();
  await home.getByText(REMARK).first().waitFor();
  await look(home, 'bai-nop-phu-huynh', { dark: true });
});

step('the class talks; the teacher hides one contribution with a reason', async () => {
  await button(talk(phone), 'Vào thảo luận').click();
  await talk(phone).getByLabel('Ý kiến của em').fill('Em nghĩ có ạ.\nVì 0 là một số.');
  await button(talk(phone), 'Gửi').click();
  await talk(phone).getByText('Vì 0 là một số.').waitFor();

  await second.goto(`/bai/${lesson}`);
  await button(talk(second), 'Vào thảo luận').click();
  await button(talk(second), 'Trả lời').click();
  await talk(second)
    .getByLabel(/^Trả lời /)
    .fill('Chiều nay đá bóng không?');
  await button(talk(second), 'Gửi').first().click();
  await talk(second).getByText('Chiều nay đá bóng không?').waitFor();

  await desk.goto(`/bai/${lesson}`);
  await button(talk(desk), 'Vào thảo luận').click();
  await button(talk(desk), 'Ẩn').last().click();
  await talk(desk).getByLabel('Lý do ẩn (người viết sẽ thấy)').fill('Lạc đề');
  await talk(desk).locator('form').filter({ hasText: 'Lý do' }).getByRole('button', { name: 'Ẩn' }).click();
  await talk(desk).getByText('Đã ẩn: Lạc đề').waitFor();
  await look(desk, 'thao-luan', { dark: true });

  await phone.reload();
  await button(talk(phone), 'Vào thảo luận').click();
  await talk(phone).getByText('Thầy cô đã ẩn ý kiến này.').waitFor();
  assert.equal(await talk(phone).getByText('Chiều nay đá bóng không?').count(), 0);
  await look(phone, 'thao-luan-hoc-sinh');
});

step('what is said without a network waits on the phone and goes by itself, once', async () => {
  const words = `Em nghĩ thêm trên đường về. ${run}`;
  await phone.context().setOffline(true);
  await talk(phone).getByLabel('Ý kiến của em').fill(words);
  await button(talk(phone), 'Gửi').last().click();
  await talk(phone).getByText('Chờ gửi', { exact: true }).waitFor();
  await look(phone, 'thao-luan-cho-gui');
  await phone.context().setOffline(false);
  await talk(phone).getByText('Chờ gửi', { exact: true }).waitFor({ state: 'detached', timeout: 30_000 });
  await talk(phone).getByRole('article').getByText(words).waitFor();
  assert.equal(await talk(phone).getByText(words).count(), 1);
});

step('a question waits until the teacher has answered', async () => {
  await button(phone, 'Hỏi thầy cô về bài này').click();
  await phone.getByLabel('Câu hỏi của em').fill(`Thầy ơi, 2x có là đơn thức không ạ? ${run}`);
  await button(phone, 'Gửi').last().click();
  await phone.getByText('Đang chờ trả lời').waitFor();

  await desk.goto('/hoi-dap');
  const asked = desk.getByRole('article').filter({ hasText: `2x có là đơn thức không ạ? ${run}` });
  await asked.getByLabel('Trả lời').fill('Có em nhé, hệ số là 2.');
  await look(desk, 'hoi-dap', { dark: true });
  await button(asked, 'Gửi').click();
  await asked.getByText('Đã trả lời', { exact: true }).waitFor();
  await until('nothing waits', 5_000, async () =>
    (await teacher.get('/api/lms/questions')).every(
      (one) => !one.waiting || !one.lines[0].text.includes(run),
    ),
  );

  await phone.reload();
  await phone.getByText('Có em nhé, hệ số là 2.').waitFor();
});

step('every page was whole: axe, width, scripts', () => {
  assert.deepEqual(faults, []);
  assert.deepEqual(troubles, []);
});
