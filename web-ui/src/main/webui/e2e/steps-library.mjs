import assert from 'node:assert/strict';
import { account, device, look, signIn, WIDE } from './box.mjs';
import * as matter from './matter.mjs';
import { admin, browser, button, choose, heading, known, other, phone, pupils, step } from './story.mjs';

/** Doors that stay shut, and the library’s that are open. */

const { NEW_PASSWORD, neighbour, bookTitle } = matter;

step('nobody sees what is not his: the page says so in words', async () => {
  await signIn(other, pupils.get(neighbour.name), { password: NEW_PASSWORD });
  const courses = await (await admin.request.get('/api/lms/courses')).json();
  const foreign = courses.find((one) => one.id !== known.course && one.grade !== 8) ?? courses[0];
  for (const path of [`/ket-qua/${known.sitting}`, `/mon-hoc/${foreign.id}`, '/khong-co-trang-nay']) {
    await other.goto(path);
    await other.getByText('Không có trang này').waitFor();
  }
  await look(other, 'khong-co-trang');
  for (const path of [`/api/assessment/sittings/${known.sitting}/result`, `/api/lms/courses/${foreign.id}`]) {
    assert.equal((await other.request.get(path)).status(), 404, path);
  }
});

step('the librarian puts a book into the library', async () => {
  const shelf = await device(browser, WIDE);
  await signIn(shelf, account('Thủ thư'));
  await look(shelf, 'thu-thu');
  await shelf.getByRole('link', { name: 'Biên mục' }).first().click();
  await heading(shelf, 'Biên mục').waitFor();
  await choose(shelf, `${matter.bookFile}.epub`, matter.book());
  await shelf.getByText(`Đã nhận ${matter.bookFile}.epub`, { exact: true }).waitFor();
  await shelf.getByText('Đã đọc xong').first().waitFor({ timeout: 60_000 });
  await look(shelf, 'bien-muc');
  await shelf.getByRole('link', { name: matter.bookFile }).click();
  await shelf.getByLabel('Tên học liệu').fill(bookTitle);
  await shelf.getByLabel('Loại').selectOption({ label: 'Sách' });
  await shelf.getByLabel('Môn', { exact: true }).selectOption({ label: 'Ngữ văn' });
  await button(shelf, 'Lớp 8').click();
  await shelf.getByLabel('Tóm tắt').fill('Hai chuyện ngắn ở một bản bên suối.');
  await shelf.getByLabel('Nguồn').fill('Thư viện trường');
  await shelf.getByLabel('Giấy phép').selectOption({ index: 2 });
  await button(shelf, 'Đăng').click();
  await shelf.getByText('Người được xem tìm thấy ngay').waitFor();
  await look(shelf, 'bien-muc-mo-ta');
  await shelf.context().close();
});

step('the pupil finds it by words inside, typed without accents, and reads it', async () => {
  await phone.goto('/thu-vien');
  await heading(phone, 'Thư viện').waitFor();
  await look(phone, 'thu-vien', { dark: true });
  const found = phone.getByRole('link', { name: bookTitle });
  for (let i = 0; i < 10; i++) {
    await phone.goto('/thu-vien');
    await phone.getByLabel('Tìm trong thư viện').fill(matter.typedWords);
    await phone.getByRole('button', { name: 'Tìm', exact: true }).click();
    await heading(phone, /kết quả$/).waitFor();
    if (await found.isVisible()) break;
    await phone.waitForTimeout(1_000);
  }
  await phone.locator('mark').first().waitFor();
  await look(phone, 'thu-vien-tim');
  await found.click();
  await phone.getByText(matter.bookWords).waitFor();
  await look(phone, 'hoc-lieu');
});
