import { sentenceOf } from '$lib/http';
import { queryClient } from '$lib/queries';
import { undo } from '$lib/undo.svelte';
import * as api from './api';
import { t } from './messages';
import type { Room } from './room.svelte';
import { isSitting, type Pupil } from './seats';

/** Long enough to notice a slip, short enough not to be in the way of time. */
export const EXTEND_UNDO = 5_000;
export const COLLECT_UNDO = 10_000;
/** Nearer to the end than this more time is given at once, or it would come too late. */
const URGENT = 20_000;

/**
 * What an invigilator can do. What can be taken back at the server is done at once and undone there; what cannot (more
 * time, collecting, deciding on late work) waits a few seconds in sight before it is sent.
 */
export class Verbs {
  failed = $state('');
  /** Whose work is about to be collected. */
  collecting = $state.raw<ReadonlySet<string>>(new Set());
  #id: string;
  #room: Room;

  constructor(id: string, room: Room) {
    this.#id = id;
    this.#room = room;
  }

  async pauseAll(): Promise<void> {
    const paused = this.#room.picture?.pausedAt != null;
    const done = await this.do(() => (paused ? api.resume(this.#id) : api.pause(this.#id)));
    if (done && !paused) undo.offer(t.act.pausedAll, () => void this.do(() => api.resume(this.#id)));
    if (done && paused) undo.offer(t.act.resumedAll, () => void this.do(() => api.pause(this.#id)));
  }

  async pauseOne({ sittingId, state, name }: Pupil): Promise<void> {
    if (sittingId === null) return;
    const paused = state === 'PAUSED';
    const done = await this.do(() => (paused ? api.resumeOne(sittingId) : api.pauseOne(sittingId)));
    if (!done) return;
    if (paused) undo.offer(t.act.resumedOne(name), () => void this.do(() => api.pauseOne(sittingId)));
    else undo.offer(t.act.pausedOne(name), () => void this.do(() => api.resumeOne(sittingId)));
  }

  extend(minutes: number, pupil?: Pupil): void {
    const give = () => this.do(() => api.extend(this.#id, minutes, pupil ? [pupil.learnerId] : null));
    const rows = pupil ? [pupil] : (this.#room.picture?.rows ?? []);
    const ends = rows.filter(isSitting).map((one) => Date.parse(one.closesAt ?? ''));
    const said = pupil ? t.act.extendOne(pupil.name, minutes) : t.act.extendAll(minutes);
    if (Math.min(...ends) - this.#room.now < URGENT) void give();
    else
      undo.offer(
        said,
        () => undefined,
        async () => void (await give()),
        EXTEND_UNDO,
      );
  }

  collect(pupil?: Pupil): void {
    const rows = pupil ? [pupil] : (this.#room.picture?.rows ?? []).filter(isSitting);
    if (rows.length === 0) return;
    const settled = () => (this.collecting = new Set());
    const send = async () => {
      await this.do(() => api.collect(this.#id, pupil ? [pupil.learnerId] : null));
      settled();
    };
    const said = pupil ? t.act.collectOne(pupil.name) : t.act.collectAll(rows.length);
    undo.offer(said, settled, send, COLLECT_UNDO);
    this.collecting = new Set(rows.map((one) => one.learnerId));
  }

  async say(text: string | null): Promise<boolean> {
    const before = this.#room.picture?.message?.text ?? null;
    const done = await this.do(() => api.say(this.#id, text));
    if (done)
      undo.offer(
        text === null ? t.act.unsaid : t.act.said,
        () => void this.do(() => api.say(this.#id, before)),
      );
    return done;
  }

  settleHeld(sittingId: string, verb: 'accept' | 'reject', reason: string, name: string): Promise<boolean> {
    return new Promise((resolve) => {
      const send = async () => {
        const done = await this.do(() => api.settleHeld(sittingId, verb, reason));
        await queryClient.invalidateQueries({ queryKey: ['room-held', this.#id] });
        resolve(done);
      };
      undo.offer(t.act[verb](name), () => resolve(false), send);
    });
  }

  /** Runs a deed, says what went wrong, and looks at the room again. */
  async do(deed: () => Promise<unknown>): Promise<boolean> {
    try {
      await deed();
      this.failed = '';
      return true;
    } catch (thrown) {
      this.failed = sentenceOf(thrown);
      return false;
    } finally {
      void this.#room.refresh();
      void queryClient.invalidateQueries({ queryKey: ['room-minutes', this.#id] });
    }
  }
}
