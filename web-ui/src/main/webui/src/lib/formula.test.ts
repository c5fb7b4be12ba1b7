import { describe, expect, it } from 'vitest';
import { bare, faultOf, mathmlOf } from './formula';

describe('a formula', () => {
  it('becomes MathML without the LaTeX beside it', async () => {
    const drawn = await mathmlOf('p = d \\cdot h');

    expect(drawn).toMatch(/^<math><mrow>.*<\/mrow><\/math>$/);
    expect(drawn).not.toContain('annotation');
    expect(drawn).not.toContain('cdot');
  });

  it('says that it stands on a line of its own', () => {
    expect(bare('<span><math xmlns="x"><mi>a</mi></math></span>', true)).toBe(
      '<math display="block"><mi>a</mi></math>',
    );
  });

  it('names its fault while it is half typed', async () => {
    expect(await faultOf('\\frac{1}{')).toBeTruthy();
    expect(await faultOf('\\frac{1}{2}')).toBeUndefined();
  });
});
