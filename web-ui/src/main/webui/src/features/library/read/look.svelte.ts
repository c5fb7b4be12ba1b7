const KEY = 'lopmo.reader';
const STEP = 0.125;

export const PAPERS = ['own', 'light', 'sepia', 'dark'] as const;
export type Paper = (typeof PAPERS)[number];

/** How this device likes to read; a matter of eyes, so it stays on the device. */
class Look {
  scale = $state(1);
  paper = $state<Paper>('own');

  constructor() {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as { scale?: number; paper?: Paper };
      if (typeof kept.scale === 'number') this.scale = within(kept.scale);
      if (kept.paper && PAPERS.includes(kept.paper)) this.paper = kept.paper;
    } catch {
      // Then it looks as it always does.
    }
  }

  grow(by: 1 | -1): void {
    this.scale = within(this.scale + by * STEP);
    this.#keep();
  }

  lay(paper: Paper): void {
    this.paper = paper;
    this.#keep();
  }

  #keep(): void {
    try {
      localStorage.setItem(KEY, JSON.stringify({ scale: this.scale, paper: this.paper }));
    } catch {
      // Then it is forgotten with the page.
    }
  }
}

const within = (scale: number) => Math.min(2, Math.max(0.75, scale));

export const look = new Look();
