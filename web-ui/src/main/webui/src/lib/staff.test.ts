import { describe, expect, it } from 'vitest';
import { staffLike, worksAs } from './staff';

const all = ['Nguyễn Thị Lan', 'Lê Đình Đạt', 'Trần Lan Hương', 'Phạm Minh Đức'].map((name) => ({ name }));
const names = (typed: string) => staffLike(all, typed).map((one) => one.name);

describe('Looking for a colleague', () => {
  it('needs no marks', () => {
    expect(names('dat')).toEqual(['Lê Đình Đạt']);
    expect(names('pham duc')).toEqual(['Phạm Minh Đức']);
  });

  it('puts the given name first', () => {
    expect(names('lan')).toEqual(['Nguyễn Thị Lan', 'Trần Lan Hương']);
  });

  it('looks at the beginnings of words', () => {
    expect(names('uong')).toEqual([]);
  });

  it('gives everybody, by given name, while nothing is typed', () => {
    expect(names(' ')).toEqual(['Lê Đình Đạt', 'Phạm Minh Đức', 'Trần Lan Hương', 'Nguyễn Thị Lan']);
  });

  it('says what somebody does', () => {
    expect(worksAs(['TEACHER', 'LIBRARIAN'])).toBe('Giáo viên, Thư viện');
  });
});
