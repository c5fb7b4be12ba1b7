import type { Group } from '$api/types';
import { expect, it } from 'vitest';
import { among, inGroup } from './groups';

const group = (id: string, ...people: string[]): Group => ({
  id,
  name: id,
  classId: 'a',
  grade: 8,
  members: people.map((each) => ({ id: each, name: each })),
});
const groups = [group('one', 'an', 'elsewhere'), group('other', 'elsewhere')];

it('leaves out groups with nobody of the class', () => {
  expect(among(groups, ['an', 'binh']).map((each) => each.id)).toEqual(['one']);
  expect(among(undefined, ['an'])).toEqual([]);
});

it('keeps the rows of a group, and all without one', () => {
  const rows = [{ id: 'an' }, { id: 'binh' }];

  expect(inGroup(rows, groups[0], (row) => row.id)).toEqual([{ id: 'an' }]);
  expect(inGroup(rows, undefined, (row) => row.id)).toEqual(rows);
});
