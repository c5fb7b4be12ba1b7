import type { Answer, Shown } from '$api/types';
import { isCommand } from '$lib/keys';
import { statementsOf } from '../items/answers';

export type Command =
  | { does: 'step' | 'grow'; by: 1 | -1 }
  | { does: 'answer'; answer: Answer }
  | { does: 'flag' | 'help' | 'reading' | 'sheet' | 'hand-in' | 'paging' | 'check' };

const KEYS: Record<string, Command> = {
  n: { does: 'step', by: 1 },
  p: { does: 'step', by: -1 },
  f: { does: 'flag' },
  k: { does: 'check' },
  o: { does: 'sheet' },
  r: { does: 'reading' },
  v: { does: 'paging' },
  x: { does: 'hand-in' },
  '+': { does: 'grow', by: 1 },
  '=': { does: 'grow', by: 1 },
  '-': { does: 'grow', by: -1 },
  '?': { does: 'help' },
};

/** What a key means on the question in sight; undefined leaves it to the browser. */
export function commandOf(
  event: KeyboardEvent,
  shown: Shown | undefined,
  answer: Answer | null | undefined,
): Command | undefined {
  if (!isCommand(event)) return undefined;
  const onRadio = event.target instanceof HTMLInputElement;
  if (!onRadio && event.key === 'ArrowRight') return { does: 'step', by: 1 };
  if (!onRadio && event.key === 'ArrowLeft') return { does: 'step', by: -1 };
  const key = event.key.toLowerCase();
  const chosen = shown && answerOf(key, shown, answer);
  return chosen ? { does: 'answer', answer: chosen } : KEYS[key];
}

function answerOf(key: string, shown: Shown, answer: Answer | null | undefined): Answer | undefined {
  if (shown.form === 'SINGLE_CHOICE') {
    const option = /^[a-e]$/.test(key) ? shown.options[key.charCodeAt(0) - 97] : undefined;
    return option && { choice: option.id };
  }
  if (shown.form === 'TRUE_FALSE_GROUP' && (key === '1' || key === '2')) {
    const given = statementsOf(answer);
    const open = shown.statements.find((one) => given[one.id] === undefined);
    if (!open) return undefined;
    const known = Object.entries(given).filter((pair): pair is [string, boolean] => pair[1] !== undefined);
    return { statements: { ...Object.fromEntries(known), [open.id]: key === '1' } };
  }
  return undefined;
}
