import type { Paging } from '$api/types';
import './reading.css';

export type Contrast = 'house' | 'black-on-white' | 'yellow-on-black';
export type Letters = 'system' | 'apart' | 'dyslexic';

const KEY = 'lopmo.reading';
export const SIZES = [100, 120, 145, 175] as const;

interface Kept {
  size?: number;
  contrast?: Contrast;
  letters?: Letters;
  paging?: Paging | undefined;
}

/** How this learner likes to read a paper, on this device: kept from one paper to the next. */
class Reading {
  size = $state(0);
  contrast = $state<Contrast>('house');
  letters = $state<Letters>('system');
  /** His own choice; undefined leaves it to the paper. */
  paging = $state<Paging | undefined>();

  constructor() {
    const kept = read();
    this.size = Math.min(SIZES.length - 1, Math.max(0, kept.size ?? 0));
    this.contrast = kept.contrast ?? 'house';
    this.paging = kept.paging;
    if (kept.letters) this.write(kept.letters);
  }

  grow(by: 1 | -1): void {
    this.size = Math.min(SIZES.length - 1, Math.max(0, this.size + by));
    this.keep();
  }

  /** The letters for dyslexia weigh 230 KB: they are fetched from the school when they are chosen, and only then. */
  write(letters: Letters): void {
    this.letters = letters;
    if (letters === 'dyslexic') void import('./letters.css').catch(() => undefined);
    this.keep();
  }

  keep(): void {
    const { size, contrast, letters, paging } = this;
    try {
      localStorage.setItem(KEY, JSON.stringify({ size, contrast, letters, paging } satisfies Kept));
    } catch {
      // Kept for this page only.
    }
  }
}

function read(): Kept {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Kept;
  } catch {
    return {};
  }
}

export const reading = new Reading();
