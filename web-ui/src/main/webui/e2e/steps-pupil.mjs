import assert from 'node:assert/strict';
import { look, signIn } from './box.mjs';
import * as matter from './matter.mjs';
import { button, heading, known, learned, phone, pupils, saved, step } from './story.mjs';

/** A lesson read and a quiz taken on a phone. */

const { className, NEW_PASSWORD, reader, paperTitle } = matter;

step('a pupil reads the lesson on a phone to its end', async () => {
  await signIn(phone, pupils.get(reader.name), { password: NEW_PASSWORD });
  await phone.getByText(paperTitle).first().waitFor();
  await look(phone, 'hoc-sinh', { dark: true });
  await phone.getByRole('navigation').getByRole('link', { name: 'Môn học' }).last().click();
  await look(phone, 'mon-hoc');
  await phone.getByRole('link', { name: `Áp suất lớp ${className}` }).click();
  await phone.getByRole('link', { name: 'Bắt đầu học' }).click();
  await heading(phone, 'Bài 1. Áp suất là gì?').waitFor();
  await phone.getByText('Đã xem').waitFor();
  assert.equal(await phone.locator('[data-block]').count(), 4);
  await phone.locator('mfrac').waitFor();
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
  await saved(phone);
  await nextQuestion();
  await answerNow();
  await saved(phone);
  await nextQuestion();

  await phone.context().setOffline(true);
  await answerNow();
  await phone.getByText('Mất mạng – bài vẫn được lưu trên máy.').waitFor();
  await look(phone, 'lam-bai-mat-mang');
  await phone.context().setOffline(false);
  await saved(phone);

  await phone.reload();
  await phone.getByRole('timer').waitFor();
  await answerNow();
  await saved(phone);
  await nextQuestion();
  await answerNow();
  await saved(phone);
});

step('he hands in, and nothing he was told holds the key', async () => {
  await phone.getByRole('button', { name: /^PHẦN IV, câu/ }).click();
  await look(phone, 'lam-bai-phieu');
  await phone.getByRole('dialog').getByRole('button', { name: 'Nộp bài' }).click();
  await heading(phone, 'Em đã trả lời hết các câu').waitFor();
  await look(phone, 'lam-bai-nop');
  await phone.getByRole('dialog').getByRole('button', { name: 'Nộp bài' }).click();
  await phone.getByText('Đã nộp về trường lúc').waitFor();
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
