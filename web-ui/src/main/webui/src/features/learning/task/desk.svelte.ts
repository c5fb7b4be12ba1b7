import type { LessonTask, Work, WorkKind } from '$api/types';
import { freshId } from '$lib/fresh-id';
import { lightPicture } from '$lib/handed-in/picture';
import { sendWork } from '$lib/handed-in/sending';
import { dropWork, keepWork, type KeptFile, keptWork } from '$lib/handed-in/store';
import { t } from './messages';

const LARGEST = 20 * 1024 * 1024;
const MOST = 20;

export type Stage = 'reading' | 'shown' | 'writing' | 'sending' | 'waits';

/**
 * A pupil's work on one task: kept on the device from the first letter on, sent when he says so, and sent again by
 * itself for as long as the school cannot be reached.
 */
export class WorkDesk {
  stage = $state<Stage>('reading');
  text = $state('');
  files = $state.raw<KeptFile[]>([]);
  /** What the school says of it, or what cannot be taken. */
  trouble = $state<string | null>(null);
  refused = $state<string | null>(null);
  preparing = $state(false);
  /** It has just been taken. */
  taken = $state(false);
  #finished: { key: string; finishedAt: string } | null = null;
  #saving: Promise<unknown> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #urls = new Map<string, string>();

  constructor(
    private readonly task: LessonTask,
    private readonly lessonId: string,
    private readonly personId: string,
    /** Without a work: somebody else has sent it, ask the school. */
    private readonly ontaken: (work?: Work) => void,
  ) {
    void this.#open();
  }

  async #open(): Promise<void> {
    const kept = await keptWork(this.personId, this.task.taskId).catch(() => undefined);
    if (kept) {
      this.text = kept.text;
      this.files = kept.files;
      this.refused = kept.refused;
      this.#finished = kept.sending;
      this.stage = kept.sending ? 'waits' : 'writing';
      if (kept.sending) void this.send();
    } else this.rest();
  }

  /** Nothing is being written: what was handed in is shown, or an empty sheet. */
  rest(): void {
    const latest = this.task.works[0];
    this.stage = latest && latest.state !== 'GIVEN_BACK' ? 'shown' : 'writing';
  }

  /** Goes on from what was handed in. */
  takeUp(): void {
    const latest = this.task.works[0];
    this.text = latest?.text ?? '';
    this.files =
      latest?.files.map(({ sentAs, name, kind, size, id, url }) => ({
        key: sentAs,
        name,
        kind,
        size,
        id,
        url,
      })) ?? [];
    this.stage = 'writing';
  }

  /** Leaves what was handed in as it is. */
  async forget(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#saving;
    await dropWork(this.personId, this.task.taskId);
    this.text = '';
    this.files = [];
    this.refused = null;
    this.rest();
  }

  /** The sheet that waits is taken back to be changed. */
  async edit(): Promise<void> {
    this.#finished = null;
    this.stage = 'writing';
    await this.#keep();
  }

  typed(text: string): void {
    this.text = text;
    this.refused = null;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#keep(), 300);
  }

  /** Now: the page goes away. */
  flush(): void {
    if (this.stage !== 'writing' || this.#empty()) return;
    clearTimeout(this.#timer);
    void this.#keep();
  }

  async add(chosen: readonly File[], kind?: WorkKind): Promise<void> {
    this.trouble = null;
    this.preparing = true;
    for (const file of chosen) {
      const light = await lightPicture(file);
      if (light.size > LARGEST) this.trouble = t.tooLarge(file.name);
      else if (this.files.length >= MOST) this.trouble = t.tooMany;
      else this.files = [...this.files, kept(light, kind)];
    }
    this.preparing = false;
    await this.#keep();
  }

  async remove(key: string): Promise<void> {
    this.files = this.files.filter((file) => file.key !== key);
    await this.#keep();
  }

  async handIn(): Promise<void> {
    if (this.#empty()) {
      this.trouble = t.empty;
      return;
    }
    clearTimeout(this.#timer);
    this.trouble = null;
    this.refused = null;
    this.#finished = { key: freshId(), finishedAt: new Date().toISOString() };
    this.stage = 'sending';
    await this.#keep();
    await this.send();
  }

  async send(): Promise<void> {
    this.stage = 'sending';
    const outcome = await sendWork(this.personId, this.task.taskId);
    if (outcome === 'waits') {
      this.stage = 'waits';
    } else if (outcome === 'gone') {
      this.#finished = null;
      this.stage = 'shown';
      this.ontaken();
    } else if ('refused' in outcome) {
      this.refused = outcome.refused;
      this.#finished = null;
      this.stage = 'writing';
    } else {
      this.#finished = null;
      this.text = '';
      this.files = [];
      this.taken = true;
      this.stage = 'shown';
      this.ontaken(outcome.taken);
    }
  }

  /** Where a file of the sheet can be looked at. */
  urlOf(file: KeptFile): string {
    if (file.url) return file.url;
    let url = this.#urls.get(file.key);
    if (!url && file.blob) {
      url = URL.createObjectURL(file.blob);
      this.#urls.set(file.key, url);
    }
    return url ?? '';
  }

  close(): void {
    this.flush();
    for (const url of this.#urls.values()) URL.revokeObjectURL(url);
  }

  #empty(): boolean {
    return this.text.trim() === '' && this.files.length === 0;
  }

  /** One write after another, the newest last. */
  async #keep(): Promise<void> {
    const work = {
      personId: this.personId,
      taskId: this.task.taskId,
      lessonId: this.lessonId,
      text: this.text,
      files: this.files.map((file) => ({ ...file })),
      sending: this.#finished && { ...this.#finished },
      refused: this.refused,
    };
    this.#saving = this.#saving.then(() => keepWork(work)).catch(() => undefined);
    await this.#saving;
  }
}

function kept(file: File, kind?: WorkKind): KeptFile {
  const type = file.type.split('/')[0];
  const own = kind ?? (type === 'image' ? 'PICTURE' : type === 'audio' ? 'VOICE' : 'FILE');
  return { key: freshId(), name: file.name, kind: own, size: file.size, blob: file };
}
