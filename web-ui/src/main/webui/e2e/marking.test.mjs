import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faults, look, troubles } from './box.mjs';
import { each } from './class.mjs';
import * as marked from './marked.mjs';
import {
  assignment,
  button,
  changedOnce,
  classId,
  desk,
  leave,
  link,
  ofQuestion,
  other,
  phone,
  pupils,
  said,
  second,
  step,
  strong,
  takes,
  teacher,
  weak,
  work,
} from './marking.mjs';

/**
 * From handing in to marks that are right: an essay marked twice with the names hidden, released bit by bit, reviewed once,
 * and a wrong key that the figures found. Two of the class sit at real browsers, the others where their pages would be.
 */
const COMMENT = `Em nêu rõ từng cách trong bài ${marked.run}, cô khen.`;
const ESSAY = 'Câu 5';

step('a class of thirty sits the paper and hands it in', async () => {
  await Promise.all([
    takes(phone, strong),
    takes(other, weak),
    each(pupils.slice(1, -1), (one) => marked.sits(one, assignment)),
  ]);
  const { rows, items } = await teacher.get(`/api/assessment/assignments/${assignment}/results`);
  for (const one of [strong, weak]) one.sitting = rows.find((row) => row.learnerId === one.id).sittingId;
  assert.ok(rows.every((row) => row.state === 'HANDED_IN' && row.toMark === 1));
  assert.deepEqual(
    items.map((one) => one.toMark),
    [0, 0, 0, 0, pupils.length],
  );
});

step('the teacher marks the essays by keyboard, without seeing whose they are', async () => {
  await desk.goto(`/giao-bai/${assignment}`);
  await said(desk, `${pupils.length} bài chờ chấm`);
  await look(desk, 'ket-qua-cho-cham');
  await link(desk, 'Chấm theo câu').click();
  await work(desk).waitFor();
  assert.equal(await desk.getByLabel('Hiện tên học sinh').isChecked(), false);
  for (let n = 0; n < pupils.length; n++) {
    const text = await work(desk).innerText();
    assert.ok(!pupils.some((one) => text.includes(one.name)), 'the name is hidden');
    if (n === 0) await writesComment();
    else if (n === 1 || text.includes(strong.words)) await takesComment();
    const level = String(marked.ESSAYS.findIndex((one) => text.includes(one)) + 1);
    await desk.keyboard.press(level);
    await desk.keyboard.press(level);
    if (n < pupils.length - 1) await leave(desk, 'n');
  }
  await said(desk, `Đã chấm ${pupils.length}/${pupils.length} bài`);
  await look(desk, 'cham-tu-luan', { dark: true });
});

async function writesComment() {
  await desk.keyboard.press('c');
  await desk.keyboard.insertText(COMMENT);
  await desk.keyboard.press('Escape');
  await button(desk, 'Cất nhận xét này').click();
  await said(desk, 'Đã cất');
}

async function takesComment() {
  await button(desk, 'Nhận xét hay dùng').click();
  await desk.getByLabel('Tìm nhận xét').fill(`trong bài ${marked.run}`);
  await desk.getByRole('button', { name: new RegExp(`^${COMMENT}`) }).click();
  assert.equal(await desk.getByLabel('Nhận xét cho em ấy').inputValue(), COMMENT);
}

step('a second teacher marks two of them again, and sees no first mark before his own', async () => {
  await second.goto(`/giao-bai/${assignment}`);
  await second.getByRole('link', { name: ofQuestion('Xem các bài làm', 5) }).click();
  await second.getByRole('tab', { name: 'Chấm lần hai' }).click();
  await said(second, `Đã chấm 0/${pupils.length} bài`);
  await again(strong, '1', '2');
  await again(weak, '3', '3');
  await said(second, `Đã chấm 2/${pupils.length} bài`);
});

async function again(one, ...keys) {
  for (let n = 0; n < pupils.length && !(await work(second).innerText()).includes(one.words); n++) {
    await leave(second, 'n');
  }
  const mark = second.getByRole('textbox', { name: 'Điểm', exact: true });
  assert.equal(await mark.inputValue(), '');
  for (const key of keys) await second.keyboard.press(key);
  await second.getByText(/Đã lưu \d/).waitFor();
}

