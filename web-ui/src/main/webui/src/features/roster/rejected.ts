import type { RosterRow } from '$api/types';
import { t } from './messages';

const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The rows that were not taken, each with what is wrong, as a sheet to mend them in. */
export function rejectedSheet(rows: readonly RosterRow[]): string {
  const head = [t.row, t.name, t.code, t.birth, t.className, t.why];
  const lines = rows
    .filter((row) => row.verdict === 'REJECTED')
    .map((row) => [
      String(row.sheetRow),
      row.name ?? '',
      row.code ?? '',
      row.birthDate ?? '',
      row.className ?? '',
      row.reasons.map((reason) => `${reason.column}: ${reason.title}`).join('; '),
    ]);
  return [head, ...lines].map((line) => line.map(cell).join(',')).join('\r\n');
}
