import type { Me, PackageView, PackageVisit } from '$api/types';
import { sentenceOf } from '$lib/http';
import { fromPlayer, type FromPlayer, type PartStanding, type ToPlayer } from '$lib/packages';
import { locale } from '$lib/words';
import { packagesAddress, packageOf, renew, save, visit } from './api';
import { Keeper, type Kept } from './keeper';
import { openStore } from './store';

const RENEW_MS = 10 * 60_000;
const SLOW_MS = 15_000;
const LAST_WORD_MS = 700;
const LAST_PACKAGE = 'lopmo.package';

type Step = 'loading' | 'left' | 'choose' | 'opening' | 'playing' | 'ended' | 'broken' | 'failed';

/** One package on one page: from the question whether to go on, to the last word when the page is left. */
export class Play {
  step = $state<Step>('loading');
  why = $state('');
  slow = $state(false);
  saved = $state<Kept | undefined>();
  savedAt = $state<Date | undefined>();
  view = $state.raw<PackageView | undefined>();
  at = $state('');
  parts = $state.raw<Record<string, PartStanding>>({});
  /** Where the frame stands; a new one is a new frame. */
  frame = $state.raw<{ src: string; shared: boolean } | undefined>();

  #window: Window | null = null;
  #origin = '';
  #visit: PackageVisit | undefined;
  #keeper: Keeper | undefined;
  #timers: ReturnType<typeof setInterval>[] = [];
  #since = 0;
  #seconds = 0;
  #closed: (() => void) | undefined;

  constructor(
    readonly me: Me,
    readonly fileId: string,
    readonly lessonId: string | null,
  ) {}

  async look(): Promise<void> {
    this.step = 'loading';
    this.#keeper ??= new Keeper({
      store: await openStore(),
      personId: this.me.id,
      fileId: this.fileId,
      send: (step, leaving) => save(this.fileId, step, leaving),
      seconds: () => this.#spent(),
      onstate: (state) => {
        this.saved = state;
        if (state === 'saved') this.savedAt = new Date();
      },
    });
    try {
      await this.#keeper.bringLeftover();
    } catch (thrown) {
      this.why = sentenceOf(thrown);
      this.step = 'left';
      return;
    }
    try {
      this.view = await packageOf(this.fileId);
      if (this.view.attempt?.started) this.step = 'choose';
      else await this.open(false);
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  async open(again: boolean): Promise<void> {
    this.#stopTimers();
    this.step = 'opening';
    this.slow = false;
    this.parts = {}; // none may be asked for before the player has said which are open
    try {
      const address = await packagesAddress();
      const one = (this.#visit = await visit(this.fileId, again, this.lessonId));
      this.#keeper?.begin(one.attempt.number, one.attempt.visit);
      this.#seconds = one.attempt.seconds;
      this.#since = Date.now();
      this.#show(address, one);
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  #show(address: string, one: PackageVisit): void {
    const shared = !address.includes('{package}');
    this.#origin = address.replace('{package}', one.origin);
    const fresh = shared && isAnother(one.origin) ? '?fresh' : '';
    const told = new URLSearchParams({ app: location.origin, goi: one.origin });
    if (shared) told.set('chung', '');
    this.frame = {
      src: `${this.#origin}/${one.ticket}/~lopmo/player.html${fresh}#${told.toString()}`,
      shared,
    };
    this.#timers = [
      setInterval(() => void this.#renew(), RENEW_MS),
      setInterval(() => (this.slow = this.step === 'opening'), SLOW_MS),
    ];
  }

  /** The frame that was drawn for `frame`: the only window whose word counts. */
  listenTo(window: Window | null): void {
    this.#window = window;
  }

  hear(event: MessageEvent): void {
    if (event.source === null || event.source !== this.#window || event.origin !== this.#origin) return;
    const said = fromPlayer(event.data);
    if (said) this.#take(said);
  }

  #take(said: FromPlayer): void {
    switch (said.lopmo) {
      case 'ready':
        return this.#begin();
      case 'opened':
        this.step = 'playing';
        return;
      case 'at':
        this.at = said.item;
        this.parts = said.parts;
        return;
      case 'keep':
        return this.#keeper?.keep(said);
      case 'ended':
        this.step = 'ended';
        void this.#keeper?.flush();
        return;
      case 'closed':
        return this.#closed?.();
      case 'failed':
        this.step = 'broken';
    }
  }

  #begin(): void {
    const { view } = this;
    if (!view || !this.#visit) return;
    this.#tell({
      lopmo: 'open',
      kind: view.kind,
      start: view.start,
      organisation: view.organisation,
      state: this.#visit.state,
      learner: { id: this.me.id, name: this.me.name },
      locale,
    });
  }

  go(item: string): void {
    this.#tell({ lopmo: 'go', item });
  }

  /** Lets the package say its last word and brings it to school; gives up soon, for it lies on the device anyway. */
  async leave(): Promise<void> {
    this.#stopTimers();
    if (this.step === 'playing' && this.#window) {
      const closed = new Promise<void>((resolve) => (this.#closed = resolve));
      this.#tell({ lopmo: 'close' });
      await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, LAST_WORD_MS))]);
    }
    await Promise.race([this.#keeper?.flush(), new Promise((resolve) => setTimeout(resolve, LAST_WORD_MS))]);
    this.#keeper?.stop();
  }

  /** The page goes away without asking. */
  hide(): void {
    void this.#keeper?.flush(true);
  }

  online(): void {
    if (this.step === 'left') void this.look();
    else void this.#keeper?.flush();
  }

  #tell(said: ToPlayer): void {
    // what stands in reactive state cannot be sent as it is
    this.#window?.postMessage(JSON.parse(JSON.stringify(said)), this.#origin);
  }

  #spent(): number {
    return this.#seconds + Math.round((Date.now() - this.#since) / 1000);
  }

  async #renew(): Promise<void> {
    if (!this.#visit) return;
    await renew(this.fileId, this.#visit.ticket).catch(() => undefined);
  }

  #stopTimers(): void {
    for (const timer of this.#timers) clearInterval(timer);
    this.#timers = [];
  }

  #fail(thrown: unknown): void {
    this.why = sentenceOf(thrown);
    this.step = 'failed';
  }
}

/** Whether another package was the last to be opened in this browser. */
function isAnother(origin: string): boolean {
  try {
    const same = localStorage.getItem(LAST_PACKAGE) === origin;
    localStorage.setItem(LAST_PACKAGE, origin);
    return !same;
  } catch {
    return true;
  }
}
