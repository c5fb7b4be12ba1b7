import type { Assignment, AssignmentChange, Conditions, Mode, NewAssignment } from '$api/types';
import { fromLocalInput, toLocalInput } from '$lib/format';
import { t } from './messages';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Homework may take as long as it is open; the school's service counts a month at most. */
const MOST_MINUTES = 43_200;

export const NONE: Conditions = {
  mode: 'EXAM',
  purpose: 'REGULAR',
  attempts: 1,
  counts: 'BEST',
  passcode: null,
  addresses: [],
  sebConfigKeys: [],
  oneDevice: false,
  paging: 'ALL',
};

/** What suits a kind of work: an exam once and by the clock, homework in peace, practice as often as one likes. */
export const SUITS: Record<Mode, { attempts: number; days: number; timed: boolean }> = {
  EXAM: { attempts: 1, days: 1, timed: true },
  HOMEWORK: { attempts: 1, days: 3, timed: false },
  PRACTICE: { attempts: 0, days: 7, timed: false },
};

export const lines = (text: string): string[] =>
  text
    .split(/[\n,;]+/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** An address, or a range of them: 10.0.3.7, 10.0.3.0/24, fd00::/64. The service looks closer. */
export function isAddress(text: string): boolean {
  const [address = '', bits, more] = text.split('/');
  const v6 = address.includes(':');
  if (
    more !== undefined ||
    (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) <= (v6 ? 128 : 32)))
  )
    return false;
  if (v6) return /^[0-9a-f:.]+$/i.test(address);
  const parts = address.split('.');
  return parts.length === 4 && parts.every((one) => /^\d{1,3}$/.test(one) && Number(one) <= 255);
}

/** The row of machines that one of them stands in: 10.0.3.7 gives 10.0.3.0/24. */
export const rowOf = (address: string): string | undefined =>
  /^\d+\.\d+\.\d+\.\d+$/.test(address) ? address.replace(/\.\d+$/, '.0/24') : undefined;

/** Six letters and digits that cannot be misheard or misread. */
export function newPasscode(random: (below: number) => number): string {
  const letters = 'abcdeghkmnpqtuvxy3479';
  return Array.from({ length: 6 }, () => letters[random(letters.length)]).join('');
}

/** How a paper is going to be given, while it is written down. */
export class GivingWish {
  title = $state('');
  classIds = $state<string[]>([]);
  groupIds = $state<string[]>([]);
  learnerIds = $state<string[]>([]);
  opens = $state('');
  closes = $state('');
  minutes = $state('45');
  timed = $state(true);
  message = $state('');
  items = $state(true);
  options = $state(true);
  mode = $state<Mode>('EXAM');
  purpose = $state<Conditions['purpose']>('REGULAR');
  attempts = $state('1');
  counts = $state<Conditions['counts']>('BEST');
  passcode = $state('');
  addresses = $state('');
  keys = $state('');
  oneDevice = $state(false);
  paging = $state<Conditions['paging']>('ALL');
  #now: number;

