import type { Answer, BeatAnswer, Checked, Form, Opening, Timing } from '$api/types';
import { sentenceOf } from '$lib/http';
import { fetched } from '$lib/part';
import { signIn } from '$lib/signed-out.svelte';
import * as api from '../api';
import { isTyped } from '../items/answers';
import { t } from '../messages';
import type * as Keeping from '../queue';
import type { AnswerQueue } from '../queue/queue';
import type { SolePage } from '../queue/sole';
import type { KeptSitting, Store } from '../queue/store';
import { doorOf, isSilence, NO_PASSCODE, type Door } from './doors';
import { handOver } from './hand-over';
import { keptOf } from './kept';
import { preloadPictures } from './pictures';
import { ExamState } from './state.svelte';
import { wireOf } from './wire';

const PAUSE = 600;
/** One learner's work on one paper, from the first look to "handed in". Made inside a component. */
export class Exam extends ExamState {
  /** The page was loaded anew in the middle of the work. */
  resumed = false;
  #passcode: string | null = null;
  /** There from the first look on. */
  #kit!: typeof Keeping;
  #store: Store | undefined;
  #queue: AnswerQueue | undefined;
  #sole: SolePage | undefined;
  #typed = new Map<string, ReturnType<typeof setTimeout>>();

  async load(): Promise<void> {
    this.phase = 'loading';
    this.failure = undefined;
    this.#kit = await fetched(() => import('../queue'));
    this.#store ??= await this.#kit.openStore();
    this.durable = this.#store.durable;
    const kept = await this.#store.sitting(this.assignmentId, this.personId);
    this.resumed = kept !== undefined;
    try {
      await this.lookUp();
      await this.#settle(kept);
    } catch (thrown) {
      await this.#without(thrown, kept);
    }
  }

  async begin(passcode: string | null = this.#passcode, again = false): Promise<void> {
    this.#passcode = passcode;
    const fresh = again || this.assignment?.state === 'OPEN';
    if (fresh && this.assignment?.needsPasscode && passcode === null) return this.#stay(NO_PASSCODE);
    this.busy = true;
    try {
      await this.#open(again);
    } catch (thrown) {
      this.#fail(thrown, () => this.begin(passcode, again));
    } finally {
      this.busy = false;
    }
  }

