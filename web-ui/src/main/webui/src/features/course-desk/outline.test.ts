import type { Section } from '$api/types';
import { describe, expect, it } from 'vitest';
import { placed, sectionStepped, stepped } from './outline';

const section = (id: string, ...lessons: string[]): Section => ({
  id,
  title: id,
  lessons: lessons.map((one) => ({
    id: one,
    title: one,
    state: 'DRAFT',
    minutes: 45,
    progress: null,
    lock: null,
    until: null,
  })),
});
const order = (all: Section[]) =>
  all.map((one) => `${one.id}:${one.lessons.map((each) => each.id).join('')}`);

describe('the outline of a course', () => {
  const all = [section('1', 'a', 'b', 'c'), section('2', 'd')];

  it('takes a lesson where it is dropped', () => {
    expect(order(placed(all, 'a', '1', 3))).toEqual(['1:bca', '2:d']);
    expect(order(placed(all, 'c', '1', 0))).toEqual(['1:cab', '2:d']);
    expect(order(placed(all, 'a', '2', 0))).toEqual(['1:bc', '2:ad']);
  });

  it('moves a lesson by steps, over the edge of its section', () => {
    expect(order(stepped(all, 'a', 1))).toEqual(['1:bac', '2:d']);
    expect(order(stepped(all, 'b', -1))).toEqual(['1:bac', '2:d']);
    expect(order(stepped(all, 'c', 1))).toEqual(['1:ab', '2:cd']);
    expect(order(stepped(all, 'd', -1))).toEqual(['1:abcd', '2:']);
    expect(order(stepped(all, 'd', 1))).toEqual(['1:abc', '2:d']);
  });

  it('moves a section', () => {
    expect(order(sectionStepped(all, '2', -1))).toEqual(['2:d', '1:abc']);
  });
});
