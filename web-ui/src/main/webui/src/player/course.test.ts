import { describe, expect, it } from 'vitest';
import type { Opening, PackageItem } from '../lib/packages';
import { Course } from './course';

const item = (id: string, prerequisites: string | null = null): PackageItem => ({
  id,
  title: id,
  level: 0,
  href: `${id}.html`,
  sco: true,
  hidden: false,
  prerequisites,
  passingScore: null,
  completionThreshold: null,
  launchData: null,
  maxTime: null,
  timeLimitAction: null,
  objectives: [],
});

const opening = (state: string | null, ...items: PackageItem[]): Opening => ({
  lopmo: 'open',
  kind: 'SCORM_12',
  start: '',
  organisation: { choice: true, flow: true, forwardOnly: false, items },
  state,
  learner: { id: 'u', name: 'An' },
  locale: 'vi',
});

const done = { data: {}, completed: true, passed: null, score: 0.5 };

describe('a course of parts', () => {
  it('opens a part when those before it are done', () => {
    const course = new Course(opening(null, item('a'), item('b', 'a'), item('c', 'a&b'), item('d', 'x~3')));
    expect(course.items.map((one) => course.isOpen(one))).toEqual([true, false, false, true]);

    course.keep(course.items[0] as PackageItem, done);

    expect(course.items.map((one) => course.isOpen(one))).toEqual([true, true, false, true]);
    expect(course.first()?.id).toBe('b');
  });

  it('is gone on with where it was left', () => {
    const course = new Course(opening(null, item('a'), item('b')));
    course.keep(course.items[0] as PackageItem, done);
    course.arriveAt(course.items[1] as PackageItem);

    const again = new Course(opening(course.state(), item('a'), item('b')));

    expect(again.first()?.id).toBe('b');
    expect(again.kept(again.items[0] as PackageItem)?.score).toBe(0.5);
    expect(again.outcome()).toEqual({ score: 0.5, completed: false, passed: null });
  });

  it('begins anew where what was kept cannot be read', () => {
    expect(new Course(opening('{"v":', item('a'))).first()?.id).toBe('a');
    expect(new Course(opening('null', item('a'))).outcome().completed).toBe(false);
  });
});