  constructor(now: number) {
    this.#now = Math.ceil(now / 300_000) * 300_000;
    this.opens = toLocalInput(this.#now);
    this.closes = toLocalInput(this.#now + DAY);
  }

  static of(line: Assignment, now: number): GivingWish {
    const wish = new GivingWish(now);
    const { conditions } = line;
    const spans = (Date.parse(line.closesAt) - Date.parse(line.opensAt)) / 60_000;
    Object.assign(wish, {
      title: line.title,
      opens: toLocalInput(line.opensAt),
      closes: toLocalInput(line.closesAt),
      minutes: String(line.minutes),
      timed: conditions.mode === 'EXAM' || line.minutes < Math.min(spans, MOST_MINUTES),
      mode: conditions.mode,
      purpose: conditions.purpose,
      attempts: String(conditions.attempts),
      counts: conditions.counts,
      passcode: conditions.passcode ?? '',
      addresses: conditions.addresses.join('\n'),
      keys: conditions.sebConfigKeys.join('\n'),
      oneDevice: conditions.oneDevice,
      paging: conditions.paging,
    });
    return wish;
  }

  /** Takes what suits this kind; what was chosen about the place is kept. */
  become(mode: Mode): void {
    const suits = SUITS[mode];
    this.mode = mode;
    this.attempts = String(suits.attempts);
    this.timed = suits.timed;
    this.closes = toLocalInput(this.#now + suits.days * DAY);
    if (mode !== 'EXAM') {
      this.purpose = 'REGULAR';
      this.passcode = this.addresses = this.keys = '';
      this.oneDevice = false;
    }
  }

  get needsDecision(): boolean {
    return this.purpose === 'PERIODIC' && lines(this.addresses).length === 0;
  }

  /** What is still wrong, in a sentence; empty when it can be given. */
  fault(toSomebody: boolean): string {
    const { opensAt, closesAt } = this.window();
    if (toSomebody && this.classIds.length + this.groupIds.length + this.learnerIds.length === 0)
      return t.needSomebody;
    if (opensAt === undefined || closesAt === undefined || closesAt <= opensAt) return t.needTimes;
    if (this.timed && !(Number(this.minutes) >= 1 && Number(this.minutes) <= 300)) return t.needMinutes;
    const code = this.passcode.trim();
    if (code !== '' && (code.length < 4 || code.length > 12)) return t.needPasscode;
    const odd = lines(this.addresses).find((one) => !isAddress(one));
    if (odd !== undefined) return t.oddAddress(odd);
    const key = lines(this.keys).find((one) => !/^[0-9a-f]{64}$/i.test(one));
    return key === undefined ? '' : t.oddKey(key.slice(0, 12));
  }

  conditions(): Conditions {
    return {
      mode: this.mode,
      purpose: this.purpose,
      attempts: Number(this.attempts),
      counts: this.counts,
      passcode: this.passcode.trim() || null,
      addresses: lines(this.addresses),
      sebConfigKeys: lines(this.keys).map((one) => one.toLowerCase()),
      oneDevice: this.oneDevice,
      paging: this.paging,
    };
  }

  window(): { opensAt: string | undefined; closesAt: string | undefined } {
    return { opensAt: fromLocalInput(this.opens), closesAt: fromLocalInput(this.closes) };
  }

  /** Without a clock of its own, it lasts as long as it is open. */
  length(): number {
    if (this.timed) return Math.round(Number(this.minutes));
    const { opensAt, closesAt } = this.window();
    const spans = Date.parse(closesAt ?? '') - Date.parse(opensAt ?? '');
    return Math.min(MOST_MINUTES, Math.max(1, Math.ceil(spans / 60_000)));
  }

  toNew(paperId: string): NewAssignment {
    const { opensAt, closesAt } = this.window();
    return {
      paperId,
      title: this.title.trim() || null,
      classIds: this.classIds,
      groupIds: this.groupIds,
      learnerIds: this.learnerIds,
      opensAt: opensAt ?? '',
      closesAt: closesAt ?? '',
      minutes: this.length(),
      shuffle: { items: this.items, options: this.options },
      conditions: this.conditions(),
      message: this.message.trim() || null,
    };
  }

  /** Only what differs: once somebody has begun, the service lets few things be changed. */
  toChange(line: Assignment): AssignmentChange {
    const { opensAt, closesAt } = this.window();
    const same = (a: string, b: string | undefined) => b === undefined || Date.parse(a) === Date.parse(b);
    return {
      ...(same(toMinute(line.opensAt), opensAt) ? {} : { opensAt: opensAt ?? '' }),
      ...(same(toMinute(line.closesAt), closesAt) ? {} : { closesAt: closesAt ?? '' }),
      ...(this.length() === line.minutes || (!this.timed && line.minutes === this.length())
        ? {}
        : { minutes: this.length() }),
      ...(JSON.stringify(this.conditions()) === JSON.stringify(ordered(line.conditions))
        ? {}
        : { conditions: this.conditions() }),
    };
  }
}

const toMinute = (moment: string) => fromLocalInput(toLocalInput(moment)) ?? moment;

const ordered = (one: Conditions): Conditions => ({
  mode: one.mode,
  purpose: one.purpose,
  attempts: one.attempts,
  counts: one.counts,
  passcode: one.passcode,
  addresses: one.addresses,
  sebConfigKeys: one.sebConfigKeys,
  oneDevice: one.oneDevice,
  paging: one.paging,
});
