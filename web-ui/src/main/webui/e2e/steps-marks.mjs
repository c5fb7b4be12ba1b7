import assert from 'node:assert/strict';
import { look } from './box.mjs';
import * as matter from './matter.mjs';
import { button, desk, heading, known, phone, saved, step } from './story.mjs';

/** From the teacher’s mark to what it proves. */

const { className, reader, paperTitle } = matter;

step('the teacher marks the essay and gives out the marks', async () => {
  await desk.goto(`/giao-bai/${known.assignment}`);
  await desk.getByText('1 bài chờ chấm').first().waitFor();
  await look(desk, 'ket-qua-lop');
  await desk.getByRole('link', { name: 'Chấm theo câu' }).click();
  await desk.getByRole('heading', { name: 'Bài 1', exact: true }).waitFor();
  await desk.getByText(matter.ESSAY).waitFor();
  await look(desk, 'cham-bai', { dark: true });
  await desk.getByRole('textbox', { name: 'Điểm', exact: true }).fill('1,5');
  await desk.getByLabel('Nhận xét cho em ấy').fill('Em viết rõ ý.');
  await saved(desk);
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
