import type { LibraryReport } from '$api/types';
import { get, path } from '$lib/http';

const REPORTS = '/api/content/reports';

export interface Time {
  from?: string;
  until?: string;
}

export const report = (time: Time, signal: AbortSignal) =>
  get<LibraryReport>(path(REPORTS, { ...time }), { signal });

export const sheetOf = (time: Time) => path(`${REPORTS}/report.xlsx`, { ...time });
export const REGISTER = `${REPORTS}/register.xlsx`;
