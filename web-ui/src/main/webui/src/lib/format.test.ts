import { describe, expect, it } from 'vitest';
import {
  boardDate,
  clock,
  countdown,
  date,
  daysBetween,
  fromLocalInput,
  fullDate,
  givenName,
  initials,
  margin,
  number,
  shortName,
  size,
  spoken,
  toLocalInput,
  when,
} from './format';

const now = '2026-11-23T02:41:00Z'; // Monday, 9:41 in Vietnam

describe('dates', () => {
  it('stand on the clock of Vietnam wherever the device is', () => {
    expect(clock(now)).toBe('9:41');
    expect(clock('2026-11-23T17:05:00Z')).toBe('0:05');
    expect(fullDate('2026-11-23T17:05:00Z')).toBe('24/11/2026');
  });

  it('are written as on the board', () => {
    expect(boardDate(now)).toBe('Thứ Hai, ngày 23 tháng 11 năm 2026');
    expect(boardDate('2026-11-22T02:00:00Z')).toBe('Chủ nhật, ngày 22 tháng 11 năm 2026');
  });

  it('stand in the margin in two short lines', () => {
    expect(margin('2026-11-23T14:00:00Z', now)).toEqual({ top: 'Tối nay', bottom: '21:00' });
    expect(margin('2026-11-23T08:00:00Z', now)).toEqual({ top: 'Hôm nay', bottom: '15:00' });
    expect(margin('2026-11-24T00:30:00Z', now)).toEqual({ top: 'Mai', bottom: '7:30' });
    expect(margin('2026-11-25T00:30:00Z', now)).toEqual({ top: 'T4', bottom: '25/11' });
    expect(margin('2026-11-29T00:30:00Z', now)).toEqual({ top: 'CN', bottom: '29/11' });
  });

  it('are said in one line', () => {
    expect(when('2026-11-23T14:00:00Z', now)).toBe('Tối nay 21:00');
    expect(when('2026-11-22T14:00:00Z', now)).toBe('Hôm qua 21:00');
    expect(when('2026-11-27T00:30:00Z', now)).toBe('T6 27/11, 7:30');
    expect(date('2027-01-05T00:00:00Z', now)).toBe('05/01/2027');
    expect(daysBetween('2026-11-22T16:59:00Z', '2026-11-22T17:01:00Z')).toBe(1);
  });

  it('go into a field and come back the same', () => {
    expect(toLocalInput(now)).toBe('2026-11-23T09:41');
    expect(fromLocalInput('2026-11-23T09:41')).toBe('2026-11-23T02:41:00.000Z');
    expect(fromLocalInput('')).toBeUndefined();
  });
});

describe('numbers', () => {
  it('have a comma before the decimals and points between the thousands', () => {
    expect(number(8.5)).toBe('8,5');
    expect(number(0.25)).toBe('0,25');
    expect(number(10)).toBe('10');
    expect(number(0)).toBe('0');
    expect(number(-0.004)).toBe('0');
    expect(number(-0.4, 0)).toBe('0');
    expect(number(-10.5)).toBe('-10,5');
    expect(number(100)).toBe('100');
    expect(number(1234567.5)).toBe('1.234.567,5');
    expect(number(100, 0)).toBe('100');
    expect(number(6.999)).toBe('7');
  });

  it('count down', () => {
    expect(countdown(1_122_000)).toBe('18:42');
    expect(countdown(3_723_000)).toBe('1:02:03');
    expect(countdown(604_710_000)).toBe('6 ngày');
    expect(countdown(-5)).toBe('0:00');
    expect(spoken(1_122_000)).toBe('18 phút 42 giây');
    expect(spoken(60_000)).toBe('1 phút');
  });

  it('size files', () => {
    expect(size(200 * 1_073_741_824)).toBe('200 GB');
    expect(size(62 * 1_048_576)).toBe('62 MB');
    expect(size(1.25 * 1_048_576)).toBe('1,3 MB');
    expect(size(348_160)).toBe('340 KB');
  });
});

describe('names', () => {
  it('are shortened from the left, where the given name does not stand', () => {
    expect(shortName('Nguyễn Hoàng Bảo Ngọc')).toBe('N. H. Bảo Ngọc');
    expect(shortName('Y Thăng Êban', 3)).toBe('Y Thăng Êban');
    expect(givenName('Nguyễn Hoàng Bảo Ngọc ')).toBe('Ngọc');
    expect(initials('Nguyễn Hoàng Bảo Ngọc')).toBe('BN');
    expect(initials('Đinh Ích')).toBe('ĐÍ');
  });
});
