import type { Entry, MarkColumn } from '$api/types';
import { momentOf, type Moment } from '$lib/traits';

/**
 * What was typed into a cell, in the one spelling that the server keeps; `''` for nothing, undefined if it cannot
 * stand there. With `fast`, two digits are a mark with a decimal: 85 is 8,5.
 */
export function readCell(entry: Entry, typed: string, fast: boolean): string | undefined {
  const text = typed.trim().normalize('NFC');
  if (text === '') return '';
  switch (entry) {
    case 'SCORE':
      return away(text) ?? score(text, fast);
    case 'WHOLE':
      return away(text) ?? whole(score(text, false));
    case 'PASS':
      return away(text) ?? word(text, PASSES);
    case 'LEVEL':
      return word(text, { t: 'T', h: 'H', c: 'C' });
    case 'TRAIT':
      return word(text, { t: 'T', d: 'D', c: 'C' });
    case 'CONDUCT':
      return word(text, { ...PASSES, t: 'T', k: 'K' });
    case 'EXEMPTION':
      return word(text, { m: 'M', x: 'M' });
    case 'COUNT':
      return sessions(text);
    case 'TEXT':
      return text.length <= 1000 ? text.replace(/\s+/g, ' ') : undefined;
  }
}

const PASSES = { d: 'D', dat: 'D', cd: 'CD', 'chua dat': 'CD' };

function away(text: string): string | undefined {
  return word(text, { v: 'V', p: 'P' });
}

function word(text: string, known: Readonly<Record<string, string>>): string | undefined {
  return known[bare(text)];
}

function bare(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}

function score(text: string, fast: boolean): string | undefined {
  if (fast && /^\d\d$/.test(text) && text !== '10') return plain(Number(text) / 10);
  if (fast && text === '100') return '10';
  if (!/^(10([.,]0*)?|\d([.,]\d?0*)?)$/.test(text)) return undefined;
  return plain(Number(text.replace(',', '.')));
}

function plain(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function whole(value: string | undefined): string | undefined {
  return value?.includes('.') ? undefined : value;
}

/** Half-day sessions: no term has more than 200. */
function sessions(text: string): string | undefined {
  return /^\d{1,3}$/.test(text) && Number(text) <= 200 ? String(Number(text)) : undefined;
}

/** A piece of a spreadsheet: rows of cells. The last line break ends the last row. */
export function pasted(text: string): string[][] {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  return lines.map((line) => line.split('\t'));
}

/** The marks that a cell can be given by a tap. */
export function choices(entry: Entry): readonly string[] {
  switch (entry) {
    case 'SCORE':
    case 'WHOLE':
      return ['V', 'P'];
    case 'PASS':
      return ['D', 'CD', 'V', 'P'];
    case 'LEVEL':
      return ['T', 'H', 'C'];
    case 'TRAIT':
      return ['T', 'D', 'C'];
    case 'CONDUCT':
      return ['T', 'K', 'D', 'CD'];
    case 'EXEMPTION':
      return ['M'];
    case 'COUNT':
    case 'TEXT':
      return [];
  }
}

/** Which band of the comments bank a result falls into. */
export function bandOf(average: number | null, level: string | null): string | null {
  if (average === null) return level;
  if (average >= 9) return '9';
  if (average >= 7) return '7';
  return average >= 5 ? '5' : '0';
}

/**
 * The columns that are shown: those that are needed or used, and one more regular place when asked for. Of qualities
 * and abilities those of one moment; one level for a whole group only where somebody has it.
 */
export function shownColumns(
  columns: readonly MarkColumn[],
  used: ReadonlySet<string>,
  extra: number,
  moment?: Moment,
): MarkColumn[] {
  let more = extra;
  return columns.filter((column) => {
    if (moment !== undefined) {
      const together = column.entry === 'TRAIT' && column.group === null;
      if (together && !used.has(column.slot)) return false;
      return (momentOf(column.slot) ?? moment) === moment;
    }
    const spare = column.slot.startsWith('tx') && !column.needed;
    if (!spare || used.has(column.slot)) return true;
    more -= 1;
    return more >= 0;
  });
}
