import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { account, base, device, faults, look, openBrowser, PHONE, signIn, troubles, WIDE } from './box.mjs';
import { run, until } from './class.mjs';
import { given, madePaper, workOf } from './marked.mjs';
import { epub, sheetOfPaper, xlsx } from './made.mjs';
import { Person } from './school.mjs';
import { said, traces } from './traces.mjs';
import { button, own, walk } from './walk.mjs';

/**
 * Somebody comes to the school, learns, asks, writes and is examined, and is forgotten: nothing of the box names him any
 * more, in no service, and his id stands only where docs/privacy.md says that it stays.
 */

/** Letters instead of digits, so that his name occurs nowhere else. */
const letters = [...run].map((digit) => 'bcdghklmnp'[Number(digit)]).join('');
const GIVEN = `Yểng${letters}`;
const NAME = `Ngạc Thuỵ ${GIVEN}`;
const FOLDED = `ngac thuy yeng${letters}`;
const CODE = `97${run}`;
/** Nobody of the demo school's grade 8 is so old. */
const two = (number) => String(number).padStart(2, '0');
const BORN = `2011-${two((Number(run) % 12) + 1)}-${two((Number(run) % 28) + 1)}`;
const PASSWORD = 'suoi-trong-2026';
const NOTE = `p = F/S, theo ${NAME}`;

/** Where his id may still stand, by table; all else is a trace. See docs/privacy.md. */
const STAYS = [
  // the row that marks belong to, when he was in which class, and the marks of the gradebook
  'database lms person',
  'database lms membership',
  'database lms released_mark',
  // numbers and ids of changes to marks, which are only ever added to
  'database assessment mark_change',
  // that there was a request, and who looked into his record, by ids
  'database lms privacy_request',
  'database lms record_access',
  // that he was erased
  'database assessment erased_person',
  'database content erased_person',
  // messages that wait, which hold ids and never names; Kafka's are looked at apart
  'database lms outbox',
  'database assessment outbox',
  'database content outbox',
];

let browser;
let admin;
let teacher;
let librarian;
let desk;
let office;
let phone;
let pupil;
let classmate;
let classId;
let lesson;
let assignment;
let book;
let username;
let person;

const step = walk('erasure', () => browser, { patience: 150_000 });
const talk = (page) => page.getByRole('region', { name: /^Thảo luận: / });
const card = (page) => page.getByRole('region', { name: `Nhiệm vụ: Vẽ đồ thị ${run}` });

before(
  async () => {
    browser = await openBrowser();
    [admin, teacher, librarian] = await Promise.all(
      ['Quản trị', 'Giáo viên Toán 8', 'Thủ thư'].map((role) => Person.signIn(base, account(role))),
    );
    classId = (await admin.get('/api/lms/classes')).find((one) => one.name === '8A').id;
    [desk, office] = await Promise.all([
      own(browser, account('Giáo viên Toán 8'), WIDE),
      own(browser, account('Quản trị'), WIDE),
    ]);
    await lessonOfTheClass();
    await bookOfTheLibrary();
  },
  { timeout: 180_000 },
);
after(() => browser?.close());

async function lessonOfTheClass() {
  const made = async (path, body) => (await teacher.insist('POST', path, body)).body.id;
  const about = { title: `Hàm số ${run}`, subject: 'toan', grade: 8, classIds: [classId] };
  const course = await made('/api/lms/courses', about);
  const section = await made(`/api/lms/courses/${course}/sections`, { title: 'Chương IV' });
  lesson = await made(`/api/lms/sections/${section}/lessons`, { title: `Đồ thị ${run}` });
  const title = `Đồ thị ${run}`;
  const blocks = [
    { id: 'b1', kind: 'text', html: '<p>Đồ thị của hàm số bậc nhất là một đường thẳng.</p>' },
    { id: 't1', kind: 'task', title: `Vẽ đồ thị ${run}`, html: '<p>Vẽ vào vở.</p>', indicators: [] },
    { id: 'd1', kind: 'discussion', title: 'Khi nào hai đường song song?', html: '<p>Em nghĩ sao?</p>' },
  ];
  const draft = { revision: 1, title, summary: '', minutes: 15, blocks, indicators: [] };
  await teacher.insist('PUT', `/api/lms/lessons/${lesson}/draft`, draft);
  await teacher.insist('POST', `/api/lms/lessons/${lesson}/publish`, { revision: 2 });
}

