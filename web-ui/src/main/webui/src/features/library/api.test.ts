import { describe, expect, it } from 'vitest';
import { read, readerOf, toggled, written } from './api';

describe('the address of a search', () => {
  it('keeps words, order and every value chosen', () => {
    const asked = read(new URLSearchParams('q=quang hop&sort=title&grade=7&grade=11&type=VIDEO&other=x'));

    expect(asked).toEqual({ q: 'quang hop', sort: 'title', chosen: { grade: ['7', '11'], type: ['VIDEO'] } });
    expect(read(written(asked))).toEqual(asked);
  });

  it('passes over an order that does not exist', () => {
    expect(read(new URLSearchParams('sort=size')).sort).toBe('');
  });

  it('chooses and drops a value', () => {
    const one = toggled({ q: '', sort: '', chosen: {} }, 'grade', '8');

    expect(written(one).toString()).toBe('grade=8');
    expect(written(toggled(one, 'grade', '8')).toString()).toBe('');
  });

  it('opens the reader at the page found, with the words to mark', () => {
    expect(readerOf({ id: 'a', pageHit: 4, fileHit: 'f' }, 'ap suat')).toBe(
      '/thu-vien/a?trang=4&tep=f&tim=ap+suat',
    );
    expect(readerOf({ id: 'a', pageHit: null, fileHit: null }, 'ap suat')).toBe('/thu-vien/a');
  });
});
