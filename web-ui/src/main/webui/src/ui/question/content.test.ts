import { describe, expect, it } from 'vitest';
import { asForm, freshContent, nextLetter } from './content';

describe('a question that changes its form', () => {
  it('keeps the prompt and what was written as options', () => {
    const choice = { ...freshContent('SINGLE_CHOICE'), prompt: '<p>Chọn</p>' };
    if (choice.form === 'SINGLE_CHOICE') choice.options = [{ id: 'A', html: '<p>một</p>' }];

    const group = asForm(choice, 'TRUE_FALSE_GROUP');

    expect(group).toMatchObject({
      form: 'TRUE_FALSE_GROUP',
      prompt: '<p>Chọn</p>',
      statements: [{ id: 'a', html: '<p>một</p>', key: null }],
    });
  });

  it('gives a new option the first letter that is free', () => {
    expect(nextLetter([{ id: 'A' }, { id: 'C' }])).toBe('B');
    expect(nextLetter([{ id: 'a' }], true)).toBe('b');
  });
});