  async #open(again = false): Promise<void> {
    const { device, safeBrowser } = this.#kit;
    const seb = this.assignment?.needsSafeBrowser ? await safeBrowser() : null;
    const asked = this.clock.ticks();
    const wish = {
      device,
      passcode: this.#passcode,
      safeBrowser: seb,
      attempt: again ? 'NEW' : null,
    } as const;
    const opening = await api.open(this.assignmentId, wish);
    this.clock.hear(opening, asked);
    await this.#enter(opening);
  }

  /** Takes the work from the other page; what that one kept on the device is read here. */
  async takeHere(): Promise<void> {
    this.#sole?.take();
    await this.begin();
  }

  answer(slot: string, form: Form, answer: Answer | null): void {
    if (this.phase !== 'taking' || this.clock.paused) return;
    this.answers = { ...this.answers, [slot]: answer };
    if (this.refused?.slot === slot) this.refused = undefined;
    clearTimeout(this.#typed.get(slot));
    if (isTyped(form)) {
      this.status = { ...this.status, state: this.status.state === 'saved' ? 'saving' : this.status.state };
      this.#typed.set(
        slot,
        setTimeout(() => this.#put(slot), PAUSE),
      );
      this.typing = new Set(this.#typed.keys());
    } else this.#put(slot);
  }

  flag(slot: string): void {
    this.flags = this.flags.includes(slot) ? this.flags.filter((one) => one !== slot) : [...this.flags, slot];
    void this.#keep();
  }

  /** What was being typed is written now: the page goes away, or the paper is handed in. */
  flush(): void {
    for (const slot of [...this.#typed.keys()]) this.#put(slot);
  }

  /** The network may be back, or somebody looks again. */
  nudge(): void {
    this.#queue?.nudge();
  }

  /** How far the numbered answers of this device have come. */
  get progress(): { seq: number; acked: number; answered: number } {
    const answered = this.places.filter((one) => (this.answers[one.shown.slot] ?? null) !== null).length;
    return { seq: this.#queue?.lastSeq ?? 0, acked: this.#queue?.acked ?? 0, answered };
  }

  /** The school said how the sitting stands. */
  hear(said: Timing & Partial<BeatAnswer>, asked: number): void {
    const paused = this.clock.paused;
    this.clock.hear(said, asked);
    if (this.clock.paused && !paused) this.flush();
    if (said.message !== undefined) this.message = said.message;
    if (this.phase !== 'taking') return;
    if (said.handedInAt) {
      this.flush();
      this.collected = true;
      void this.#handed(said.handedInAt);
    } else if (said.moved) this.#leave();
  }

  /** What practising says of an answer, once the school has it. */
  async check(slot: string): Promise<Checked> {
    this.flush();
    await this.#queue?.drain();
    return api.check(this.opening?.sittingId ?? '', slot);
  }

  async handIn(): Promise<void> {
    if (this.phase !== 'taking') return;
    this.flush();
    this.phase = 'handing';
    await this.#keep();
    await this.#deliver();
  }

  /** By our clock. If the school gave more time meanwhile, or the room stands, the work goes on. */
  async clockRanOut(): Promise<void> {
    if (this.phase !== 'taking' || this.timeUp) return;
    this.timeUp = true;
    this.flush();
    if (await this.#goesOn()) return;
    await this.handIn();
  }

  stop(): void {
    this.flush();
    this.#queue?.stop();
    this.#sole?.close();
  }

  async #settle(kept: KeptSitting | undefined): Promise<void> {
    const state = this.assignment?.state;
    if (state === undefined) {
      this.failure = t.unknown;
      this.phase = 'failed';
    } else if (state === 'TAKING') await this.#open();
    else if (state === 'HANDED_IN' || state === 'RELEASED') await this.#afterwards(kept);
    else this.phase = 'start';
  }

  /** It is over; but answers may still lie here, and the teacher may want to see them. */
  async #afterwards(kept: KeptSitting | undefined): Promise<void> {
    this.phase = 'handed';
    if (!kept) return;
    const queue = this.#newQueue(kept.opening);
    await queue.resume();
    await queue.drain();
    await this.#store?.clear(kept.sittingId);
  }

  /** No answer from the school: go on with what this device knows. */
  async #without(thrown: unknown, kept: KeptSitting | undefined): Promise<void> {
    if (!isSilence(thrown) || !kept || !this.#store) return this.#fail(thrown, () => this.load());
    const answers = { ...kept.opening.answers, ...(await this.#store.answers(kept.sittingId)) };
    this.clock.restore(kept.offset, kept.opening);
    await this.#enter({ ...kept.opening, answers });
  }

  #stay(door: Door): void {
    this.door = door;
    this.phase = 'door';
  }

  #fail(thrown: unknown, again: () => Promise<void>): void {
    const door = doorOf(thrown, this.#passcode !== null);
    if (door) {
      this.#passcode = null;
      return this.#stay(door);
    }
    this.failure = sentenceOf(thrown);
    this.phase = 'failed';
    if (signIn.lost) void signIn.back().then(again);
  }

  async #enter(opening: Opening): Promise<void> {
    if (this.opening && this.opening.sittingId !== opening.sittingId) {
      this.#sole?.close();
      this.#sole = undefined;
    }
    if (!this.#sole) {
      this.#sole = new this.#kit.SolePage(
        opening.sittingId,
        () => this.#yield(),
        () => dispatchEvent(new Event('lopmo:asked')),
      );
      if (!(await this.#sole.claim())) {
        this.phase = 'elsewhere';
        return;
      }
    }
    const found = await this.#store?.sitting(this.assignmentId, this.personId);
    const kept = found?.sittingId === opening.sittingId ? found : undefined;
    this.opening = opening;
    this.flags = kept?.flags ?? [];
    const queue = this.#newQueue(opening);
    const left = await queue.resume();
    const unsent = Object.fromEntries(left.map((step) => [step.slot, step.answer]));
    this.answers = { ...opening.answers, ...unsent };
    preloadPictures(opening);
    if (opening.handedInAt) return this.#handed(opening.handedInAt);
    this.handedInAt = undefined;
    this.collected = this.timeUp = false;
    this.phase = kept?.handInSeq != null ? 'handing' : 'taking';
    await this.#keep();
    if (this.phase === 'handing') await this.#deliver();
  }

  #newQueue(opening: Opening): AnswerQueue {
    this.#queue?.stop();
    const id = opening.sittingId;
    if (!this.#store) throw new Error('no store');
    const now = () => this.clock.at();
    const { AnswerQueue, device } = this.#kit;
    this.#queue = new AnswerQueue(
      id,
      this.#store,
      wireOf(id, device, this.clock, (acked, asked) => this.hear(acked, asked)),
      {
        changed: (status) => {
          this.status = status;
          if (status.state === 'moved' && this.phase === 'taking') this.#leave();
        },
        refused: (step, why) => (this.refused = { slot: step.slot, why }),
      },
      opening.seq,
      { now, ticks: () => this.clock.ticks() },
    );
    return this.#queue;
  }

  #put(slot: string): void {
    clearTimeout(this.#typed.get(slot));
    this.#typed.delete(slot);
    this.typing = new Set(this.#typed.keys());
    void this.#queue?.put(slot, this.answers[slot] ?? null);
  }

  #yield(): void {
    this.flush();
    this.#queue?.stop();
    this.phase = 'elsewhere';
  }

  /** The invigilator moved it to another device; what is unsent here goes to be held. */
  #leave(): void {
    this.flush();
    this.phase = 'moved';
    this.nudge();
  }

  async #keep(): Promise<void> {
    if (!this.opening || !this.#queue) return;
    await this.#store?.keep(keptOf(this, this.opening, this.#queue.lastSeq));
  }

  async #deliver(): Promise<void> {
    const queue = this.#queue;
    if (!queue) return;
    await handOver(queue, {
      waits: () => this.phase === 'handing',
      goesOn: async () => this.timeUp && (await this.#goesOn()),
      handed: (at) => this.#handed(at),
    });
  }

  /** True if there is time after all: more was given, the room stands, or a device's clock jumped. */
  async #goesOn(): Promise<boolean> {
    const asked = this.clock.ticks();
    const now = await api.reopen(this.opening?.sittingId ?? '').catch(() => undefined);
    if (!now) return false;
    this.clock.hear(now, asked);
    const handed = now.handedInAt ?? null;
    if (handed !== null || (this.clock.left <= 0 && !this.clock.paused)) return false;
    this.timeUp = false;
    this.phase = 'taking';
    await this.#keep();
    return true;
  }

  async #handed(at: string): Promise<void> {
    this.handedInAt = at;
    this.phase = 'handed';
    await this.#queue?.drain();
    if (this.opening) await this.#store?.clear(this.opening.sittingId);
    await this.lookUp().catch(() => undefined);
  }
}
