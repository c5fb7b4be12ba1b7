import { base } from './box.mjs';
import { each, until } from './class.mjs';
import { Person } from './school.mjs';

/**
 * A paper that 8B of the demo school sits: three questions that part the strong from the weak, one whose key is wrong
 * (the strong choose C, the key says B as the weak do), and an essay with a rubric.
 */

export const run = String(Date.now() % 1e6);
export const title = `Kiểm tra an toàn mạng ${run}`;
export const INDICATOR = '4.1.TC1a';
export const WRONG = 'Mật khẩu nào khó đoán nhất?';
export const EXPLAINED = 'Mật khẩu dài và không có nghĩa thì khó đoán.';

const CHOICES = [
  { prompt: 'Ai được biết mật khẩu của em?', key: 'A' },
  { prompt: 'Nhận thư lạ có tệp đính kèm, em làm gì trước?', key: 'A' },
  { prompt: 'Dấu hiệu nào cho thấy một trang web đáng tin?', key: 'A' },
  { prompt: WRONG, key: 'B', explanation: `<p>${EXPLAINED}</p>` },
];
export const POINTS = 2;
/** How good an essay is, by the words in it; the points of both criteria are the same. */
export const ESSAYS = [
  'Em đặt mật khẩu dài, không dùng chung, và bật xác minh hai bước.',
  'Em đặt mật khẩu dài và không cho bạn mượn.',
  'Em nhờ bạn nhớ hộ mật khẩu.',
];
const LEVELS = [
  { label: 'Đủ ý', share: 1 },
  { label: 'Thiếu ý', share: 0.5 },
  { label: 'Sai', share: 0 },
];
const criterion = (id, name) => ({ id, title: name, points: 1, levels: LEVELS });

const item = (content, indicators = []) => ({
  content: { explanation: null, ...content },
  meta: { subject: 'tin-hoc', grade: 8, topic: null, cognitive: 'HIEU', indicators, source: null },
});

function items() {
  const options = (prompt) =>
    ['A', 'B', 'C', 'D'].map((id) => ({ id, html: `<p>${id} của “${prompt}”</p>` }));
  return [
    ...CHOICES.map(({ prompt, ...rest }) =>
      item(
        { form: 'SINGLE_CHOICE', prompt: `<p>${prompt}</p>`, options: options(prompt), ...rest },
        prompt === WRONG ? [INDICATOR] : [],
      ),
    ),
    item({
      form: 'ESSAY',
      prompt: '<p>Em giữ tài khoản của mình thế nào?</p>',
      guide: '<p>Mật khẩu dài, không dùng chung, xác minh hai bước.</p>',
      rubric: [criterion('y', 'Nêu đủ ý'), criterion('dien-dat', 'Diễn đạt rõ')],
    }),
  ];
}

export async function madePaper(teacher) {
  const slots = [];
  for (const one of items()) {
    const { body } = await teacher.insist('POST', '/api/assessment/items', one);
    slots.push({ itemId: body.id, points: POINTS });
  }
  const about = { title: `Đề ${title}`, subject: 'tin-hoc', grade: 8, minutes: 45 };
  const { body: paper } = await teacher.insist('POST', '/api/assessment/papers', about);
  const { revision } = await teacher.get(`/api/assessment/papers/${paper.id}`);
  const parts = [{ title: 'Phần I', instructions: null, slots }];
  await teacher.insist('PUT', `/api/assessment/papers/${paper.id}`, { ...about, revision, parts });
  return paper.id;
}

export async function given(teacher, paperId, classId) {
  const { body } = await teacher.insist('POST', '/api/assessment/assignments', {
    paperId,
    title,
    classIds: [classId],
    opensAt: new Date(Date.now() - 60_000).toISOString(),
    closesAt: new Date(Date.now() + 3_600_000).toISOString(),
    minutes: 45,
    shuffle: { items: false, options: false },
    conditions: { paging: 'ALL' },
  });
  return body.id;
}

/** What a pupil of this rank (0: the best) of so many gives: letters of the four choices, and which essay. */
export function workOf(rank, of) {
  const third = Math.floor((rank * 3) / of);
  const letters = [
    ['A', 'A', 'A', 'C'],
    [rank % 2 ? 'A' : 'B', 'A', rank % 3 ? 'C' : 'A', rank % 2 ? 'C' : 'B'],
    [rank % 3 ? 'C' : 'A', rank % 2 ? 'D' : 'B', 'D', rank % 5 ? 'B' : 'D'],
  ][third];
  return { letters, essay: third };
}

/** The class as it comes in, signed in, with names; the first password is the demo school's. */
export async function pupilsOf(admin, classId, password) {
  const { rows } = await admin.get(`/api/lms/classes/${classId}/first-passwords`);
  const pupils = rows.map(({ username, name }, rank) => ({ username, name, ...workOf(rank, rows.length) }));
  await each(pupils, async (one) => {
    one.person = await Person.signIn(base, { username: one.username, password });
    one.id = (await one.person.get('/api/lms/me')).id;
  });
  return pupils;
}

/** Sits down, answers all and hands in, as his page would. */
export async function sits(one, assignment) {
  const device = `may-${one.username}`.slice(0, 40);
  const { body } = await one.person.insist('POST', `/api/assessment/assignments/${assignment}/sittings`, {
    device,
  });
  const slots = body.parts.flatMap((part) => part.items).map((each) => each.slot);
  const answers = [...one.letters.map((choice) => ({ choice })), { essay: ESSAYS[one.essay] }];
  const steps = answers.map((answer, i) => ({
    seq: i + 1,
    slot: slots[i],
    answer,
    typedAt: new Date().toISOString(),
  }));
  const path = `/api/assessment/sittings/${body.sittingId}`;
  await one.person.insist('PUT', `${path}/answers`, { device, steps });
  await one.person.insist('POST', `${path}/hand-in`, { seq: steps.length });
  one.sitting = body.sittingId;
}

/** The marks of the choices by this key of the fourth, and of the essay. */
export function markOf(one, key) {
  const right = CHOICES.filter(({ prompt, ...rest }, i) =>
    prompt === WRONG ? one.letters[i] === key : one.letters[i] === rest.key,
  );
  return right.length * POINTS + POINTS * LEVELS[one.essay].share;
}

/** The gradebook as it is when all have the mark that they should have; what came over Kafka takes a moment. */
export const gradebookSays = (teacher, classId, assignment, marks) =>
  until('the gradebook has every mark', 30_000, async () => {
    const { rows } = await teacher.get(`/api/lms/classes/${classId}/marks`);
    const said = new Map(rows.map((row) => [row.personId, row.marks[assignment]]));
    return [...marks].every(([id, mark]) => Number(said.get(id)) === mark);
  });

/** A pupil's own line of the gradebook, and what his tracker has of this paper. */
export async function recordsOf({ person }, assignment) {
  const line = (await person.get('/api/lms/my/marks')).find((one) => one.assignmentId === assignment);
  const competence = INDICATOR.split('.').slice(0, 2).join('.');
  const { levels } = await person.get(`/api/lms/my/competency/${competence}`);
  const evidence = levels
    .flatMap((level) => level.indicators)
    .filter((one) => one.code === INDICATOR)
    .flatMap((one) => one.evidence)
    .filter((one) => one.kind === 'RESULT' && one.title === title);
  return { line, evidence };
}
