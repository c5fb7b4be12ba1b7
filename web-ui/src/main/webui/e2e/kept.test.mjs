import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { account, base, faults, look, openBrowser, PHONE, troubles } from './box.mjs';
import { run } from './class.mjs';
import { publishedLesson } from './published.mjs';
import { Person } from './school.mjs';
import { button, link, own, walk } from './walk.mjs';

/**
 * A lesson with a book and a document of the library, kept on a phone that never opened either: how heavy they are is said
 * first, they open without a network, and go with the lesson.
 */
const BOOK = 'Nước và sự sống quanh em';
const SHEETS = 'Sổ tay công thức Khoa học tự nhiên 8';
const LESSON = `Nước quanh em ${run}`;
let browser;
let phone;
let lesson;
let materials;

const step = walk('kept', () => browser);

async function materialNamed(teacher, title) {
  const { hits } = await teacher.get(`/api/content/materials?size=8&q=${encodeURIComponent(title)}`);
  const { id } = hits.find((one) => one.title === title);
  const { version, metadata, files } = await teacher.get(`/api/content/materials/${id}`);
  const { html } = await teacher.get(`/api/content/files/${files[0].id}/pages/1`);
  const words = html.replace(/<[^>]+>/g, '\n').split('\n');
  return {
    id,
    version,
    title,
    type: metadata.type,
    words: words.map((one) => one.trim()).find((one) => one.length > 15),
  };
}

before(
  async () => {
    browser = await openBrowser();
    const teacher = await Person.signIn(base, account('Giáo viên KHTN 8'));
    const classId = (await teacher.get('/api/lms/classes')).find((one) => one.name === '8A').id;
    materials = [await materialNamed(teacher, BOOK), await materialNamed(teacher, SHEETS)];
    const shown = materials.map(({ id, version, title, type }, i) => ({
      id: `m${i}`,
      kind: 'material',
      materialId: id,
      version,
      title,
      type,
      note: null,
    }));
    lesson = await publishedLesson(teacher, {
      title: LESSON,
      subject: 'khtn',
      grade: 8,
      classId,
      blocks: [{ id: 'b1', kind: 'text', html: '<p>Đọc rồi kể lại.</p>' }, ...shown],
    });
    phone = await own(browser, account('Học sinh lớp 8A'), PHONE);
  },
  { timeout: 120_000 },
);
after(() => browser?.close());

step('how heavy the materials are is said before they are taken along', async () => {
  await phone.goto(`/bai/${lesson}`);
  await phone.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await phone.reload();
  await button(phone, 'Lưu để học khi mất mạng').click();
  await phone.getByText(/^Bài có 2 học liệu, nhiều nhất \d/).waitFor();
  await look(phone, 'bai-luu-kem-hoc-lieu', { dark: true });
  await button(phone, 'Lưu cả học liệu').click();
  await phone.getByText('Đã lưu trên máy này').waitFor({ timeout: 60_000 });
  assert.equal(await phone.getByText(/vẫn cần mạng/).count(), 0);
  await look(phone, 'bai-da-luu');
});

step('without a network both open, from the lesson and from the shelf', async () => {
  // what the readers are made of is on its way to the device, too
  await phone.waitForTimeout(3000);
  await phone.context().setOffline(true);
  for (const one of materials) {
    await phone.goto(`/bai/${lesson}`);
    await phone.locator(`a[href^="/thu-vien/${one.id}"]`).click();
    await phone.locator('.read').getByText(one.words).first().waitFor();
  }
  await phone.goto('/thu-vien/tu-sach');
  const shelf = phone.getByRole('region', { name: 'Lưu trên máy này' });
  await link(shelf, BOOK).click();
  await phone.locator('.read').getByText(materials[0].words).first().waitFor();
  await phone.context().setOffline(false);
});

step('they go with the lesson', async () => {
  await phone.goto(`/bai/${lesson}`);
  await button(phone, 'Bỏ lưu').click();
  await button(phone, 'Lưu để học khi mất mạng').waitFor();
  await phone.goto('/thu-vien/tu-sach');
  const shelf = phone.getByRole('region', { name: 'Lưu trên máy này' });
  await shelf.waitFor();
  for (const title of [LESSON, BOOK, SHEETS]) assert.equal(await shelf.getByText(title).count(), 0);
});

step('every page was whole: axe, width, scripts', () => {
  assert.deepEqual(faults, []);
  assert.deepEqual(troubles, []);
});
