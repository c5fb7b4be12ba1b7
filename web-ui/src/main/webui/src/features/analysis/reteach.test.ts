import type { CoursePage, Draft, Hit } from '$api/types';
import { describe, expect, it } from 'vitest';
import { coursesFor, lessonsOf, likeness, suggested, withMaterial } from './reteach';

const course = (title: string, sections: [string, string[]][], mayEdit = true): CoursePage => ({
  id: title,
  title,
  subject: 'TOAN',
  grade: 8,
  classes: [],
  mayEdit,
  maySeeStanding: mayEdit,
  authorIds: [],
  mayNameAuthors: mayEdit,
  sharing: 'NONE',
  template: false,
  origin: null,
  sections: sections.map(([name, lessons]) => ({
    id: name,
    title: name,
    lessons: lessons.map((one) => ({
      id: one,
      title: one,
      state: 'DRAFT',
      minutes: 45,
      progress: null,
      lock: null,
      until: null,
    })),
  })),
});

describe('Which lesson to teach it again in', () => {
  const all = lessonsOf(
    [
      course('Toán 8', [
        ['Tứ giác', ['Hình thang cân', 'Hình bình hành']],
        ['Định lí Thalès', ['Đường trung bình', 'Ôn tập']],
      ]),
      course('Của người khác', [['Khác', ['Hình bình hành của tôi']]], false),
    ],
    'Hình bình hành',
  );

  it('names only lessons that may be written in', () => {
    expect(all.map((one) => one.title)).toEqual([
      'Hình thang cân',
      'Hình bình hành',
      'Đường trung bình',
      'Ôn tập',
    ]);
  });

  it('has the one that speaks of it first', () => {
    expect(suggested(all)[0]?.title).toBe('Hình bình hành');
  });

  it('offers the latest ones when none speaks of it', () => {
    const other = lessonsOf([course('Toán 8', [['Tứ giác', ['Một', 'Hai', 'Ba', 'Bốn']]])], 'xác suất');
    expect(suggested(other).map((one) => one.title)).toEqual(['Bốn', 'Ba', 'Hai']);
  });

  it('compares without marks', () => {
    expect(likeness('Phân số', 'PHAN SO va hon so')).toBe(1);
    expect(likeness('', 'gì đó')).toBe(0);
  });

  it('begins with courses of the classes that took it', () => {
    const courses = [
      { id: 'a', subject: 'TOAN', classes: [{ id: '8B' }] },
      { id: 'b', subject: 'TOAN', classes: [{ id: '8A' }] },
      { id: 'c', subject: 'VAN', classes: [{ id: '8A' }] },
    ];
    expect(coursesFor(courses, 'TOAN', ['8A']).map((one) => one.id)).toEqual(['b', 'a']);
    expect(coursesFor(courses, 'SU', ['8A']).map((one) => one.id)).toEqual(['b', 'c', 'a']);
  });
});

describe('A material in a lesson', () => {
  const hit = { id: 'm', version: 2, title: 'Hình bình hành', type: 'VIDEO' } as Hit;
  const draft = { blocks: [{ id: '1', kind: 'text', html: '<p>…</p>' }] } as unknown as Draft;

  it('comes after what is there', () => {
    expect(withMaterial(draft, hit, '2')?.at(-1)).toEqual({
      id: '2',
      kind: 'material',
      materialId: 'm',
      version: 2,
      title: 'Hình bình hành',
      type: 'VIDEO',
      note: null,
    });
  });

  it('comes once', () => {
    const has = { blocks: withMaterial(draft, hit, '2') } as Draft;
    expect(withMaterial(has, hit, '3')).toBeUndefined();
  });
});
