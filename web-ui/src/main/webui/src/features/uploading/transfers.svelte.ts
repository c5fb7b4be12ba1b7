import { signIn } from '$lib/signed-out.svelte';
import { incoming, material } from './api';
import { Transfer } from './transfer.svelte';

/** A weak line carries two files well and ten badly. */
const AT_ONCE = 2;
const LOOKED_AT_ONCE = 6;

/** All files of one visit, sent a few at a time, in the order in which they were chosen. */
export class Transfers {
  all = $state<Transfer[]>([]);
  #running = 0;
  #looked = 0;

  readonly sending = $derived(this.all.filter((one) => one.phase === 'sending' || one.phase === 'waiting'));
  readonly share = $derived.by(() => {
    const whole = this.all.reduce((sum, one) => sum + one.size, 0);
    return whole === 0 ? 0 : this.all.reduce((sum, one) => sum + one.size * one.share, 0) / whole;
  });

  add(files: File[]): void {
    this.all.push(...files.map((file) => new Transfer(file)));
    this.#next();
  }

  again(transfer: Transfer): void {
    transfer.phase = 'waiting';
    this.#next();
  }

  pauseAll(): void {
    for (const one of this.all) {
      if (one.phase === 'sending') void one.pause();
      else if (one.phase === 'waiting') one.phase = 'paused';
    }
  }

  resumeAll(): void {
    for (const one of this.all) if (one.phase === 'paused') one.phase = 'waiting';
    this.#next();
  }

  /** The line is back. */
  resumeLost(): void {
    for (const one of this.all) if (one.phase === 'failed' && one.lost) one.phase = 'waiting';
    this.#next();
  }

  drop(transfer: Transfer): void {
    void transfer.giveUp();
    this.all = this.all.filter((one) => one !== transfer);
  }

  /** Asks how far some of the sent files are; the longest unasked first. */
  async look(): Promise<void> {
    const open = this.all.filter((one) => one.phase === 'sent' && !one.isSettled);
    const some = [...open.slice(this.#looked % Math.max(1, open.length)), ...open].slice(0, LOOKED_AT_ONCE);
    this.#looked += LOOKED_AT_ONCE;
    await Promise.all([...new Set(some)].map((one) => this.lookAt(one)));
  }

  async lookAt(transfer: Transfer): Promise<void> {
    if (!transfer.materialId) return;
    try {
      const found = await material(transfer.materialId);
      transfer.found = found.files.find((file) => file.name === transfer.name) ?? found.files[0];
    } catch {
      // It is asked again.
    }
  }

  #next(): void {
    while (this.#running < AT_ONCE) {
      const next = this.all.find((one) => one.phase === 'waiting');
      if (!next) return;
      this.#running += 1;
      void this.#send(next);
    }
  }

  async #send(transfer: Transfer): Promise<void> {
    try {
      await transfer.send();
      if (signIn.lost) await this.#goOnSignedIn(transfer);
      if (transfer.phase === 'sent' && !transfer.materialId) await this.#ask(transfer);
    } finally {
      this.#running -= 1;
      this.#next();
    }
  }

  async #goOnSignedIn(transfer: Transfer): Promise<void> {
    await signIn.back();
    if (transfer.phase === 'failed') transfer.phase = 'waiting';
  }

  /** The answer that named the material was lost on the way. */
  async #ask(transfer: Transfer): Promise<void> {
    const id = transfer.id;
    if (id) transfer.materialId = (await incoming(id)).materialId ?? undefined;
  }
}
