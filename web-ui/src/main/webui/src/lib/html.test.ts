import { describe, expect, it } from 'vitest';
import { escapeHtml, isBlank, plainOf } from './html';

describe('rich text', () => {
  it('gives its words, with formulas as they were typed', () => {
    expect(
      plainOf('<p>Tính <span class="math" data-latex="x^2"><math><mi>x</mi></math></span> &amp; vẽ.</p>'),
    ).toBe('Tính x^2 & vẽ.');
  });

  it('is blank without words, pictures and formulas', () => {
    expect(isBlank('<p></p><p>&nbsp;</p>')).toBe(true);
    expect(isBlank('<p><img src="/api/lms/media/1" alt=""></p>')).toBe(false);
    expect(isBlank(null)).toBe(true);
  });

  it('takes a sign for a sign', () => {
    expect(escapeHtml('a < b & "c"')).toBe('a &lt; b &amp; &quot;c&quot;');
  });
});
