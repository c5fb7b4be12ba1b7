import assert from 'node:assert/strict';
import { xlsx } from './made.mjs';

/** A class of forty and a test for it, made as a school makes them: from the ministry's list, through the API. */

export const run = String(Date.now() % 1e8).padStart(8, '0');
const CLASS = `9P${run.slice(-4)}`;
export const PASSWORD = 'suoi-trong-2026';
export const LEARNERS = 40;
const FAMILIES = ['Lò Thị', 'Nguyễn Hoàng', 'Vàng A', 'Trần Đức', 'H’'];
const GIVEN = ['An', 'Bình', 'Chi', 'Dũng', 'Giang', 'Hà', 'Khoa', 'Lan', 'Minh', 'Ngọc'];
const pupilNames = Array.from(
  { length: LEARNERS },
  (_, i) => `${FAMILIES[i % 5]} ${GIVEN[i % 10]} ${GIVEN[Math.floor(i / 4)]}`,
);

export const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A few at a time: the machine that hashes the passwords has two processors. */
export async function each(all, does, at_once = 8) {
  const left = [...all.entries()];
  const work = async () => {
    for (let next = left.shift(); next; next = left.shift()) await does(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: at_once }, work));
}

export async function until(what, patience, holds) {
  const began = Date.now();
  for (;;) {
    const found = await holds();
    if (found) return Date.now() - began;
    if (Date.now() - began > patience) assert.fail(`not within ${patience} ms: ${what}`);
    await wait(200);
  }
}

export async function madeClass(admin) {
  const rows = pupilNames.map((name, i) => [
    String(i + 1),
    `${run}${String(i).padStart(2, '0')}`,
    name,
    `${String((i % 28) + 1).padStart(2, '0')}/03/2012`,
    i % 2 ? 'Nam' : 'Nữ',
    CLASS,
    '9',
  ]);
  const head = ['STT', 'Mã định danh Bộ GD&ĐT', 'Họ tên', 'Ngày sinh', 'Giới tính', 'Lớp học', 'Khối học'];
  const { id } = await admin.upload(
    '/api/lms/roster-imports',
    'lop.xlsx',
    xlsx([['DANH SÁCH HỌC SINH'], head, ...rows]),
  );
  await admin.insist('POST', `/api/lms/roster-imports/${id}/apply`, {});
  await until('the class is in, with its first passwords', 120_000, async () => {
    const { state, passwordsToSet } = await admin.get(`/api/lms/roster-imports/${id}`);
    return state === 'DONE' && passwordsToSet === 0;
  });
  return (await admin.get('/api/lms/classes')).find((one) => one.name === CLASS).id;
}

export async function madeTest(teacher, classId) {
  const items = [];
  for (const n of [1, 2, 3, 4]) {
    const options = ['A', 'B', 'C', 'D'].map((id) => ({ id, html: `<p>${id}${n}</p>` }));
    const content = {
      form: 'SINGLE_CHOICE',
      prompt: `<p>Câu hỏi ${n}</p>`,
      options,
      key: 'B',
      explanation: null,
    };
    const meta = {
      subject: 'tin-hoc',
      grade: 9,
      topic: null,
      cognitive: 'BIET',
      indicators: [],
      source: null,
    };
    items.push((await teacher.insist('POST', '/api/assessment/items', { content, meta })).body.id);
  }
  const about = { title: `Kiểm tra giữa kì ${run}`, subject: 'tin-hoc', grade: 9, minutes: 45 };
  const { body: paper } = await teacher.insist('POST', '/api/assessment/papers', about);
  const { revision } = await teacher.get(`/api/assessment/papers/${paper.id}`);
  const slots = items.map((itemId) => ({ itemId, points: 2.5 }));
  await teacher.insist('PUT', `/api/assessment/papers/${paper.id}`, {
    ...about,
    revision,
    parts: [{ title: 'Phần I', instructions: null, slots }],
  });
  const { body } = await teacher.insist('POST', '/api/assessment/assignments', {
    paperId: paper.id,
    title: null,
    classIds: [classId],
    opensAt: new Date(Date.now() - 60_000).toISOString(),
    closesAt: new Date(Date.now() + 3_600_000).toISOString(),
    minutes: 45,
    shuffle: { items: false, options: false },
  });
  return body.id;
}

/** A lesson that the class reads, alone in a course of its own; gives the lesson's id. */
export async function publishedLesson(teacher, classId, title, blocks) {
  const made = async (path, body) => (await teacher.insist('POST', path, body)).body.id;
  const course = await made('/api/lms/courses', {
    title: `Toán 8 ${run}`,
    subject: 'toan',
    grade: 8,
    classIds: [classId],
  });
  const section = await made(`/api/lms/courses/${course}/sections`, { title: 'Chương I' });
  return publishedIn(teacher, section, title, blocks);
}

export async function publishedIn(teacher, section, title, blocks) {
  const lesson = (await teacher.insist('POST', `/api/lms/sections/${section}/lessons`, { title })).body.id;
  const order = blocks.map((block) => block.id);
  const { body } = await teacher.insist('POST', `/api/lms/lessons/${lesson}/draft/changes`, {
    device: crypto.randomUUID(),
    seq: 1,
    known: 1,
    closing: false,
    blocks,
    order,
    moved: order,
  });
  await teacher.insist('POST', `/api/lms/lessons/${lesson}/publish`, { revision: body.revision });
  return lesson;
}
