import { post } from '$lib/http';
import { dropSaid, isRefusal, keepSaid, type Said, saidAt, sendSaid } from '$lib/said';

type Words = Pick<Said, 'key' | 'address' | 'body' | 'text'>;

/** What one person has said in one place and the school has not got yet. */
export class Waiting {
  items = $state.raw<Said[]>([]);

  constructor(
    private readonly person: string,
    private readonly place: string,
  ) {
    this.#look();
  }

  #look(): void {
    this.items = saidAt(this.person, this.place);
  }

  /**
   * Keeps it on the device, then sends it. Nothing comes back if it waits; what the school refuses at once is thrown,
   * so that its writer still has it in his hands.
   */
  async say<T>(words: Words): Promise<T | undefined> {
    const kept = keepSaid(this.person, { ...words, place: this.place, at: new Date().toISOString() });
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

  /** True if something went. */
  async send(): Promise<boolean> {
    const sent = this.items.some((one) => one.refused === undefined) && (await sendSaid(this.person));
    this.#look();
    return sent;
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
