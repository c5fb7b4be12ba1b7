/** What the app and the page that frames a package say to each other. Neither believes more of it than its shape. */
export type PackageKind = 'SCORM_12' | 'SCORM_2004' | 'H5P' | 'HTML5';

export interface PackageItem {
  id: string;
  title: string;
  level: number;
  /** null for a heading. */
  href: string | null;
  sco: boolean;
  hidden: boolean;
  prerequisites: string | null;
  passingScore: number | null;
  completionThreshold: number | null;
  launchData: string | null;
  maxTime: string | null;
  timeLimitAction: string | null;
  objectives: string[];
}

export interface Organisation {
  choice: boolean;
  flow: boolean;
  forwardOnly: boolean;
  items: PackageItem[];
}

export interface Opening {
  lopmo: 'open';
  kind: PackageKind;
  start: string;
  organisation: Organisation;
  /** What was kept of this attempt, as the player wrote it. */
  state: string | null;
  learner: { id: string; name: string };
  locale: string;
}

export type ToPlayer = Opening | { lopmo: 'go'; item: string } | { lopmo: 'close' };

/** Where a part stands, for the list of parts. */
export interface PartStanding {
  done: boolean;
  open: boolean;
}

export interface Keep {
  lopmo: 'keep';
  state: string | null;
  score: number | null;
  completed: boolean;
  passed: boolean | null;
}

export type FromPlayer =
  | { lopmo: 'ready' }
  | { lopmo: 'opened' }
  | { lopmo: 'at'; item: string; parts: Record<string, PartStanding> }
  | Keep
  | { lopmo: 'ended' }
  | { lopmo: 'closed' }
  | { lopmo: 'failed' };

const LONGEST_STATE = 400_000;

/** A message of the player, or nothing: what stands in the frame may be anybody's script. */
export function fromPlayer(data: unknown): FromPlayer | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const said = data as Record<string, unknown>;
  switch (said['lopmo']) {
    case 'ready':
    case 'opened':
    case 'ended':
    case 'closed':
    case 'failed':
      return { lopmo: said['lopmo'] };
    case 'at':
      return typeof said['item'] === 'string'
        ? { lopmo: 'at', item: said['item'], parts: parts(said['parts']) }
        : undefined;
    case 'keep':
      return keep(said);
    default:
      return undefined;
  }
}

function keep(said: Record<string, unknown>): Keep | undefined {
  const { state, score, passed } = said;
  if (typeof state === 'string' && state.length > LONGEST_STATE) return undefined;
  const isShare = typeof score === 'number' && score >= 0 && score <= 1;
  return {
    lopmo: 'keep',
    state: typeof state === 'string' ? state : null,
    score: isShare ? Math.round(score * 1e6) / 1e6 : null,
    completed: said['completed'] === true,
    passed: typeof passed === 'boolean' ? passed : null,
  };
}

function parts(said: unknown): Record<string, PartStanding> {
  if (typeof said !== 'object' || said === null) return {};
  const known = Object.entries(said as Record<string, { done?: unknown; open?: unknown } | null>);
  return Object.fromEntries(
    known.slice(0, 1_000).map(([id, one]) => [id, { done: one?.done === true, open: one?.open !== false }]),
  );
}
