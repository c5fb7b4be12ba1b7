import type {
  Analysis,
  Block,
  Calibration,
  CalibrationLine,
  Course,
  CoursePage,
  Draft,
  Hit,
  Hits,
  Model,
} from '$api/types';
import { get, path, post, Problem, put } from '$lib/http';
import { withMaterial } from './reteach';

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
  read<Hits>(path('/api/content/materials', { q: topic, subject, size: 5 }), signal);

const LMS = '/api/lms';

export const courseRows = (signal?: Signal) => read<Course[]>(`${LMS}/courses`, signal);
export const courseOf = (id: string, signal?: Signal) => read<CoursePage>(`${LMS}/courses/${id}`, signal);
export const newLesson = (section: string, title: string) =>
  post<{ id: string }>(`${LMS}/sections/${section}/lessons`, { title });

const draftAt = (lesson: string) => `${LMS}/lessons/${lesson}/draft`;
const saveBlocks = (draft: Draft, blocks: Block[]) => {
  const { revision, title, summary, minutes, indicators } = draft;
  return put<unknown>(draftAt(draft.id), { revision, title, summary, minutes, indicators, blocks });
};

/** Somebody may be writing in the lesson just now: then once more, from what is there by then. */
async function rewrite(
  lesson: string,
  to: (draft: Draft) => Block[] | undefined,
): Promise<Draft | undefined> {
  for (let go = 0; ; go++) {
    const draft = await get<Draft>(draftAt(lesson));
    const blocks = to(draft);
    if (blocks === undefined) return undefined;
    try {
      await saveBlocks(draft, blocks);
      return draft;
    } catch (thrown) {
      if (!(thrown instanceof Problem && thrown.slug === 'changed-meanwhile') || go > 0) throw thrown;
    }
  }
}

export interface Placed {
  /** The block that was added; null when the lesson has had the material before. */
  block: string | null;
  /** Pupils read the lesson already: they see the new part once it is published again. */
  published: boolean;
}

export async function addToLesson(lesson: string, hit: Hit): Promise<Placed> {
  const block = crypto.randomUUID();
  const draft = await rewrite(lesson, (before) => withMaterial(before, hit, block));
  return { block: draft === undefined ? null : block, published: draft?.publishedVersion != null };
}

export const takeOut = (lesson: string, block: string) =>
  rewrite(lesson, (draft) => draft.blocks.filter((one) => one.id !== block));
