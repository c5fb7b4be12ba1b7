import { describe, expect, it } from 'vitest';
import { linked } from './linked';

describe('a text with links', () => {
  it('is cut at them, and the sentence keeps its full stop', () => {
    expect(linked('Đăng kí ở https://truong.example/dk?lop=8a. Hạn thứ sáu.')).toEqual([
      { text: 'Đăng kí ở ', link: false },
      { text: 'https://truong.example/dk?lop=8a', link: true },
      { text: '. Hạn thứ sáu.', link: false },
    ]);
  });

  it('takes nothing but https for a link', () => {
    for (const text of ['javascript:alert(1)', 'http://truong.example', 'https://', 'không có gì'])
      expect(linked(text)).toEqual([{ text, link: false }]);
  });

  it('gives back every letter', () => {
    const text = 'https://a.example,https://b.example\n(xem https://c.example/x)';
    expect(
      linked(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });
});