step('where the two differ they settle on one mark', async () => {
  await desk.goto(`/giao-bai/${assignment}`);
  await link(desk, `${ESSAY}: Chấm 1 bài`).click();
  await desk.getByRole('tab', { name: 'Chưa thống nhất 1' }).click();
  await work(desk).filter({ hasText: strong.words }).waitFor();
  await desk.getByText('Lần một 2 điểm, lần hai 1,5 điểm.').waitFor();
  await look(desk, 'cham-lech-nhau');
  await desk.getByRole('textbox', { name: 'Điểm thống nhất' }).fill('1,75');
  await desk.getByLabel('Lí do').fill('Đủ ý, câu cuối chưa rõ');
  await button(desk, 'Thống nhất điểm này').click();
  await desk.getByRole('textbox', { name: 'Điểm thống nhất' }).waitFor({ state: 'detached' });
  await desk.getByText(/^2 .* được chấm hai lần: 1 /).waitFor();
  await work(desk).filter({ hasText: strong.words }).waitFor();
  assert.equal(await desk.getByRole('textbox', { name: 'Điểm', exact: true }).inputValue(), '1,75');
  await desk.getByText('Điểm này đã thay đổi thế nào?').click();
  await desk.getByText('Thống nhất điểm, Nguyễn Phương Thảo: “Đủ ý, câu cuối chưa rõ”').waitFor();
});

/** What the gradebook should have, by learner. */
const marksBy = (key, essayOfStrong) =>
  new Map(
    pupils.map((one) => [
      one.id,
      marked.markOf(one, key) + (one.id === strong.id ? essayOfStrong - marked.POINTS : 0),
    ]),
  );
const gradebookSays = (marks) => marked.gradebookSays(teacher, classId, assignment, marks);

async function release(...also) {
  await desk.goto(`/giao-bai/${assignment}`);
  await button(desk, 'Trả điểm').click();
  const sheet = desk.getByRole('dialog');
  for (const one of also) await sheet.getByLabel(one, { exact: true }).check();
  if (also.length > 0) await look(desk, 'tra-dap-an');
  await button(sheet, 'Trả điểm').click();
  await desk.getByText(`${pupils.length} em đã nhận được điểm.`).waitFor();
}

step('marks are released alone, answers and explanations later', async () => {
  await release();
  await phone.goto(`/ket-qua/${strong.sitting}`);
  await phone.getByText('7,75').first().waitFor();
  await phone.getByText(COMMENT).waitFor();
  await said(phone, 'Thầy cô chưa mở đáp án.');
  const result = () => strong.person.get(`/api/assessment/sittings/${strong.sitting}/result`);
  assert.ok((await result()).items.every((one) => one.key === null && one.explanation === null));
  await look(phone, 'ket-qua-chi-diem');
  await gradebookSays(marksBy('B', 1.75));

  await release('Đáp án', 'Lời giải');
  await phone.reload();
  await phone.getByText(marked.EXPLAINED).waitFor();
  await phone.getByText('Thầy cô chưa mở đáp án.').waitFor({ state: 'detached' });
  assert.deepEqual((await result()).items[3].key, { choice: 'B' });
});

step('a pupil asks for a review, and is answered with a better mark', async () => {
  // by key: on a phone the bar of pages may lie over what a click would go to
  await phone.getByRole('button', { name: ofQuestion('Xin xem lại điểm', 5) }).press('Enter');
  await phone.getByLabel('Em thấy chưa đúng ở đâu?').fill('Câu cuối em viết rõ rồi ạ.');
  await look(phone, 'xin-phuc-khao');
  await button(phone, 'Gửi thầy cô').press('Enter');
  await said(phone, 'Đã gửi, chờ thầy cô xem');

  await desk.goto(`/giao-bai/${assignment}`);
  await link(desk, 'Xem và trả lời các em').click();
  const request = desk.getByRole('article', { name: strong.name });
  await request.getByText('Câu cuối em viết rõ rồi ạ.').waitFor();
  await request.getByText(strong.words).waitFor();
  await look(desk, 'phuc-khao');
  await request.getByLabel('Điểm sau khi xem lại').fill('2');
  await request.getByLabel('Trả lời em ấy').fill('Cô đọc lại: em viết rõ.');
  await button(request, 'Sửa 1,75 → 2 và trả lời').click();
  await said(request, 'Đã trả lời');

  await phone.reload();
  await phone.getByText('Cô đọc lại: em viết rõ.').waitFor();
  await phone.getByText('8', { exact: true }).first().waitFor();
  await gradebookSays(marksBy('B', 2));
});

