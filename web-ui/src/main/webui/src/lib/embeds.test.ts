import { expect, test } from 'vitest';
import { framedAddress } from './embeds';

test.each([
  ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3s', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'],
  ['https://youtu.be/dQw4w9WgXcQ', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'],
  ['https://www.geogebra.org/m/ab12cd34', 'https://www.geogebra.org/material/iframe/id/ab12cd34'],
  [
    'https://phet.colorado.edu/sims/html/under-pressure/latest/under-pressure_all.html?locale=vi',
    'https://phet.colorado.edu/sims/html/under-pressure/latest/under-pressure_all.html',
  ],
  [
    'https://docs.google.com/presentation/d/1a2b3c4d5e6f7g8h/edit#slide=1',
    'https://docs.google.com/presentation/d/1a2b3c4d5e6f7g8h/embed',
  ],
])('%s is framed as %s', (typed, framed) => {
  expect(framedAddress(typed)).toBe(framed);
  expect(framedAddress(framed)).toBe(framed);
});

test.each([
  'https://example.org/watch?v=dQw4w9WgXcQ',
  'javascript:alert(1)',
  'http://www.youtube.com/watch?v=dQw4w9WgXcQ',
  'https://www.youtube.com.example.org/watch?v=dQw4w9WgXcQ',
  'https://phet.colorado.edu/sims/html/../../x.html',
])('%s is not framed', (typed) => {
  expect(framedAddress(typed)).toBeUndefined();
});
