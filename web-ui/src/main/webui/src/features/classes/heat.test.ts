import type { ClassCompetency } from '$api/types';
import { describe, expect, it } from 'vitest';
import { mostLacking, reachedBy, stepOf } from './heat';

const cell = (met: boolean) => ({ level: met ? 4 : 2, levelCode: 'TC2', targetShare: 1, met });
const map: ClassCompetency = {
  classId: 'c',
  className: '8A2',
  grade: 8,
  target: { code: 'TC2', level: 4 },
  competences: [
    { code: '1.1', name: 'Duyệt, tìm kiếm', domain: '1' },
    { code: '3.3', name: 'Bản quyền', domain: '3' },
  ],
  students: [
    { id: 'a', name: 'An', met: 1, cells: { '1.1': cell(true), '3.3': cell(false) } },
    { id: 'b', name: 'Bình', met: 0, cells: { '1.1': cell(false) } },
  ],
};

describe('the squares of a class', () => {
  it('name the competence that most still lack', () => {
    expect(reachedBy(map).get('1.1')).toBe(1);
    expect(mostLacking(map)).toMatchObject({ competence: { code: '3.3' }, lacking: 2 });
  });

  it('are coloured by how far the target is', () => {
    expect([0, 1, 2, 3, 4, 5].map((level) => stepOf(level, 4))).toEqual([0, 1, 2, 3, 4, 5]);
    expect([1, 2, 3].map((level) => stepOf(level, 2))).toEqual([3, 4, 5]);
  });
});
