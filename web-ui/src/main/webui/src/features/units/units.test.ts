import { expect, test } from 'vitest';
import { above, counted, inOrder, staysShown, type SheetLine, type SheetView, type Unit } from './api';

const unit = (id: string, kind: Unit['kind'], parentId: string | null): Unit => ({
  id,
  kind,
  name: id,
  parentId,
  schoolId: kind === 'SCHOOL' ? id : null,
  code: null,
});
const all = [
  unit('trường b', 'SCHOOL', 'xã'),
  unit('xã', 'COMMUNE', 'sở'),
  unit('trường a', 'SCHOOL', 'xã'),
  unit('trường thpt', 'SCHOOL', 'sở'),
  unit('sở', 'DEPARTMENT', null),
  unit('xã lẻ', 'COMMUNE', null),
];

test('units stand under one another, from the top down', () => {
  expect(inOrder(all).map(({ unit: one, depth }) => `${depth} ${one.name}`)).toEqual([
    '0 xã lẻ',
    '0 sở',
    '1 xã',
    '2 trường a',
    '2 trường b',
    '1 trường thpt',
  ]);
});

test('a school stands under a commune or a department, a commune under a department', () => {
  expect(above('SCHOOL', all).map((one) => one.id)).toEqual(['xã', 'sở', 'xã lẻ']);
  expect(above('COMMUNE', all).map((one) => one.id)).toEqual(['sở']);
  expect(above('DEPARTMENT', all)).toEqual([]);
});

const sheet = (applied: boolean, ...verdicts: SheetLine['verdict'][]): SheetView => ({
  applied,
  rows: verdicts.map((verdict, at) => ({
    sheetRow: at + 2,
    verdict,
    code: '',
    name: `Xã ${at}`,
    kind: 'COMMUNE',
    parent: '',
    changes: [],
    reasons: [],
  })),
  absent: [],
});

test('what was entered is counted in the answer', () => {
  const done = sheet(true, 'NEW', 'UNCHANGED', 'CHANGED', 'REJECTED', 'NEW');
  expect(counted(done, 'NEW', 'CHANGED')).toBe(3);
  expect(counted(done, 'REJECTED')).toBe(1);
  expect(counted(undefined, 'NEW')).toBe(0);
});

test('an answer stays as long as there is something to look at', () => {
  expect(staysShown(sheet(false, 'NEW'))).toBe(true);
  expect(staysShown(sheet(true, 'NEW', 'REJECTED'))).toBe(true);
  expect(staysShown(sheet(true, 'NEW', 'UNCHANGED'))).toBe(false);
});
