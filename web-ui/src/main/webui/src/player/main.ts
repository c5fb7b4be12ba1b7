import type { FromPlayer, Opening, ToPlayer } from '../lib/packages';
import { forgetOthers } from './others';

/** One way to play a package. */
export interface Runtime {
  go?(item: string): void;
  /** Lets the package say its last word, then ends. */
  close(): void | Promise<void>;
}

/** What a runtime tells the app. */
export type Tell = (said: FromPlayer) => void;

const told = new URLSearchParams(location.hash.slice(1));
const app = told.get('app') ?? '';
const tell: Tell = (said) => parent.postMessage(said, app);
let playing: Promise<Runtime> | undefined;

window.addEventListener('message', (event: MessageEvent<ToPlayer>) => {
  if (event.source !== parent || event.origin !== app) return;
  const said = event.data;
  if (said.lopmo === 'open') playing ??= begin(said);
  else if (said.lopmo === 'go') void playing?.then((runtime) => runtime.go?.(said.item));
  else if (said.lopmo === 'close') void end();
});

async function begin(opening: Opening): Promise<Runtime> {
  try {
    const runtime = await load(opening);
    tell({ lopmo: 'opened' });
    return runtime;
  } catch (trouble) {
    console.error(trouble);
    tell({ lopmo: 'failed' });
    throw trouble;
  }
}

async function load(opening: Opening): Promise<Runtime> {
  switch (opening.kind) {
    case 'SCORM_12':
      return (await import('./scorm12')).play(opening, tell);
    case 'SCORM_2004':
      return (await import('./scorm2004')).play(opening, tell);
    case 'H5P':
      return (await import('./h5p')).play(opening, tell);
    case 'HTML5':
      return (await import('./html5')).play(opening, tell);
  }
}

async function end(): Promise<void> {
  try {
    await (await playing)?.close();
  } finally {
    tell({ lopmo: 'closed' });
  }
}

if (app !== '' && parent !== window) {
  void forgetOthers(told.get('goi') ?? '', told.has('chung')).then(() => tell({ lopmo: 'ready' }));
}
