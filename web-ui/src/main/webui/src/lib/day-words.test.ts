import { expect, test } from 'vitest';
import { dayInWords } from './day-words';

test('a day and an hour as we write them', () => {
  expect(dayInWords('date', '2030-05-20')).toBe('Thứ Hai, 20/05/2030');
  expect(dayInWords('datetime-local', '2030-05-20T21:00')).toBe('Thứ Hai, 20/05/2030, 21:00');
});

test('nothing of what is no day, or not yet', () => {
  expect(dayInWords('text', '2030-05-20')).toBeUndefined();
  expect(dayInWords('date', '')).toBeUndefined();
  expect(dayInWords('date', '0002-05-20')).toBeUndefined();
});
