import { subjectName } from '$lib/subjects';
import type { Words } from './parts';

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const clock = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** An id says nothing to people; programs find it in the JSON. */
export const saysNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'string' && ID.test(value)) ||
  (Array.isArray(value) && value.every(saysNothing));

const named = (words: Words, table: string, column: string): string | undefined =>
  words[`${table}.${column}`] ?? words[`.${column}`];

/** What people call a column, else its own name. */
export const columnName = (words: Words, table: string, column: string): string =>
  named(words, table, column) ?? column;

/** A value as people write it: names for states, dates and numbers in the Vietnamese way. */
export function shown(words: Words, table: string, column: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'boolean') return value ? 'Có' : 'Không';
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (Array.isArray(value)) {
    const between = value.some((one) => typeof one === 'object') ? '; ' : ', ';
    return value.map((one) => shown(words, table, column, one)).join(between) || '–';
  }
  if (typeof value === 'object') return inside(words, table, value);
  return text(words, table, column, String(value));
}

/** What stands in a value of several parts, each under what people call it, else alone; ids are in the JSON. */
function inside(words: Words, table: string, value: object): string {
  const parts = Object.entries(value).flatMap(([key, one]: [string, unknown]) => {
    if (saysNothing(one)) return [];
    const column = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const label = named(words, table, column) ?? (typeof one === 'boolean' ? key : undefined);
    const said = shown(words, table, column, one);
    return [label === undefined ? said : `${label}: ${said}`];
  });
  return parts.join(', ') || '–';
}

function text(words: Words, table: string, column: string, value: string): string {
  const stem = value.split('/')[0] ?? value;
  const word =
    words[`${table}.${column}~${value}`] ?? words[`~${value}`] ?? words[`${table}.${column}~${stem}`];
  if (word !== undefined) return word;
  const day = DAY.exec(value);
  if (day) return `${day[3] ?? ''}/${day[2] ?? ''}/${day[1] ?? ''}`;
  if (MOMENT.test(value)) return moment(value);
  if (column === 'subject' || (table === 'notice' && column === 'place')) return subjectName(value);
  return column === 'html' ? plain(value) : value;
}

/** 21/11/2026 15:04 */
function moment(value: string): string {
  const part = new Map(clock.formatToParts(new Date(value)).map((one) => [one.type, one.value]));
  const of = (type: Intl.DateTimeFormatPartTypes) => part.get(type) ?? '';
  return `${of('day')}/${of('month')}/${of('year')} ${of('hour')}:${of('minute')}`;
}

const SIGNS: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': ' ',
};

/** The words of something rich; how it looked is in the JSON. */
const plain = (html: string): string =>
  html
    .replace(/<br\s*\/?>|<\/(p|li|h\d|tr)>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|nbsp);/g, (sign) => SIGNS[sign] ?? sign)
    .trim();
