import type { Upload } from 'tus-js-client';
import type { MaterialFile } from '$api/types';
import { locale } from '$lib/words';
import { signIn } from '$lib/signed-out.svelte';
import { t } from './messages';

export const ADDRESS = '/api/content/uploads';
const WAITS = [0, 1_000, 3_000, 5_000, 10_000, 20_000, 30_000, 60_000];
const PIECE = 32 * 1024 * 1024;

export type Phase = 'waiting' | 'sending' | 'paused' | 'sent' | 'failed';

/**
 * One file on its way. It goes on by itself after a broken line, and after a reload of the page when the same file is
 * chosen again: the browser remembers which upload it was.
 */
export class Transfer {
  phase = $state<Phase>('waiting');
  share = $state(0);
  problem = $state<string>();
  /** It failed because nobody answered. */
  lost = false;
  materialId = $state<string>();
  /** The file in the library, with what is done with it. */
  found = $state.raw<MaterialFile>();
  readonly key = crypto.randomUUID();
  readonly name: string;
  readonly size: number;
  #upload: Upload | undefined;
  #ended: (() => void) | undefined;

  constructor(readonly file: File) {
    this.name = file.name;
    this.size = file.size;
  }

  /** Resolves when it is sent, was paused, or failed. */
  async send(): Promise<void> {
    this.phase = 'sending';
    this.problem = undefined;
    const upload = (this.#upload ??= await this.#made());
    return new Promise((resolve) => {
      this.#ended = resolve;
      upload.start();
    });
  }

  async pause(): Promise<void> {
    this.phase = 'paused';
    await this.#upload?.abort(false);
    this.#ended?.();
  }

  /** The server forgets what has come of it. */
  async giveUp(): Promise<void> {
    this.phase = 'paused';
    await this.#upload?.abort(true).catch(() => undefined);
    this.#ended?.();
  }

  /** As the server calls it; nothing before it was begun. */
  get id(): string | undefined {
    return this.#upload?.url?.split('/').at(-1);
  }

  get isSettled(): boolean {
    const steps = this.found?.steps ?? [];
    return steps.length > 0 && steps.every((one) => one.state !== 'WAITING' && one.state !== 'RUNNING');
  }

  async #made(): Promise<Upload> {
    const tus = await import('tus-js-client');
    const upload = new tus.Upload(this.file, {
      endpoint: new URL(ADDRESS, location.href).href,
      chunkSize: PIECE,
      retryDelays: WAITS,
      removeFingerprintOnSuccess: true,
      headers: { 'X-Requested-With': 'lopmo', 'Accept-Language': locale },
      metadata: { filename: this.file.name },
      onProgress: (sent, all) => (this.share = all > 0 ? sent / all : 0),
      onAfterResponse: (_request, response) => {
        this.materialId = response.getHeader('Lopmo-Material') ?? this.materialId;
        if (response.getStatus() === 401) signIn.ranOut();
      },
      // tus-js-client alone would give up the moment the device is offline
      onShouldRetry: (thrown) => {
        const status = thrown.originalResponse?.getStatus() ?? 0;
        return status === 0 || status >= 500 || status === 409 || status === 423;
      },
      onSuccess: () => this.#end('sent'),
      onError: (thrown) => {
        const answer = 'originalResponse' in thrown ? thrown.originalResponse : undefined;
        this.lost = !answer;
        this.problem = sentence(answer?.getBody());
        this.#end('failed');
      },
    });
    const before = await upload.findPreviousUploads();
    if (before[0]) upload.resumeFromPreviousUpload(before[0]);
    return upload;
  }

  #end(phase: Phase): void {
    this.phase = phase;
    this.#ended?.();
  }
}

/** The server’s own words, if it had any. */
function sentence(body: string | undefined): string {
  try {
    const { title } = JSON.parse(body ?? '') as { title?: string };
    return title ?? t.away;
  } catch {
    return t.away;
  }
}
