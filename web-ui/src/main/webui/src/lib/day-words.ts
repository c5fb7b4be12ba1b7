import { noonOf } from './days';
import { capital, clock, fromLocalInput, longDay } from './format';

/**
 * What a field for a day holds, as we write it: the browser shows it in its own language's way, month first or last.
 * Nothing for other fields, and while a day is being typed.
 */
export function dayInWords(type: string | null | undefined, value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^[12]\d{3}-\d\d-\d\d/.test(value)) return undefined;
  if (type === 'date') return capital(longDay(noonOf(value)));
  const moment = type === 'datetime-local' ? fromLocalInput(value) : undefined;
  return moment && `${capital(longDay(moment))}, ${clock(moment)}`;
}
