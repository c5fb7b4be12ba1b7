import type { Scorm12API as Api } from 'scorm-again';
import * as again from 'scorm-again/scorm12';
import type { Opening, PackageItem } from '../lib/packages';
import type { Part } from './course';
import type { Runtime, Tell } from './main';
import { playScorm, type Sitting } from './scorm';

// Its types speak of a default export; the module has the name alone.
const { Scorm12API } = again as unknown as { Scorm12API: typeof Api };

const SILENT = { autocommit: false, lmsCommitUrl: false, logLevel: 5, mastery_override: true } as const;

export function play(opening: Opening, tell: Tell): Runtime {
  return playScorm(opening, tell, {
    name: 'API',
    sit: (item, kept, changed) => sit(opening, item, kept, changed),
  });
}

function sit(opening: Opening, item: PackageItem, kept: Part | undefined, changed: () => void): Sitting {
  const api = new Scorm12API(SILENT);
  if (kept) api.loadFromFlattenedJSON(kept.data as Record<string, string>, '');
  api.loadFromJSON({ cmi: start(opening, item, kept !== undefined) }, '');
  const sitting: Sitting = { api, read: () => read(api), ended: false, wish: '' };
  api.on('LMSSetValue.cmi.*', changed);
  api.on('LMSCommit', changed);
  api.on('LMSFinish', () => {
    sitting.ended = true;
    changed();
  });
  return sitting;
}

function start(opening: Opening, item: PackageItem, again: boolean) {
  return {
    core: {
      student_id: opening.learner.id,
      student_name: opening.learner.name,
      credit: 'credit',
      lesson_mode: 'normal',
      entry: again ? 'resume' : 'ab-initio',
    },
    launch_data: item.launchData ?? '',
    student_data: {
      mastery_score: item.passingScore === null ? '' : String(Math.round(item.passingScore * 100)),
      max_time_allowed: item.maxTime ?? '',
      time_limit_action: item.timeLimitAction ?? '',
    },
  };
}

function read(api: Api): Part {
  const data = { ...(api.getFlattenedCMI() as Record<string, unknown>) };
  const whole = api.renderCommitCMI(true, true) as { cmi?: { core?: { total_time?: string } } };
  if (api.isTerminated()) data['cmi.core.total_time'] = whole.cmi?.core?.total_time ?? '';
  delete data['cmi.core.session_time'];
  const status = String(data['cmi.core.lesson_status'] ?? '');
  return {
    data,
    completed: ['completed', 'passed', 'failed'].includes(status),
    passed: status === 'passed' ? true : status === 'failed' ? false : null,
    score: share(data['cmi.core.score.raw'], data['cmi.core.score.min'], data['cmi.core.score.max']),
  };
}

/** Of a hundred where the package names no other measure. */
function share(raw: unknown, min: unknown, max: unknown): number | null {
  if (raw === '' || raw === undefined || !Number.isFinite(Number(raw))) return null;
  const low = Number(min ?? 0) || 0;
  const high = Number(max === '' || max === undefined ? 100 : max);
  return high > low ? Math.min(1, Math.max(0, (Number(raw) - low) / (high - low))) : null;
}
