import { describe, expect, it } from 'vitest';
import type { NoticeKind, NoticeLine } from '$api/types';
import { hrefOf } from './api';

const notice = (kind: NoticeKind, childId: string | null): NoticeLine => ({
  id: 'n',
  kind,
  targetId: 't',
  title: 'Áp suất',
  place: 'khtn',
  detail: null,
  dueAt: null,
  times: 1,
  at: '2026-11-22T03:00:00Z',
  read: false,
  childId,
  childName: childId && 'Ngọc',
});

describe('where a notice leads', () => {
  it('leads a guardian to what he may open of his child', () => {
    expect(hrefOf(notice('RESULT', 'em'))).toBe('/ket-qua?em=em');
    expect(hrefOf(notice('TASK_MARKED', 'em'))).toBe('/bai-nop?em=em');
    expect(hrefOf(notice('REMINDER', 'em'))).toBe('/bai-nop?em=em');
  });

  it('leads a pupil to the thing itself', () => {
    expect(hrefOf(notice('RESULT', null))).toBe('/ket-qua/t');
    expect(hrefOf(notice('TASK_MARKED', null))).toBe('/bai/t');
    expect(hrefOf(notice('REMINDER', null))).toBe('/mon-hoc/t');
    expect(hrefOf(notice('PAPER', null))).toBe('/lam-bai/t');
  });
});
