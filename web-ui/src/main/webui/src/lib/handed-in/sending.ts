import type { Work, WorkFile } from '$api/types';
import { Problem, put, sentenceOf } from '../http';
import { signIn } from '../signed-out.svelte';
import { upload } from '../upload';
import { dropWork, keepWork, type KeptWork, keptWork, waitingWorks } from './store';

/** What became of a work that was sent; `gone`: there is nothing to send any more. */
export type Outcome = { taken: Work } | { refused: string } | 'waits' | 'gone';

export interface Road {
  file(taskId: string, key: string, file: File): Promise<WorkFile>;
  work(
    taskId: string,
    sent: { key: string; text: string; files: string[]; finishedAt: string },
  ): Promise<Work>;
}

const toSchool: Road = {
  file: (taskId, key, file) => upload<WorkFile>(`/api/lms/task-uploads/${taskId}`, file, { parts: { key } }),
  work: (taskId, sent) => put<Work>(`/api/lms/tasks/${taskId}/work`, sent),
};

/** Two sends of one work at once would be one too many; another tab's is held off where the browser can. */
const running = new Map<string, Promise<Outcome>>();

export function sendWork(personId: string, taskId: string, road: Road = toSchool): Promise<Outcome> {
  const key = `${personId} ${taskId}`;
  const known = running.get(key);
  if (known) return known;
  const going = alone(key, () => sendKept(personId, taskId, road)).finally(() => running.delete(key));
  running.set(key, going);
  return going;
}

function alone(key: string, work: () => Promise<Outcome>): Promise<Outcome> {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  return locks ? (locks.request(`lopmo-work ${key}`, work) as Promise<Outcome>) : work();
}

/** Files first, each remembered when it is there, then the work that names them; all of it may be repeated. */
async function sendKept(personId: string, taskId: string, road: Road): Promise<Outcome> {
  const kept = await keptWork(personId, taskId);
  if (!kept?.sending) return 'gone';
  try {
    for (const file of kept.files) {
      if (file.id !== undefined || file.blob === undefined) continue;
      const there = await road.file(
        taskId,
        file.key,
        new File([file.blob], file.name, { type: file.blob.type }),
      );
      file.id = there.id;
      await keepWork(kept);
    }
    const taken = await road.work(taskId, {
      key: kept.sending.key,
      text: kept.text,
      files: kept.files.flatMap((file) => file.id ?? []),
      finishedAt: kept.sending.finishedAt,
    });
    await dropWork(personId, taskId);
    return { taken };
  } catch (thrown) {
    return failed(kept, thrown);
  }
}

/** What the school does not take stays on the device, with the reason; all else is tried again. */
async function failed(kept: KeptWork, thrown: unknown): Promise<Outcome> {
  const final =
    thrown instanceof Problem &&
    thrown.status >= 400 &&
    thrown.status < 500 &&
    !signIn.lost &&
    thrown.status !== 408 &&
    thrown.status !== 429;
  if (!final) return 'waits';
  const refused = sentenceOf(thrown);
  await keepWork({ ...kept, sending: null, refused });
  return { refused };
}

/** Everything of this person's that waits on this device. */
export async function sendAll(personId: string): Promise<void> {
  for (const work of await waitingWorks(personId)) await sendWork(personId, work.taskId);
  await waitingWorks(personId);
}
