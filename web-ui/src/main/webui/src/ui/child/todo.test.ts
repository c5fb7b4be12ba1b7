import { describe, expect, it } from 'vitest';
import type { ChildToDo, DueItem } from '$api/types';
import { lines } from './todo';

const AT = '2026-11-22T03:00:00Z';
const day = (n: number) => new Date(Date.parse(AT) + n * 86_400_000).toISOString();

const due = (id: string, until: string): DueItem => ({
  kind: 'TASK',
  id,
  lessonId: 'l',
  blockId: 'b',
  title: id,
  courseTitle: 'Toán 8',
  subject: 'toan',
  until,
  share: null,
});
const paper = (id: string, opensAt: string | null, closesAt: string | null): ChildToDo['papers'][number] => ({
  id,
  title: id,
  subject: 'toan',
  opensAt,
  closesAt,
});

describe('what a child has before him', () => {
  it('begins with what is late, then goes by day', () => {
    const all = lines({
      at: AT,
      due: [due('mai', day(1)), due('hôm qua', day(-1)), due('tuần trước', day(-7))],
      papers: [paper('giữa kì', day(0.5), day(2))],
      courses: [],
    });
    expect(all.map((one) => one.id)).toEqual(['tuần trước', 'hôm qua', 'giữa kì', 'mai']);
    expect(all.map((one) => one.late)).toEqual([true, true, false, false]);
  });

  it('says of a paper when it opens, and once it is open when it closes', () => {
    const [soon, now, endless] = lines({
      at: AT,
      due: [],
      papers: [paper('a', day(1), day(2)), paper('b', day(-1), day(3)), paper('c', day(4), null)],
      courses: [],
    });
    expect(soon).toMatchObject({ id: 'a', at: day(1), open: false });
    expect(now).toMatchObject({ id: 'b', at: day(3), open: true });
    expect(endless).toMatchObject({ id: 'c', at: day(4), open: false });
  });
});
