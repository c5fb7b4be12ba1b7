import assert from 'node:assert/strict';
import { look } from './box.mjs';
import * as matter from './matter.mjs';
import { button, choose, desk, heading, known, saved, step } from './story.mjs';

/** A paper from Word, given to the class, and a lesson around it. */

const { className, NEW_PASSWORD, teacher, reader, paperTitle } = matter;

/** A value as the field for date and hour wants it, in the school's time. */
function hour(at) {
  return new Date(at + 7 * 3_600_000).toISOString().slice(0, 16);
}

step('a paper from Word comes in, and what could not be read is mended', async () => {
  await desk.goto('/nhap-de');
  await heading(desk, 'Nhập đề từ Word').waitFor();
  await look(desk, 'nhap-de');
  await choose(desk, `${paperTitle}.docx`, matter.paper());
  await desk.getByText('Đã đọc 5 câu').or(desk.getByText('5 câu')).first().waitFor();
  await desk.getByText('Không thấy đáp án trong tệp').first().waitFor();
  await look(desk, 'nhap-de-soat', { dark: true });
  await desk.getByRole('radio', { name: 'Đáp án đúng là C' }).check();
  await desk.getByText('Không thấy đáp án trong tệp').first().waitFor({ state: 'detached' });
  for (const n of [2, 4]) {
    await desk.getByRole('button', { name: new RegExp(`^Câu ${n},`) }).click();
    const picker = button(desk, 'Gắn năng lực số');
    if ((await picker.getAttribute('aria-expanded')) !== 'true') await picker.click();
    await desk
      .getByRole('button', { name: /^Thêm chỉ báo/ })
      .first()
      .click();
    await desk.getByRole('button', { name: 'Năng lực số: 1 chỉ báo' }).waitFor();
  }
  await look(desk, 'nhap-de-chi-bao');
  await button(desk, 'Đưa vào ngân hàng').click();
  const sheet = desk.getByRole('dialog');
  await sheet.getByLabel('Môn').selectOption({ label: 'Khoa học tự nhiên' });
  await sheet.getByLabel('Lớp').selectOption({ label: 'Lớp 8' });
  await look(desk, 'nhap-de-vao-ngan-hang');
  await button(sheet, 'Đưa vào').click();
  await desk.getByText('5 câu đã vào ngân hàng.').waitFor();
  await desk.getByRole('link', { name: 'Mở đề vừa tạo' }).click();
  await heading(desk, paperTitle).waitFor();
  await look(desk, 'de');
});

step('the paper is given to the class', async () => {
  await button(desk, 'Xem như học sinh').click();
  await desk.getByText('Vì sao mũi đinh').first().waitFor();
  await look(desk, 'de-xem-thu');
  await button(desk, 'Giao bài').click();
  await desk.waitForURL('**/giao');
  await desk.getByRole('checkbox', { name: className }).check();
  await desk.getByLabel('Mở từ').fill(hour(Date.now() - 120_000));
  await look(desk, 'de-giao');
  await button(desk, 'Giao bài').click();
  await desk.waitForURL('**/giao-bai/*');
  known.assignment = new URL(desk.url()).pathname.split('/').pop();
  await desk.getByText(reader.name).waitFor();
  await look(desk, 'ket-qua-lop-chua-nop');
  await desk.goto('/de');
  await desk.getByRole('link', { name: paperTitle }).first().waitFor();
  await look(desk, 'de-danh-sach');
  await desk.goto('/ngan-hang');
  await desk.getByText('Vật nào dẫn điện tốt nhất?').first().waitFor();
  await look(desk, 'ngan-hang');
});

