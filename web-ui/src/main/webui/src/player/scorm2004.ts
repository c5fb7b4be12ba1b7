import type { Scorm2004API as Api } from 'scorm-again';
import * as again from 'scorm-again/scorm2004';
import type { Opening, PackageItem } from '../lib/packages';
import type { Part } from './course';
import type { Runtime, Tell } from './main';
import { playScorm, type Sitting } from './scorm';

// Its types speak of a default export; the module has the name alone.
const { Scorm2004API } = again as unknown as { Scorm2004API: typeof Api };

const SILENT = { autocommit: false, lmsCommitUrl: false, logLevel: 5 } as const;

export function play(opening: Opening, tell: Tell): Runtime {
  return playScorm(opening, tell, {
    name: 'API_1484_11',
    sit: (item, kept, changed) => sit(opening, item, kept, changed),
  });
}

function sit(opening: Opening, item: PackageItem, kept: Part | undefined, changed: () => void): Sitting {
  const api = new Scorm2004API(SILENT);
  if (kept) api.loadFromFlattenedJSON(kept.data as Record<string, string>, '');
  api.loadFromJSON({ cmi: start(opening, item, kept !== undefined) }, '');
  const sitting: Sitting = { api, read: () => read(api, item), ended: false, wish: '' };
  api.on('SetValue.cmi.*', changed);
  api.on('SetValue.adl.nav.request', (_element: string, wish: unknown) => {
    sitting.wish = target(String(wish));
  });
  api.on('Commit', changed);
  api.on('Terminate', () => {
    sitting.ended = true;
    changed();
  });
  return sitting;
}

/** `{target=bai2}choice` is the part of that name. */
const target = (wish: string) =>
  /^\{target=(.+)\}(choice|jump)$/.exec(wish)?.[1] ?? (wish === '_none_' ? '' : wish);

function start(opening: Opening, item: PackageItem, again: boolean): Record<string, unknown> {
  const known: Record<string, unknown> = {
    learner_id: opening.learner.id,
    learner_name: opening.learner.name,
    credit: 'credit',
    mode: 'normal',
    entry: again ? 'resume' : 'ab-initio',
    launch_data: item.launchData ?? '',
    scaled_passing_score: item.passingScore,
    completion_threshold: item.completionThreshold,
    max_time_allowed: item.maxTime,
    time_limit_action: item.timeLimitAction,
  };
  if (!again) known['objectives'] = item.objectives.map((id) => ({ id }));
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null));
}

function read(api: Api, item: PackageItem): Part {
  const data = { ...(api.getFlattenedCMI() as Record<string, unknown>) };
  const whole = api.renderCommitCMI(true, true) as { cmi?: { total_time?: string } };
  if (api.isTerminated()) data['cmi.total_time'] = whole.cmi?.total_time ?? '';
  delete data['cmi.session_time'];
  const score = scaled(data['cmi.score.scaled']);
  const progress = Number(data['cmi.progress_measure']);
  const byProgress = item.completionThreshold !== null && data['cmi.progress_measure'] !== '';
  const status = String(data['cmi.success_status'] ?? '');
  return {
    data,
    completed: byProgress
      ? progress >= (item.completionThreshold ?? 1)
      : data['cmi.completion_status'] === 'completed',
    passed:
      item.passingScore !== null && score !== null
        ? score >= item.passingScore
        : status === 'passed' || status === 'failed'
          ? status === 'passed'
          : null,
    score,
  };
}

/** SCORM counts from -1; nobody is shown less than nothing. */
function scaled(value: unknown): number | null {
  if (value === '' || value === undefined || !Number.isFinite(Number(value))) return null;
  return Math.min(1, Math.max(0, Number(value)));
}
