import type { LessonNote, ProgressAnswer, ProgressStep } from '$api/types';
import { Problem, put } from './http';
import { sendSaid } from './said';

/**
 * What a pupil did that the school has not got yet: how far lessons were read, notes, and (`said.ts`) what he said. It lies on the device under
 * the pupil's name, outlives sign-out, and is sent by whatever page comes first when there is a network.
 */
const SEEN = 'lopmo.seen.';
const NOTE = 'lopmo.note.';

export interface UnsentNote {
  text: string;
  known: number;
}

const store = {
  text(key: string): string | null {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  read<T>(key: string): T | undefined {
    try {
      const text = store.text(key);
      return text === null ? undefined : (JSON.parse(text) as T);
    } catch {
      return undefined;
    }
  },
  write(key: string, value: unknown): boolean {
    try {
      localStorage.setItem(key, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  },
  drop(key: string): void {
    try {
      localStorage.removeItem(key);
    } catch {
      // Nothing was kept.
    }
  },
  keys(prefix: string): string[] {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    } catch {
      return [];
    }
  },
};

const place = (prefix: string, person: string, lesson: string) => `${prefix}${person}.${lesson}`;

export const unsent = {
  reading(person: string, lesson: string): ProgressStep | undefined {
    const step = store.read<ProgressStep>(place(SEEN, person, lesson));
    return step && Array.isArray(step.seen) ? step : undefined;
  },
  keepReading: (person: string, lesson: string, step: ProgressStep) =>
    store.write(place(SEEN, person, lesson), step),
  dropReading: (person: string, lesson: string) => store.drop(place(SEEN, person, lesson)),
  note: (person: string, lesson: string) => store.read<UnsentNote>(place(NOTE, person, lesson)),
  keepNote: (person: string, lesson: string, note: UnsentNote) =>
    store.write(place(NOTE, person, lesson), note),
  dropNote: (person: string, lesson: string) => store.drop(place(NOTE, person, lesson)),
};

export const sendReading = (lesson: string, step: ProgressStep, keepalive = false) =>
  put<ProgressAnswer>(`/api/lms/lessons/${lesson}/progress`, step, { keepalive });

export const sendNote = (lesson: string, note: UnsentNote, keepalive = false) =>
  put<LessonNote>(`/api/lms/lesson-notes/${lesson}`, note, { keepalive });

/** The school will never take it: the lesson is gone, or was never open. */
const isHopeless = (thrown: unknown) =>
  thrown instanceof Problem && [403, 404, 409, 422].includes(thrown.status);

/** The note that somebody has open: its own page sends it, and knows what it wrote since. */
const openNotes = new Set<string>();

/** Returns what ends it. */
export function holdNote(lesson: string): () => void {
  openNotes.add(lesson);
  return () => void openNotes.delete(lesson);
}

const running = new Map<string, Promise<boolean>>();

/**
 * Sends what waits of one person; true if something went. What the network swallows waits on. Two pages that ask at
 * once share one round.
 */
export function sendUnsent(person: string): Promise<boolean> {
  const round = running.get(person) ?? sendAll(person).finally(() => running.delete(person));
  running.set(person, round);
  return round;
}

async function sendAll(person: string): Promise<boolean> {
  let sent = false;
  const each = async (prefix: string, send: (lesson: string, key: string) => Promise<unknown>) => {
    const mine = `${prefix}${person}.`;
    for (const key of store.keys(mine)) {
      const lesson = key.slice(mine.length);
      if (prefix === NOTE && openNotes.has(lesson)) continue;
      const before = store.text(key);
      try {
        await send(lesson, key);
        // What was written on meanwhile has not been sent.
        if (store.text(key) === before) store.drop(key);
        sent = true;
      } catch (thrown) {
        if (!isHopeless(thrown)) return;
        // A note is somebody's words: it stays and is shown when the lesson is opened again.
        if (prefix === SEEN) store.drop(key);
      }
    }
  };
  await each(SEEN, (lesson, key) => {
    const step = store.read<ProgressStep>(key);
    return step && Array.isArray(step.seen) ? sendReading(lesson, step) : Promise.resolve();
  });
  await each(NOTE, (lesson, key) => {
    const note = store.read<UnsentNote>(key);
    return note ? sendNote(lesson, note) : Promise.resolve();
  });
  return (await sendSaid(person)) || sent;
}
