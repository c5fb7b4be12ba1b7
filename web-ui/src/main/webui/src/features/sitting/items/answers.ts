import type { Answer, Form, Shown } from '$api/types';
import { t } from './words';

/** Where one question stands in its paper. */
export interface Place {
  shown: Shown;
  part: string;
  key: string;
}

export const LONGEST_TEXT = 200;
export const LONGEST_ESSAY = 20_000;

export const choiceOf = (answer: Answer | null | undefined): string | undefined =>
  answer && 'choice' in answer ? answer.choice : undefined;
export const statementsOf = (answer: Answer | null | undefined): Record<string, boolean | undefined> =>
  answer && 'statements' in answer ? answer.statements : {};
export const textOf = (answer: Answer | null | undefined): string =>
  answer && 'text' in answer ? answer.text : '';
export const essayOf = (answer: Answer | null | undefined): string =>
  answer && 'essay' in answer ? answer.essay : '';

/** The letter as it is shown: options may be shuffled and keep their ids. */
export const letter = (position: number): string => String.fromCharCode(65 + position);

/** What is typed is sent after a pause; what is chosen, at once. */
export const isTyped = (form: Form): boolean => form === 'SHORT_ANSWER' || form === 'ESSAY';

/** What is still missing, in words; undefined when the question is answered. */
export function missing(shown: Shown, answer: Answer | null | undefined): string | undefined {
  switch (shown.form) {
    case 'SINGLE_CHOICE':
      return choiceOf(answer) === undefined ? t.noChoice : undefined;
    case 'TRUE_FALSE_GROUP': {
      const given = statementsOf(answer);
      const open = shown.statements.filter((one) => given[one.id] === undefined).map((one) => one.id);
      return open.length === 0 ? undefined : t.noStatements(listed(open));
    }
    case 'SHORT_ANSWER': {
      const text = textOf(answer).trim();
      if (text === '') return t.noText;
      return /[,.\-–−+/]$/.test(text) ? t.unfinishedText(text) : undefined;
    }
    case 'ESSAY':
      return essayOf(answer).trim() === '' ? t.noEssay : undefined;
  }
}

function listed(ids: string[]): string {
  return ids.length < 2 ? ids.join('') : `${ids.slice(0, -1).join(', ')}${t.and}${ids.at(-1) ?? ''}`;
}
