import { expect, test } from 'vitest';
import { above, inOrder, type Unit } from './api';

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
