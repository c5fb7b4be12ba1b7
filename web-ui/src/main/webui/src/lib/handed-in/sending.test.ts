import 'fake-indexeddb/auto';
import type { Work, WorkFile } from '$api/types';
import { Problem, Unreachable } from '$lib/http';
import { describe, expect, it } from 'vitest';
import { type Road, sendAll, sendWork } from './sending';
import { keepWork, type KeptWork, keptWork, waitingWorks } from './store';

let made = 0;

function aWork(more: Partial<KeptWork> = {}): KeptWork {
  return {
    personId: `p${++made}`,
    taskId: 't',
    lessonId: 'l',
    text: 'Bài của em',
    files: [{ key: 'k1', name: 'a.jpg', kind: 'PICTURE', size: 3, blob: new Blob(['abc']) }],
    sending: { key: 'n1', finishedAt: '2026-11-21T10:00:00Z' },
    refused: null,
    ...more,
  };
}

/** A school that keeps what it got, and can be told to fail. */
class School implements Road {
  files: string[] = [];
  works: { key: string; files: string[] }[] = [];
  trouble: unknown[] = [];

  async file(_: string, key: string): Promise<WorkFile> {
    this.fail();
    this.files.push(key);
    return { id: `at-school-${key}` } as WorkFile;
  }

  async work(_: string, sent: { key: string; files: string[] }): Promise<Work> {
    this.fail();
    this.works.push(sent);
    return { id: 'w', state: 'HANDED_IN' } as Work;
  }

  private fail() {
    const trouble = this.trouble.shift();
    if (trouble) throw trouble;
  }
}

describe('work on its way to the school', () => {
  it('sends the files, then the work that names them, and forgets it here', async () => {
    const school = new School();
    const work = aWork();
    await keepWork(work);

    expect(await sendWork(work.personId, 't', school)).toMatchObject({ taken: { id: 'w' } });
    expect(school.works).toMatchObject([{ key: 'n1', files: ['at-school-k1'], text: 'Bài của em' }]);
    expect(await keptWork(work.personId, 't')).toBeUndefined();
    expect(await waitingWorks(work.personId)).toEqual([]);
  });

  it('keeps everything while there is no network, and sends no file twice', async () => {
    const school = new School();
    const work = aWork();
    await keepWork(work);
    school.trouble = [undefined, new Unreachable(undefined)];

    expect(await sendWork(work.personId, 't', school)).toBe('waits');
    expect(await waitingWorks(work.personId)).toHaveLength(1);
    expect(await sendWork(work.personId, 't', school)).toMatchObject({ taken: {} });
    expect(school.files).toEqual(['k1']);
    expect(school.works.map((sent) => sent.key)).toEqual(['n1']);
  });

  it('keeps what the school does not take, with the reason', async () => {
    const school = new School();
    const work = aWork();
    await keepWork(work);
    school.trouble = [undefined, new Problem(409, 'task-closed', 'Nhiệm vụ này không nhận bài nữa.')];

    expect(await sendWork(work.personId, 't', school)).toEqual({
      refused: 'Nhiệm vụ này không nhận bài nữa.',
    });
    expect(await keptWork(work.personId, 't')).toMatchObject({
      sending: null,
      text: 'Bài của em',
      refused: 'Nhiệm vụ này không nhận bài nữa.',
    });
    expect(await waitingWorks(work.personId)).toEqual([]);
  });

  it('does not send what is still a draft, nor another person’s', async () => {
    const draft = aWork({ sending: null });
    const other = aWork();
    await keepWork(draft);
    await keepWork(other);

    expect(await sendWork(draft.personId, 't', new School())).toBe('gone');
    expect(await waitingWorks(draft.personId)).toEqual([]);
    await sendAll(draft.personId);
    expect(await keptWork(other.personId, 't')).toBeDefined();
  });

  it('sends once what two parts of a page ask for at the same time', async () => {
    const school = new School();
    const work = aWork();
    await keepWork(work);

    await Promise.all([sendWork(work.personId, 't', school), sendWork(work.personId, 't', school)]);
    expect(school.works).toHaveLength(1);
  });
});
