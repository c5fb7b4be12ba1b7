import { describe, expect, it } from 'vitest';
import { folded, pieces, stretches, syllables } from './marked';

const marksOf = (text: string, ...words: string[]) =>
  stretches(text, new Set(words)).map(([from, to]) => text.slice(from, to));

describe('marking what was searched for', () => {
  it('takes a run as one and leaves single syllables of other words alone', () => {
    expect(marksOf('Bài 16. Áp suất chất lỏng. Lòng tốt', 'ap', 'suat', 'chat', 'long')).toEqual([
      'Áp suất chất lỏng',
    ]);
  });

  it('marks single syllables where nothing else is there', () => {
    expect(marksOf('đo áp lực', 'ap', 'suat')).toEqual(['áp']);
  });

  it('knows decomposed letters and đ', () => {
    expect(folded('Đường'.normalize('NFD'))).toBe('duong');
    expect(marksOf('độ sâu'.normalize('NFD'), 'do', 'sau')).toHaveLength(1);
  });

  it('follows a word through the pieces that a page is made of', () => {
    const texts = [
      { text: 'Công thức á', before: '' },
      { text: 'p suất', before: '' },
      { text: 'chất lỏng là', before: ' ' },
      { text: 'áp', before: '\n' },
    ];
    const found = pieces(texts, syllables('ap suat chat long'));

    expect(found.map((one, i) => one.map(([from, to]) => texts[i]?.text.slice(from, to)))).toEqual([
      ['á'],
      ['p suất'],
      ['chất lỏng'],
      [],
    ]);
  });
});
