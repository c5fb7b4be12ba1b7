import type { Analysis, Calibration, CalibrationLine, Hits, Model } from '$api/types';
import { get, path, post } from '$lib/http';

const BASE = '/api/assessment';

type Signal = AbortSignal | undefined;
const read = <T>(where: string, signal: Signal) => get<T>(where, signal ? { signal } : {});

export const analysisOf = (id: string, signal?: Signal) =>
  read<Analysis>(`${BASE}/assignments/${id}/analysis`, signal);
export const sheetOf = (id: string) => `${BASE}/assignments/${id}/analysis.xlsx`;

export const calibrations = (signal?: Signal) => read<CalibrationLine[]>(`${BASE}/calibrations`, signal);
export const calibration = (id: string, signal?: Signal) =>
  read<Calibration>(`${BASE}/calibrations/${id}`, signal);
export const calibrate = (assignmentIds: string[], model: Model) =>
  post<{ id: string }>(`${BASE}/calibrations`, { itemIds: null, assignmentIds, model });

/** What the library has on a topic. */
export const materialsOn = (topic: string, subject: string | undefined, signal?: Signal) =>
  read<Hits>(path('/api/content/materials', { q: topic, subject, size: 3 }), signal);
