import type { HarvestNotable, HarvestPreview, HarvestQuestion, HarvestSource } from '$api/types';
import { get, post, remove } from '$lib/http';

const SOURCES = '/api/content/harvest/sources';
/** Another library may take its time. */
const PATIENCE = 120_000;

const asked = (question: HarvestQuestion) => ({ ...question, set: question.set || null });

export const sources = (signal: AbortSignal) => get<HarvestSource[]>(SOURCES, { signal });
export const preview = (question: HarvestQuestion) =>
  post<HarvestPreview>('/api/content/harvest/preview', asked(question), { timeout: PATIENCE });
export const add = (question: HarvestQuestion) =>
  post<HarvestSource>(SOURCES, asked(question), { timeout: PATIENCE });
export const drop = (id: string) => remove<undefined>(`${SOURCES}/${id}`);
export const start = (id: string, whole: boolean) => post<HarvestSource>(`${SOURCES}/${id}/runs`, { whole });
export const stop = (id: string) => post<HarvestSource>(`${SOURCES}/${id}/stop`);
export const notable = (id: string, signal: AbortSignal) =>
  get<HarvestNotable[]>(`${SOURCES}/${id}/notable`, { signal });
