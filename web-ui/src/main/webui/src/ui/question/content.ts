import type { Content, Form } from '$api/types';

const LETTERS = 'ABCDEFGHIJ';

/** The letter that no other option has yet. */
export function nextLetter(taken: readonly { id: string }[], small = false): string {
  const letters = [...(small ? LETTERS.toLowerCase() : LETTERS)];
  return letters.find((letter) => !taken.some((one) => one.id === letter)) ?? `${taken.length + 1}`;
}

/** A question of this form with nothing written yet. */
export function freshContent(form: Form): Content {
  switch (form) {
    case 'SINGLE_CHOICE':
      return {
        form,
        prompt: '',
        options: ['A', 'B', 'C', 'D'].map((id) => ({ id, html: '' })),
        key: null,
        explanation: null,
      };
    case 'TRUE_FALSE_GROUP':
      return {
        form,
        prompt: '',
        statements: ['a', 'b', 'c', 'd'].map((id) => ({ id, html: '', key: null })),
        scoring: 'LADDER',
        explanation: null,
      };
    case 'SHORT_ANSWER':
      return { form, prompt: '', keys: [''], explanation: null };
    case 'ESSAY':
      return { form, prompt: '', guide: null, explanation: null };
  }
}

/** The same question in another form: the prompt and the solution stay, and what else can. */
export function asForm(content: Content, form: Form): Content {
  if (content.form === form) return content;
  const fresh = {
    ...freshContent(form),
    prompt: content.prompt,
    explanation: content.explanation,
  } as Content;
  if (fresh.form === 'SINGLE_CHOICE' && content.form === 'TRUE_FALSE_GROUP') {
    fresh.options = content.statements.map(({ id, html }) => ({ id: id.toUpperCase(), html }));
  }
  if (fresh.form === 'TRUE_FALSE_GROUP' && content.form === 'SINGLE_CHOICE') {
    fresh.statements = content.options.map(({ id, html }) => ({ id: id.toLowerCase(), html, key: null }));
  }
  return fresh;
}
