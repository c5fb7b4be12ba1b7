import type { Opening } from '../lib/packages';
import { address } from './frame';
import type { Runtime, Tell } from './main';
import { lendStorage } from './storage';

const ID = 'goi';
const EVERY_MS = 1_000;
/** H5P gives a state back only where it would save it itself, too. */
const SAVE_SECONDS = 10;

type UserData = Record<string, Record<string, string>>;

interface Statement {
  verb?: { id?: string };
  result?: {
    score?: { scaled?: number; raw?: number; max?: number };
    success?: boolean;
    completion?: boolean;
  };
  context?: { contextActivities?: { parent?: unknown[] } };
}

interface Instance {
  getCurrentState?: () => unknown;
  getMaxScore?: () => number;
}

interface Core {
  externalDispatcher: { on(name: string, hear: (event: { data: { statement: Statement } }) => void): void };
  instances?: Instance[];
}

type Kept = { v: 1; data: UserData; score: number | null; completed: boolean; passed: boolean | null };

/** Plays an H5P package with the libraries that it brings along, and hears its xAPI statements. */
export async function play(opening: Opening, tell: Tell): Promise<Runtime> {
  lendStorage();
  const place = document.createElement('div');
  place.id = 'h5p';
  document.body.append(place);
  const kept = read(opening.state);
  const { H5P } = await import('h5p-standalone');
  await new H5P(place, {
    id: ID,
    h5pJsonPath: new URL(address(''), location.href).pathname.replace(/\/$/, ''),
    frameJs: new URL('h5p/frame.bundle.js', location.href).pathname,
    frameCss: new URL('h5p/styles/h5p.css', location.href).pathname,
    frame: false,
    fullScreen: false,
    saveFreq: SAVE_SECONDS,
    reportingIsEnabled: true,
    // as H5P itself lays it out: by part of the content, then by kind
    contentUserData: kept.data,
  });
  const global = window as unknown as {
    H5P: Core;
    H5PIntegration: { contents: Record<string, { contentUserData?: UserData }> };
  };

  const content = () => global.H5PIntegration.contents[`cid-${ID}`];
  let last = '';
  const keep = () => {
    const instances = frames().flatMap((core) => core.instances ?? []);
    lastState(instances[0], content());
    // What asks nothing reports nothing: it is done when it was seen.
    if (instances.length > 0 && instances.every((one) => typeof one.getMaxScore !== 'function')) {
      kept.completed = true;
    }
    kept.data = { ...kept.data, ...content()?.contentUserData };
    const state = JSON.stringify(kept);
    if (state === last) return;
    last = state;
    const { score, completed, passed } = kept;
    tell({ lopmo: 'keep', state, score, completed, passed });
  };

  global.H5P.externalDispatcher.on('xAPI', (event) => {
    take(kept, event.data.statement);
    setTimeout(keep, 0); // when the content has taken in what it tells of
  });
  const timer = setInterval(keep, EVERY_MS);
  document.addEventListener('visibilitychange', keep);
  return {
    close: () => {
      clearInterval(timer);
      keep();
    },
  };
}

/** H5P itself runs in a frame of ours. */
function frames(): Core[] {
  return [...document.querySelectorAll('iframe')].flatMap((one) => {
    const core = (one.contentWindow as unknown as { H5P?: Core } | null)?.H5P;
    return core ? [core] : [];
  });
}

/** Not what it kept two seconds ago, but what it is now. */
function lastState(
  instance: Instance | undefined,
  content: { contentUserData?: UserData } | undefined,
): void {
  const now = instance?.getCurrentState?.();
  if (now === undefined || content === undefined) return;
  const all = (content.contentUserData ??= {});
  (all['0'] ??= {})['state'] = JSON.stringify(now);
}

/** Only what is said of the whole counts: the parts of a presentation report too. */
function take(kept: Kept, statement: Statement): void {
  if ((statement.context?.contextActivities?.parent ?? []).length > 0) return;
  const { score, success, completion } = statement.result ?? {};
  const ended = /\/(completed|answered|passed|failed|mastered)$/.test(statement.verb?.id ?? '');
  const share = score?.scaled ?? (score?.raw !== undefined && score.max ? score.raw / score.max : undefined);
  if (ended && share !== undefined) kept.score = Math.min(1, Math.max(0, share));
  if (ended || completion === true) kept.completed = true;
  if (ended && typeof success === 'boolean') kept.passed = success;
}

function read(state: string | null): Kept {
  try {
    const kept = JSON.parse(state ?? 'null') as Kept | null;
    if (kept?.v === 1) return { ...kept, data: { ...kept.data } };
  } catch {
    // Then it begins anew.
  }
  return { v: 1, data: {}, score: null, completed: false, passed: null };
}
