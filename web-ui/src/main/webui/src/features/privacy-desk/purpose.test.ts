import { expect, test } from 'vitest';
import { purposeOf } from './purpose';

test('a question is kept under its words without accents', () => {
  expect(purposeOf('Đăng ảnh của em', [])).toBe('dang-anh-cua-em');
});

test('no question takes another one’s name', () => {
  expect(purposeOf('Đăng ảnh!', ['dang-anh', 'dang-anh-2'])).toBe('dang-anh-3');
});

test('what the server takes, however long or short the words are', () => {
  for (const title of ['x', '!!!', 'Ảnh '.repeat(40)])
    expect(purposeOf(title, [])).toMatch(/^[a-z0-9-]{2,40}$/);
});
