import assert from 'node:assert/strict';
import { account, look, signIn } from './box.mjs';
import * as matter from './matter.mjs';
import { admin, button, choose, desk, heading, known, pupils, step } from './story.mjs';

/** The list of pupils, their passwords, their teacher. */

const { className, NEW_PASSWORD, teacher, reader } = matter;

step('the first page says what this is, to people with and without an account', async () => {
  await admin.goto('/');
  await heading(admin, 'Trường THCS Hoa Ban').waitFor();
  await look(admin, 'trang-dau', { dark: true });
});

step('the administrator takes in a list of pupils and names its faulty row', async () => {
  await signIn(admin, account('Quản trị'));
  await look(admin, 'quan-tri');
  await admin.getByRole('link', { name: 'Học sinh' }).first().click();
  await heading(admin, 'Học sinh').waitFor();
  await look(admin, 'nhap-hoc-sinh');
  await choose(admin, 'danh-sach.xlsx', matter.roster());
  await button(admin, 'Nhập 3 học sinh').waitFor();
  await admin.getByText('3 mới, 0 thay đổi, 0 đổi lớp, 0 như cũ, 1 không nhận').waitFor();
  await admin.getByRole('row').filter({ hasText: 'Hà Văn Sai' }).getByText('Không nhận').waitFor();
  await look(admin, 'nhap-hoc-sinh-xem-truoc');
  await button(admin, 'Nhập 3 học sinh').click();
  await admin.getByText('Xong. 3 học sinh').waitFor({ timeout: 60_000 });
  await look(admin, 'nhap-hoc-sinh-xong');
});

step('he prints their first passwords and makes a teacher for the class', async () => {
  await admin.getByRole('region', { name: 'Phiếu mật khẩu' }).getByRole('link', { name: className }).click();
  await heading(admin, `Lớp ${className}`).waitFor();
  for (const slip of await admin.getByRole('listitem').filter({ hasText: 'Mật khẩu:' }).all()) {
    const [name, username, password] = await slip.locator('b').allInnerTexts();
    pupils.set(name, { username, password });
  }
  assert.deepEqual([...pupils.keys()].sort(), [...matter.names].sort());
  await look(admin, 'phieu-mat-khau');

  await admin.getByRole('link', { name: 'Tài khoản' }).first().click();
  await look(admin, 'tai-khoan');
  await button(admin, 'Thêm người').click();
  const sheet = admin.getByRole('dialog');
  await sheet.getByLabel('Họ và tên').fill(teacher.name);
  await sheet.getByLabel('Tên đăng nhập').fill(teacher.username);
  await button(sheet, className).click();
  await look(admin, 'tai-khoan-moi');
  await button(sheet, 'Tạo tài khoản').click();
  const said = await admin.getByText('mật khẩu lần đầu').innerText();
  known.teacherPassword = /mật khẩu lần đầu (\S+)\. Ghi/.exec(said)?.[1] ?? assert.fail(said);
  await admin.getByRole('cell', { name: teacher.username }).waitFor();
});

step('the teacher must change the first password, and sees the class', async () => {
  await signIn(
    desk,
    { username: teacher.username, password: known.teacherPassword },
    { password: NEW_PASSWORD, look: true },
  );
  await look(desk, 'giao-vien', { dark: true });
  await desk.getByRole('link', { name: 'Lớp', exact: true }).first().click();
  await desk.getByRole('link', { name: className }).first().click();
  await desk.getByText(reader.name).waitFor();
  await look(desk, 'lop');
});