async function bookOfTheLibrary() {
  const bytes = epub(`Sổ tay đồ thị ${run}`, [['Mở đầu', 'Trục hoành nằm ngang, trục tung thẳng đứng.']]);
  const { id } = await librarian.upload('/api/content/materials/uploads', `do-thi-${run}.epub`, bytes);
  const path = `/api/content/materials/${id}`;
  await until('the book is read', 90_000, async () => (await librarian.get(path)).files[0].state === 'READY');
  const { revision, metadata, files } = await librarian.get(path);
  const more = { type: 'SACH', subject: 'toan', grades: [8], licence: 'CC_BY', author: 'Tổ Toán' };
  await librarian.insist('PUT', path, { revision, metadata: { ...metadata, ...more, visibility: 'SCHOOL' } });
  await librarian.insist('POST', `${path}/publish`, {});
  book = { id, file: files[0].id };
}

step('nobody of that name is known yet', async () => {
  assert.deepEqual((await traces(GIVEN, FOLDED, CODE, BORN)).map(said), []);
});

step('the administrator takes him in from a list', async () => {
  const list = xlsx([
    ['DANH SÁCH HỌC SINH'],
    ['STT', 'Mã định danh Bộ GD&ĐT', 'Họ tên', 'Ngày sinh', 'Giới tính', 'Lớp học', 'Khối học'],
    ['1', CODE, NAME, BORN.split('-').reverse().join('/'), 'Nữ', '8A', '8'],
  ]);
  const path = '/api/lms/roster-imports';
  const { id } = await admin.upload(path, 'mot-em.xlsx', list);
  await admin.insist('POST', `${path}/${id}/apply`, {});
  await until('he is in, with a first password', 60_000, async () => {
    const { state, passwordsToSet } = await admin.get(`${path}/${id}`);
    return state === 'DONE' && passwordsToSet === 0;
  });
  const { rows } = await admin.get(`/api/lms/classes/${classId}/first-passwords`);
  const slip = rows.find((one) => one.name === NAME);
  username = slip.username;
  phone = await device(browser, PHONE);
  await signIn(phone, slip, { password: PASSWORD });
  pupil = await Person.signIn(base, { username, password: PASSWORD });
  person = (await pupil.get('/api/lms/me')).id;
  const other = rows.find((one) => one.name !== NAME);
  const { password } = account('Quản trị');
  classmate = await Person.signIn(base, { username: other.username, password });
});

step('he sits a paper of the class, and gets his mark', async () => {
  assignment = await given(teacher, await madePaper(teacher), classId);
  await until('the paper is his too', 60_000, async () =>
    (await pupil.get('/api/assessment/my/assignments')).some((one) => one.id === assignment),
  );
  const about = { device: `may-${username}` };
  const { body } = await pupil.insist('POST', `/api/assessment/assignments/${assignment}/sittings`, about);
  const slots = body.parts.flatMap((part) => part.items).map((each) => each.slot);
  const answers = [...workOf(0, 3).letters.map((choice) => ({ choice })), { essay: `Bài của ${NAME}` }];
  const typedAt = new Date().toISOString();
  const steps = answers.map((answer, i) => ({ seq: i + 1, slot: slots[i], answer, typedAt }));
  const sitting = `/api/assessment/sittings/${body.sittingId}`;
  await pupil.insist('PUT', `${sitting}/answers`, { ...about, steps });
  await pupil.insist('POST', `${sitting}/hand-in`, { seq: steps.length });
  const mark = { rubricMarks: { y: 1, 'dien-dat': 1 }, comment: `${GIVEN} viết gọn` };
  await until('the essay can be marked', 30_000, async () => {
    const { status } = await teacher.call('PUT', `${sitting}/marks/${slots[4]}`, mark);
    return status === 200;
  });
  await teacher.insist('POST', `/api/assessment/assignments/${assignment}/release`, { answers: false });
  await until('the gradebook has it', 30_000, async () =>
    (await pupil.get('/api/lms/my/marks')).some((one) => one.assignmentId === assignment),
  );
});

