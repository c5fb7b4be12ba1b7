import type { SchoolLevel, UnitKind } from '$api/types';
import { get, post, put, remove } from '$lib/http';

export interface Unit {
  id: string;
  kind: UnitKind;
  name: string;
  parentId: string | null;
  schoolId: string | null;
  code: string | null;
}
export interface UnitOfficer {
  id: string;
  unitId: string;
  personId: string;
  name: string;
  username: string;
  startsOn: string;
  endsOn: string | null;
}
export interface UnitsView {
  units: Unit[];
  officers: UnitOfficer[];
  /** Everybody who has the role of an officer. */
  candidates: { personId: string; name: string; username: string; school: string }[];
}
export interface Days {
  startsOn: string;
  endsOn: string | null;
}

const BASE = '/api/lms/units';
export const units = (signal?: AbortSignal) => get<UnitsView>(BASE, { signal });
export const openUnit = (form: { kind: UnitKind; name: string; parentId: string | null; code: string }) =>
  post<UnitsView>(BASE, form);
export const changeUnit = (id: string, form: { name: string; parentId: string | null; code: string }) =>
  put<UnitsView>(`${BASE}/${id}`, form);
export const removeUnit = (id: string) => remove<UnitsView>(`${BASE}/${id}`);
/** The administrator of a school that was opened, with what is handed over on paper. */
export interface OpenedSchool {
  schoolId: string;
  adminName: string;
  username: string;
  firstPassword: string;
}
export const openSchool = (form: {
  name: string;
  code: string;
  level: SchoolLevel;
  commune: string;
  province: string;
  adminName: string;
}) => post<OpenedSchool>(`${BASE}/schools`, form, { timeout: 60_000 });
export const nameOfficer = (unit: string, form: Days & { personId: string }) =>
  post<UnitsView>(`${BASE}/${unit}/officers`, form);
export const setOfficerDays = (unit: string, officer: string, days: Days) =>
  put<UnitsView>(`${BASE}/${unit}/officers/${officer}`, days);
export const removeOfficer = (unit: string, officer: string) =>
  remove<UnitsView>(`${BASE}/${unit}/officers/${officer}`);

export type SheetColumn = 'CODE' | 'NAME' | 'KIND' | 'PARENT' | 'OFFICERS';
/** What a line of a sheet would do, or why it does nothing. */
export interface SheetLine {
  sheetRow: number;
  verdict: 'NEW' | 'CHANGED' | 'UNCHANGED' | 'REJECTED';
  code: string;
  name: string;
  kind: UnitKind | null;
  parent: string;
  changes: { column: SheetColumn; from: string; to: string }[];
  reasons: { column: SheetColumn; slug: string; title: string }[];
}
export interface SheetView {
  applied: boolean;
  rows: SheetLine[];
  /** Departments and communes that the sheet does not name: they stay. */
  absent: string[];
}
export const SHEET = '/api/lms/unit-sheet';

/** How many lines came out so. */
export function counted(sheet: SheetView | undefined, ...verdicts: SheetLine['verdict'][]): number {
  return (sheet?.rows ?? []).filter((row) => verdicts.includes(row.verdict)).length;
}

/** Whether there is anything in the answer that somebody still has to look at. */
export function staysShown(sheet: SheetView): boolean {
  return !sheet.applied || counted(sheet, 'REJECTED') > 0;
}

export interface Placed {
  unit: Unit;
  depth: number;
}

/** From the top down, each under the one above it. */
export function inOrder(all: readonly Unit[]): Placed[] {
  const under = (parent: string | null, depth: number): Placed[] =>
    all
      .filter((one) => one.parentId === parent)
      .sort((a, b) => a.kind.localeCompare(b.kind) || a.name.localeCompare(b.name, 'vi'))
      .flatMap((unit) => [{ unit, depth }, ...under(unit.id, depth + 1)]);
  return under(null, 0);
}

/** What a unit of a kind may stand under. */
export function above(kind: UnitKind, all: readonly Unit[]): Unit[] {
  const kinds: UnitKind[] =
    kind === 'DEPARTMENT' ? [] : kind === 'COMMUNE' ? ['DEPARTMENT'] : ['COMMUNE', 'DEPARTMENT'];
  return all.filter((one) => kinds.includes(one.kind));
}
