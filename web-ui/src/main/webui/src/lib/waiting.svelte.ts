import { untrack } from 'svelte';
import { post } from './http';
import { online } from './online.svelte';
import { allSaid, dropSaid, isRefusal, keepSaid, type Said, sendSaid } from './said';

type Words = Pick<Said, 'key' | 'address' | 'body' | 'text'>;

/** How long a server that did not answer is left alone; a device's own network tells when it comes. */
const AGAIN = 15_000;

/** What one person has said in one place, or in several, and the school has not got yet. */
export class Waiting {
  items = $state.raw<Said[]>([]);

  constructor(
    private readonly person: string,
    private readonly isHere: (place: string) => boolean,
  ) {
    this.#look();
  }

  #look(): void {
    this.items = allSaid(this.person).filter((said) => this.isHere(said.place));
  }

  /** Whether there is something that the school has not refused. */
  get some(): boolean {
    return this.items.some((one) => one.refused === undefined);
  }

  /**
   * Keeps it on the device, then sends it. Nothing comes back if it waits; what the school refuses at once is thrown,
   * so that its writer still has it in his hands.
   */
  async say<T>(place: string, words: Words): Promise<T | undefined> {
    const kept = keepSaid(this.person, { ...words, place, at: new Date().toISOString() });
    try {
      const answer = await post<T>(words.address, words.body);
      dropSaid(this.person, words.key);
      return answer;
    } catch (thrown) {
      if (isRefusal(thrown)) dropSaid(this.person, words.key);
      if (isRefusal(thrown) || !kept) throw thrown;
      return undefined;
    } finally {
      this.#look();
    }
  }

  /** What went, by this page or by another one of the same device. */
  async send(): Promise<Said[]> {
    const before = this.items.filter((one) => one.refused === undefined);
    if (before.length > 0) await sendSaid(this.person);
    this.#look();
    return before.filter((one) => this.items.every((each) => each.key !== one.key));
  }

  drop(said: Said): void {
    dropSaid(this.person, said.key);
    this.#look();
  }

  putBack(said: Said): void {
    keepSaid(this.person, said);
    this.#look();
  }
}

/**
 * In a component: sends what waits as soon as there is a network, and tries again while a server does not answer.
 *
 * @param onsent something went: what is shown is old
 */
export function sendsWhatWaits(waiting: Waiting, onsent: (gone: Said[]) => void): void {
  async function send() {
    const gone = await waiting.send();
    if (gone.length > 0) onsent(gone);
  }
  // Only the network's coming calls for a try: not what the try itself changes.
  $effect(() => {
    if (online.now) untrack(() => void send());
  });
  $effect(() => {
    if (!online.now || !waiting.some) return;
    const again = setInterval(() => void send(), AGAIN);
    return () => clearInterval(again);
  });
}
