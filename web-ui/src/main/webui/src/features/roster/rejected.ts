import type { ListKind, RosterRow } from '$api/types';
import { kinds } from './kinds';
import { t } from './messages';

const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

type Column = [title: string, of: (row: RosterRow) => string | null | undefined];

const PUPILS: Column[] = [
  [kinds.LIST.code, (row) => row.code],
  [t.birth, (row) => row.birthDate],
  [t.className, (row) => row.className],
];
const BESIDE: Record<ListKind, Column[]> = {
  LIST: PUPILS,
  ONEROSTER: PUPILS,
  STAFF: [
    [kinds.STAFF.code, (row) => row.code],
    [t.role, (row) => row.roles.map((role) => t.roles[role]).join(', ')],
    [t.group, (row) => row.group],
  ],
  GUARDIANS: [
    [t.child, (row) => row.child?.name],
    [kinds.GUARDIANS.code, (row) => row.child?.code],
  ],
};

/** The rows that were not taken, each with what is wrong, as a sheet to mend them in. */
export function rejectedSheet(rows: readonly RosterRow[], kind: ListKind): string {
  const beside = BESIDE[kind];
  const head = [t.row, t.name, ...beside.map(([title]) => title), t.why];
  const lines = rows
    .filter((row) => row.verdict === 'REJECTED')
    .map((row) => [
      String(row.sheetRow),
      row.name ?? '',
      ...beside.map(([, of]) => of(row) ?? ''),
      row.reasons.map((reason) => `${reason.column}: ${reason.title}`).join('; '),
    ]);
  return [head, ...lines].map((line) => line.map(cell).join(',')).join('\r\n');
}