step('a course with a lesson of text, formula, library and quiz is published', async () => {
  await desk.getByRole('link', { name: 'Bài dạy' }).first().click();
  await look(desk, 'bai-day');
  await button(desk, 'Mở môn mới').click();
  const sheet = desk.getByRole('dialog');
  await sheet.getByLabel('Tên môn').fill(`Áp suất lớp ${className}`);
  await sheet.getByLabel(className).check();
  await look(desk, 'bai-day-mon-moi');
  await button(sheet, 'Mở môn').click();
  await desk.waitForURL('**/mon-hoc/*');
  known.course = new URL(desk.url()).pathname.split('/').pop();
  await button(desk, 'Thêm chương').click();
  await desk.getByRole('textbox', { name: 'Tên chương' }).last().fill('Chương 1. Áp suất');
  await button(desk, 'Thêm').click();
  const chapter = desk.getByRole('region', { name: 'Chương 1. Áp suất' });
  await button(chapter, 'Thêm bài').click();
  await chapter.getByRole('textbox', { name: 'Tên bài' }).fill('Bài 1. Áp suất là gì?');
  await button(chapter, 'Thêm').click();
  await desk.waitForURL('**/bai/*/soan');
  known.lesson = new URL(desk.url()).pathname.split('/')[2];
  await writeLesson();
  await look(desk, 'soan-bai', { dark: true });
  await button(desk, 'Đăng bài').click();
  await desk.getByText('Đã đăng bản 1').waitFor();
  await button(desk, 'Xem như học sinh').click();
  await desk.waitForURL('**/xem-thu/**');
  await desk.getByText('Áp lực chia cho diện tích').waitFor();
  await look(desk, 'soan-bai-xem-thu');
  await desk.goto(`/mon-hoc/${known.course}`);
  await desk.getByText('Đã đăng').waitFor();
  await look(desk, 'mon-hoc-soan');
});

async function addBlock(kind) {
  await button(desk, 'Thêm khối').first().click();
  await desk.getByRole('toolbar', { name: 'Thêm khối nào?' }).getByRole('button', { name: kind }).click();
}

async function writeLesson() {
  await addBlock('Đoạn văn');
  await desk
    .locator('[contenteditable=true]')
    .last()
    .fill('Áp lực chia cho diện tích bị ép thì được áp suất.');
  await addBlock('Công thức');
  await desk.getByLabel('Công thức, gõ kiểu LaTeX').fill('p = \\frac{F}{S}');
  await desk.getByLabel('Các chữ trong công thức là gì?').fill('F là áp lực, S là diện tích bị ép.');
  await addBlock('Học liệu');
  await desk.getByRole('searchbox', { name: 'Tìm học liệu trong thư viện' }).fill('áp suất');
  await desk
    .getByRole('button', { name: /^Chọn .*áp suất/i })
    .first()
    .click();
  await addBlock('Bài kiểm tra');
  await look(desk, 'soan-bai-chon-de');
  await button(desk, `Chọn ${paperTitle}`).click();
  await desk
    .getByRole('button', { name: /^Thêm chỉ báo/ })
    .first()
    .click();
  await saved(desk);
}

step('a sign-in that ran out says so and loses nothing that was typed', async () => {
  await desk.goto(`/bai/${known.lesson}/soan`);
  const note = desk.getByLabel('Học xong bài này, em làm được gì?').first();
  await note.waitFor();
  await desk.context().clearCookies();
  await note.fill('Em tính được áp suất của một vật lên mặt đất.');
  await desk.getByText('Phiên đã hết').waitFor();
  await look(desk, 'phien-het');
  assert.equal(await note.inputValue(), 'Em tính được áp suất của một vật lên mặt đất.');
  const [fresh] = await Promise.all([
    desk.waitForEvent('popup'),
    desk.getByRole('button', { name: 'Đăng nhập lại' }).click(),
  ]);
  await fresh.getByLabel('Tên đăng nhập').fill(teacher.username);
  await fresh.getByLabel('Mật khẩu', { exact: true }).fill(NEW_PASSWORD);
  await button(fresh, 'Đăng nhập').click();
  await desk.getByText('Phiên đã hết').waitFor({ state: 'detached' });
  await saved(desk);
  await desk.reload();
  assert.equal(await note.inputValue(), 'Em tính được áp suất của một vật lên mặt đất.');
  await button(desk, 'Đăng bản mới').click();
  await desk.getByText('Đã đăng bản 2').waitFor();
});