step('the figures say that a key is probably wrong', async () => {
  await desk.goto(`/giao-bai/${assignment}`);
  await link(desk, 'Phân tích').click();
  const flags = desk.getByRole('region', { name: 'Câu nào cần thầy cô xem lại?' });
  await flags.getByText(/^Khả năng đáp án sai: .* chọn C \(10 em\) nhiều hơn đáp án B \(0 em\)/).waitFor();
  await flags.getByText('Có lẽ sai').waitFor();
  await flags.getByText(marked.WRONG).waitFor();
  await look(desk, 'phan-tich', { dark: true });
  await flags.getByRole('link', { name: ofQuestion('Sửa đáp án', 4) }).click();
  await desk.getByRole('region', { name: 'Câu 4' }).waitFor();
});

step('the teacher sees who would change, and corrects the key', async () => {
  strong.before = await marked.recordsOf(strong, assignment);
  weak.before = await marked.recordsOf(weak, assignment);
  const same = pupils.find((one) => !['B', 'C'].includes(one.letters[3]));
  same.before = await marked.recordsOf(same, assignment);
  const up = pupils.filter((one) => one.letters[3] === 'C').length;
  const down = pupils.filter((one) => one.letters[3] === 'B').length;

  await desk.getByRole('radio', { name: /^C\s*C của/ }).check();
  await button(desk, 'Xem trước ai đổi điểm').click();
  await desk.getByRole('heading', { name: `${up + down}/${pupils.length} em đổi điểm` }).waitFor();
  await desk.getByText(`${up} em lên điểm, ${down} em xuống điểm.`).waitFor();
  const row = (one) => desk.getByRole('row', { name: one.name });
  await row(strong).filter({ hasText: '0 → 2' }).filter({ hasText: '8 → 10' }).first().waitFor();
  await row(weak).filter({ hasText: '2 → 0' }).first().waitFor();
  await look(desk, 'sua-dap-an-xem-truoc');
  assert.deepEqual(await marked.recordsOf(strong, assignment), strong.before, 'nothing has changed yet');

  await desk.getByLabel('Vì sao sửa?').fill('Đáp án in nhầm, C mới đúng');
  await button(desk, 'Sửa và chấm lại').click();
  await said(desk, `Đã sửa và chấm lại. ${up + down} em đổi điểm.`);
  await said(desk, 'Câu 4: đổi đáp án');
  await look(desk, 'sua-dap-an-xong');

  await gradebookSays(marksBy('C', 2));
  await changedOnce(strong, 1);
  await changedOnce(weak, 0);
  assert.deepEqual(
    await marked.recordsOf(same, assignment),
    same.before,
    'who did not change was not told again',
  );
});

step('pupils see the right marks, and every change is in the history', async () => {
  await phone.reload();
  await phone.getByText('10', { exact: true }).first().waitFor();
  await look(phone, 'ket-qua-sau-khi-sua');
  await other.goto(`/ket-qua/${weak.sitting}`);
  await other
    .getByText(String(marked.markOf(weak, 'C')), { exact: true })
    .first()
    .waitFor();

  await desk.goto(`/giao-bai/${assignment}`);
  await desk.getByRole('link', { name: ofQuestion('Xem các bài làm', 4) }).click();
  await desk.getByLabel('Hiện tên học sinh').check();
  await desk.getByRole('button', { name: `${strong.name}, 2 điểm` }).click();
  await desk.getByRole('region', { name: strong.name }).waitFor();
  await desk.getByText('Điểm này đã thay đổi thế nào?').click();
  await said(desk, '0 → 2');
  await desk.getByText('Sửa đáp án, Nguyễn Phương Thảo: “Đáp án in nhầm, C mới đúng”').waitFor();
  await look(desk, 'lich-su-diem');

  await desk.goto(`/giao-bai/${assignment}/phan-tich`);
  await desk.getByRole('heading', { name: 'Từng câu' }).waitFor();
  assert.equal(await desk.getByText('Khả năng đáp án sai').count(), 0);
  const sheet = await desk.request.get(`/api/assessment/assignments/${assignment}/analysis.xlsx`);
  assert.equal(sheet.status(), 200);
});

test('all of it is accessible, fits its screen and runs without errors', () => {
  assert.deepEqual(faults, []);
  assert.deepEqual(troubles, []);
});