step('he learns: a note, a question, words in the discussion, a task with a picture', async () => {
  await phone.goto(`/bai/${lesson}`);
  await phone.getByText('Ghi chú của em', { exact: true }).click();
  await phone.getByLabel('Ghi chú của em cho bài này').fill(NOTE);
  await phone.getByText('Đã lưu. Chỉ mình em đọc được.').waitFor();
  await button(phone, 'Hỏi thầy cô về bài này').click();
  await phone.getByLabel('Câu hỏi của em').fill(`Thưa thầy, em là ${NAME} ạ. ${run}`);
  await button(phone, 'Gửi').last().click();
  await phone.getByText('Đang chờ trả lời').waitFor();
  await button(talk(phone), 'Vào thảo luận').click();
  await talk(phone).getByLabel('Ý kiến của em').fill(`${GIVEN} nghĩ là khi cùng hệ số góc.`);
  await button(talk(phone), 'Gửi').click();
  await talk(phone).getByText('cùng hệ số góc').waitFor();
  await card(phone).getByLabel('Viết bài làm').fill(`Bài của ${NAME}`);
  await card(phone)
    .getByLabel('Chụp bài làm')
    .setInputFiles({ name: `${GIVEN}.png`, mimeType: 'image/png', buffer: sheetOfPaper(900, 1200) });
  await card(phone).getByRole('img', { name: 'Ảnh 1' }).waitFor();
  await button(card(phone), 'Nộp bài').click();
  await card(phone).getByText('Đã nộp về trường').waitFor({ timeout: 30_000 });

  const path = `/api/lms/lesson-talks/${lesson}/d1`;
  const { posts } = await classmate.get(path);
  const answer = { key: crypto.randomUUID(), parentId: posts[0].id, html: '<p>Tớ cũng nghĩ thế.</p>' };
  await classmate.insist('POST', path, answer);
});

step('he reads: a favourite, a place in the book, a note in it', async () => {
  await pupil.insist('PUT', `/api/content/favourites/${book.id}`);
  await pupil.insist('PUT', `/api/content/files/${book.file}/position`, { n: 1, within: 0.5, share: 0.4 });
  await pupil.insist('POST', `/api/content/files/${book.file}/notes`, {
    n: 1,
    text: NOTE,
    quote: 'Trục hoành',
  });
});

step('the teacher sees him by name', async () => {
  await desk.goto(`/bai/${lesson}`);
  await button(talk(desk), 'Vào thảo luận').click();
  await talk(desk).getByRole('article', { name: NAME }).waitFor();
  await desk.goto('/hoi-dap');
  await desk.getByRole('article').filter({ hasText: NAME }).first().waitFor();
  await desk.goto(`/giao-bai/${assignment}`);
  await desk.getByText(NAME).first().waitFor();
  await desk.goto(`/lop/${classId}`);
  await desk.getByText(NAME).first().waitFor();
});

