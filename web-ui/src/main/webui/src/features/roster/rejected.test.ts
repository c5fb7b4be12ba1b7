import type { RosterRow } from '$api/types';
import { expect, test } from 'vitest';
import { rejectedSheet } from './rejected';

const row = (more: Partial<RosterRow>): RosterRow => ({
  sheetRow: 5,
  verdict: 'REJECTED',
  code: null,
  name: 'Lò Thị Xuân',
  birthDate: null,
  gender: null,
  className: null,
  grade: null,
  changes: [],
  reasons: [{ slug: 'row-phone-odd', column: 'Số điện thoại', title: 'Sai, "090"' }],
  file: null,
  roles: [],
  subjects: [],
  group: null,
  child: null,
  ...more,
});

test('the rows of guardians to mend name the child', () => {
  const child = { code: '2600000011', name: 'Lò Thị Ánh', relation: 'Mẹ' };
  const sheet = rejectedSheet([row({ child }), row({ verdict: 'NEW' })], 'GUARDIANS');

  expect(sheet.split('\r\n')).toEqual([
    'Dòng,Họ và tên,Học sinh,Mã định danh,Vì sao không nhận',
    '5,Lò Thị Xuân,Lò Thị Ánh,2600000011,"Số điện thoại: Sai, ""090"""',
  ]);
});

test('those of the staff have the code, the roles and the group', () => {
  const sheet = rejectedSheet([row({ code: 'GV01', roles: ['TEACHER'], group: 'Tổ Toán' })], 'STAFF');

  expect(sheet.split('\r\n')[1]).toMatch(/^5,Lò Thị Xuân,GV01,Giáo viên,Tổ Toán,/);
});
