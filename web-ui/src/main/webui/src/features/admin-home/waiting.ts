import type { ClassRow } from '$api/types';
import { number, stamp } from '$lib/format';
import { get } from '$lib/http';
import { t } from './messages';

/** Something that waits for the administrator: how many or since when, what, and where it is done. */
export interface Waiting {
  key: string;
  margin: string;
  title: string;
  text: string;
  href: string;
  late?: boolean;
}

interface Request {
  state: 'OPEN' | 'ANSWERED' | 'DONE' | 'REFUSED';
  late: boolean;
}
interface Import {
  id: string;
  fileName: string;
  state: 'PREVIEW' | 'APPLYING' | 'DONE' | 'FAILED';
  createdAt: string;
}
const LISTS = { LIST: '', STAFF: '/nhan-su', GUARDIANS: '/phu-huynh' };
interface Rollover {
  state: 'DRAFT' | 'APPLIED' | 'CONFIRMED';
  fromYear: string;
  toYear: string;
  madeAt: string;
}
interface Arrival {
  name: string;
  state: string;
}
interface Line extends ClassRow {
  homeroomTeacher: { id: string } | null;
}

const BASE = '/api/lms';

async function requests(signal: AbortSignal): Promise<Waiting[]> {
  const open = (await get<Request[]>(`${BASE}/privacy/requests`, { signal })).filter(
    (one) => one.state === 'OPEN' || one.state === 'ANSWERED',
  );
  if (open.length === 0) return [];
  const late = open.some((one) => one.late);
  return [
    {
      key: 'requests',
      margin: number(open.length),
      title: t.requests,
      text: late ? t.requestsLate : t.requestsText,
      href: '/quan-tri/quyen-rieng-tu',
      late,
    },
  ];
}

async function imports(signal: AbortSignal): Promise<Waiting[]> {
  const each = await Promise.all(
    Object.entries(LISTS).map(async ([kind, at]) => {
      const last = (await get<Import[]>(`${BASE}/roster-imports?kind=${kind}`, { signal }))[0];
      return !last || last.state === 'DONE' ? [] : [waitingList(last, last.state, at)];
    }),
  );
  return each.flat();
}

const waitingList = (last: Import, state: Exclude<Import['state'], 'DONE'>, at: string): Waiting => ({
  key: `import${at}`,
  margin: stamp(last.createdAt),
  title: t.imports[state],
  text: last.fileName,
  href: `/quan-tri/hoc-sinh${at}?lan=${last.id}`,
  late: state === 'FAILED',
});

async function rollovers(signal: AbortSignal): Promise<Waiting[]> {
  const open = (await get<Rollover[]>(`${BASE}/rollovers`, { signal })).find(
    (one) => one.state !== 'CONFIRMED',
  );
  if (!open) return [];
  return [
    {
      key: 'rollover',
      margin: stamp(open.madeAt),
      title: open.state === 'DRAFT' ? t.rolloverDraft : t.rolloverApplied,
      text: t.years(open.fromYear, open.toYear),
      href: '/quan-tri/chuyen-nam',
    },
  ];
}

async function arrivals(signal: AbortSignal): Promise<Waiting[]> {
  const waiting = (await get<Arrival[]>(`${BASE}/pupil-transfers/arriving`, { signal })).filter(
    (one) => one.state === 'WAITING',
  );
  if (waiting.length === 0) return [];
  return [
    {
      key: 'arrivals',
      margin: number(waiting.length),
      title: t.arrivals,
      text: waiting.map((one) => one.name).join(', '),
      href: '/quan-tri/chuyen-truong',
    },
  ];
}

async function arrangement(signal: AbortSignal): Promise<Waiting[]> {
  const years = await get<{ id: string; current: boolean }[]>(`${BASE}/school-years`, { signal });
  const now = years.find((one) => one.current);
  if (!now) return [];
  const [classes, teachings] = await Promise.all([
    get<Line[]>(`${BASE}/school-years/${now.id}/classes`, { signal }),
    get<{ classId: string }[]>(`${BASE}/teachings`, { signal }),
  ]);
  const without = classes.filter((one) => one.homeroomTeacher === null);
  const untaught = classes.filter((one) => !teachings.some((each) => each.classId === one.id));
  return [
    { key: 'homeroom', of: without, title: t.noHomeroom, href: '/quan-tri/lop' },
    { key: 'teaching', of: untaught, title: t.noTeaching, href: '/quan-tri/phan-cong' },
  ]
    .filter((one) => one.of.length > 0)
    .map(({ of, ...one }) => ({
      ...one,
      margin: number(of.length),
      text: of.map((each) => each.name).join(', '),
    }));
}

/** What waits, the most pressing first; what cannot be asked for just now is left out rather than all of it. */
export async function waiting(signal: AbortSignal): Promise<Waiting[]> {
  const asked = await Promise.allSettled(
    [requests, arrivals, imports, rollovers, arrangement].map((ask) => ask(signal)),
  );
  return asked.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
}