step('his traces are found in every service, in the accounts and in Kafka', async () => {
  await admin.insist('POST', '/api/lms/privacy/requests', { subjectId: person, kind: 'STOP', text: NOTE });
  const found = await traces(GIVEN, FOLDED, username, CODE, BORN, person);
  const where = [...new Set(found.map((one) => one.where))];
  for (const place of [
    'database lms person.name',
    'database lms person.code',
    'database lms person.birth_date',
    'database lms privacy_request.text',
    'database keycloak user_entity.username',
    'database assessment answer_step.answer',
    'database content reading_note.text',
    'database content class_member.person_id',
  ])
    assert.ok(where.includes(place), `${place} is not among\n${where.join('\n')}`);
  const named = found.filter((one) => one.where.startsWith('kafka') && one.word !== 5);
  assert.deepEqual(named.map(said), [], 'messages hold ids, never names');
  assert.ok(where.some((one) => one.startsWith('kafka lms.membership-changed.v1')));
});

step('erasure is asked for on paper, answered and carried out', async () => {
  await office.goto('/quan-tri/quyen-rieng-tu');
  await button(office, 'Ghi yêu cầu trên giấy').click();
  const sheet = office.getByRole('dialog');
  await sheet.getByLabel('Tìm người theo tên').fill(GIVEN);
  await sheet.getByRole('button', { name: `${NAME} · ${username}` }).click();
  await sheet.getByLabel('Yêu cầu gì?').selectOption({ label: 'Xoá dữ liệu' });
  await sheet.getByLabel('Nội dung').fill(`Mẹ em ${NAME} xin xoá mọi dữ liệu của em.`);
  await button(sheet, 'Ghi vào sổ').click();
  const request = office.getByRole('article', { name: `Xoá dữ liệu: ${NAME}` });
  await request.getByLabel('Lời trả lời').fill(`Trường xoá dữ liệu của em ${NAME} hôm nay.`);
  await button(request, 'Trả lời').click();
  await request.getByText('Đã trả lời, chờ làm').waitFor();
  await look(office, 'xoa-du-lieu');
  await request.getByLabel('Gõ XOÁ để xoá thật').fill('XOÁ');
  await button(request, 'Xoá dữ liệu').click();
  await request.waitFor({ state: 'detached', timeout: 60_000 });
  assert.equal((await pupil.call('GET', '/api/lms/me')).status, 401, 'he is signed out at once');
  await office.reload();
  await office.getByRole('article', { name: 'Xoá dữ liệu: Đã xoá' }).getByText('Đã xong').first().waitFor();
  assert.equal(await office.getByText(NAME).count(), 0);
});

step('soon nothing names him, and his id stands only where it is said to stay', async () => {
  let found = [];
  const isTrace = ({ where, word }) =>
    word !== 5 || !(where.startsWith('kafka ') || STAYS.includes(where.split('.')[0]));
  await until('no trace is left', 90_000, async () => {
    found = await traces(GIVEN, FOLDED, username, CODE, BORN, person);
    return !found.some(isTrace);
  }).catch(() => undefined);
  assert.deepEqual(found.filter(isTrace).map(said), []);
  assert.ok(
    found.some((one) => one.where === 'database lms released_mark.learner_id'),
    'the marks stay',
  );
});

step('he cannot sign in again', async () => {
  await assert.rejects(Person.signIn(base, { username, password: PASSWORD }), /was not signed in/);
});

step('the teacher’s pages that showed him are whole and say that he was erased', async () => {
  await desk.goto(`/bai/${lesson}`);
  await button(talk(desk), 'Vào thảo luận').click();
  await talk(desk).getByText('Dữ liệu của người viết đã được xoá.').waitFor();
  await talk(desk).getByText('Tớ cũng nghĩ thế.').waitFor();
  await look(desk, 'thao-luan-da-xoa', { dark: true });
  for (const page of ['/hoi-dap', `/giao-bai/${assignment}`, `/lop/${classId}`, '/so-diem', '/viec']) {
    await desk.goto(page);
    await desk.getByRole('heading', { level: 1 }).first().waitFor();
    await desk.waitForLoadState('networkidle');
    assert.equal(await desk.getByText(GIVEN).count(), 0, page);
  }
});

step('every page was whole: axe, width, scripts', () => {
  assert.deepEqual(faults, []);
  assert.deepEqual(troubles, []);
});
