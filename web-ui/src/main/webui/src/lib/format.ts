import { locale } from './words';

/**
 * Dates, numbers and names as Vietnamese schools write them. A school's clock is the clock of Vietnam whatever
 * a phone is set to; the country has had one offset and no summer time since 1975.
 */
const OFFSET = 7 * 3_600_000;
const DAY = 86_400_000;
const vi = locale === 'vi';

const DAYS = vi
  ? ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7']
  : ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const DAYS_LONG = vi
  ? ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy']
  : ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export type Moment = string | number | Date;

interface Parts {
  y: number;
  m: number;
  d: number;
  weekday: number;
  h: number;
  min: number;
  /** Days since 1970 on Vietnam's calendar. */
  day: number;
}

function parts(moment: Moment): Parts {
  const local = new Date(new Date(moment).getTime() + OFFSET);
  return {
    y: local.getUTCFullYear(),
    m: local.getUTCMonth() + 1,
    d: local.getUTCDate(),
    weekday: local.getUTCDay(),
    h: local.getUTCHours(),
    min: local.getUTCMinutes(),
    day: Math.floor(local.getTime() / DAY),
  };
}

const two = (n: number) => String(n).padStart(2, '0');

/** 9:41, 21:00 */
export function clock(moment: Moment): string {
  const p = parts(moment);
  return `${p.h}:${two(p.min)}`;
}

/** 25/11, with the year when it is another one: 25/11/2027 */
export function date(moment: Moment, now: Moment = Date.now()): string {
  const p = parts(moment);
  const short = `${two(p.d)}/${two(p.m)}`;
  return p.y === parts(now).y ? short : `${short}/${p.y}`;
}

/** 25/11/2026 for an instant or a yyyy-MM-dd */
export function fullDate(moment: Moment): string {
  const p = parts(moment);
  return `${two(p.d)}/${two(p.m)}/${p.y}`;
}

/** T2 … T7, CN */
export function weekday(moment: Moment): string {
  return DAYS[parts(moment).weekday] ?? '';
}

/** Thứ Hai, ngày 23 tháng 11 năm 2026: as it is written on the board. */
export function boardDate(moment: Moment = Date.now()): string {
  const p = parts(moment);
  const day = capital(DAYS_LONG[p.weekday] ?? '');
  return vi
    ? `${day}, ngày ${p.d} tháng ${p.m} năm ${p.y}`
    : `${day}, ${p.d} ${MONTHS[p.m - 1] ?? ''} ${p.y}`;
}

/** thứ Sáu, 20/11 */
export function longDay(moment: Moment, now: Moment = Date.now()): string {
  return `${DAYS_LONG[parts(moment).weekday] ?? ''}, ${date(moment, now)}`;
}

/** 20/11, 9:41 – or only the hour when it is today */
export function stamp(moment: Moment, now: Moment = Date.now()): string {
  return parts(moment).day === parts(now).day ? clock(moment) : `${date(moment, now)}, ${clock(moment)}`;
}

/**
 * What stands in the margin of a list: two short lines. Today "Hôm nay / 15:00" or "Tối nay / 21:00", tomorrow
 * "Mai / 7:30", else "T4 / 25/11".
 */
export function margin(moment: Moment, now: Moment = Date.now()): { top: string; bottom: string } {
  const p = parts(moment);
  const away = p.day - parts(now).day;
  if (away === 0) return { top: partOfToday(p.h), bottom: clock(moment) };
  if (away === 1) return { top: vi ? 'Mai' : 'Tomorrow', bottom: clock(moment) };
  return { top: DAYS[p.weekday] ?? '', bottom: date(moment, now) };
}

function partOfToday(hour: number): string {
  if (!vi) return hour >= 18 ? 'Tonight' : 'Today';
  return hour >= 18 ? 'Tối nay' : 'Hôm nay';
}

/** "Tối nay 21:00", "Mai 7:30", "T4 25/11, 7:30" */
export function when(moment: Moment, now: Moment = Date.now()): string {
  const p = parts(moment);
  const away = p.day - parts(now).day;
  if (away === 0) return `${partOfToday(p.h)} ${clock(moment)}`;
  if (away === 1) return `${vi ? 'Mai' : 'Tomorrow'} ${clock(moment)}`;
  if (away === -1) return `${vi ? 'Hôm qua' : 'Yesterday'} ${clock(moment)}`;
  return `${DAYS[p.weekday] ?? ''} ${date(moment, now)}, ${clock(moment)}`;
}

/** The same inside a sentence: "Đóng tối nay 21:00", "Mở T4 25/11, 7:30". */
export function whenIn(moment: Moment, now: Moment = Date.now()): string {
  const said = when(moment, now);
  return /^(T\d|CN|Sun|Mon|Tue|Wed|Thu|Fri|Sat)\b/.test(said)
    ? said
    : said.charAt(0).toLowerCase() + said.slice(1);
}

/** The same in the middle of a sentence: "đóng mai 7:30", "đóng T4 25/11, 7:30" */
export function whenInside(moment: Moment, now: Moment = Date.now()): string {
  const text = when(moment, now);
  return /^(Hôm|Mai|Tối|To|Yes)/.test(text) ? text.charAt(0).toLocaleLowerCase('vi') + text.slice(1) : text;
}

/** Whole days between two moments on the calendar, 1 from late yesterday to early today. */
export function daysBetween(from: Moment, to: Moment): number {
  return parts(to).day - parts(from).day;
}

/** The value of an input of type datetime-local in the school's time, and back. */
export function toLocalInput(moment: Moment): string {
  const p = parts(moment);
  return `${p.y}-${two(p.m)}-${two(p.d)}T${two(p.h)}:${two(p.min)}`;
}

export function fromLocalInput(value: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)) return undefined;
  const time = Date.parse(`${value.slice(0, 16)}:00Z`);
  return Number.isNaN(time) ? undefined : new Date(time - OFFSET).toISOString();
}

/** 8,5 – 1.234 – 0,25: a comma before the decimals, never more than two of them. */
export function number(value: number, decimals = 2): string {
  // a little below nothing is nothing, without a minus
  const rounded = value.toFixed(decimals).replace(/^-(?=[0.]+$)/, '');
  const fixed = rounded.replace(/\.?0+$/, '');
  const text = decimals === 0 ? rounded : fixed === '' ? '0' : fixed;
  const [whole = '0', rest] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, vi ? '.' : ',');
  return rest === undefined ? grouped : `${grouped}${vi ? ',' : '.'}${rest}`;
}

/** 64% from 0.64 */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** 18:42, or 1:02:03 from an hour on, or the whole days from two days on */
export function countdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const h = Math.floor(seconds / 3600);
  if (h >= 48) {
    return vi ? `${Math.floor(h / 24)} ngày` : `${Math.floor(h / 24)} days`;
  }
  const m = Math.floor((seconds % 3600) / 60);
  return h > 0 ? `${h}:${two(m)}:${two(seconds % 60)}` : `${m}:${two(seconds % 60)}`;
}

/** 18 phút 42 giây */
export function spoken(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const h = Math.floor(seconds / 3600);
  const m = Math.floor((seconds % 3600) / 60);
  const s = seconds % 60;
  const units: [number, string][] = vi
    ? [
        [h, 'giờ'],
        [m, 'phút'],
        [s, 'giây'],
      ]
    : [
        [h, 'h'],
        [m, 'min'],
        [s, 's'],
      ];
  const said = units.filter(([n]) => n > 0).map(([n, unit]) => `${n} ${unit}`);
  return said.length === 0 ? (vi ? '0 giây' : '0 s') : said.join(' ');
}

/** 62 MB, 1,2 MB, 340 KB */
export function size(bytes: number): string {
  if (bytes >= 1_073_741_824) return `${number(bytes / 1_073_741_824, bytes >= 10_737_418_240 ? 0 : 1)} GB`;
  if (bytes >= 1_048_576) return `${number(bytes / 1_048_576, bytes >= 10_485_760 ? 0 : 1)} MB`;
  return `${number(Math.max(1, bytes / 1024), 0)} KB`;
}

export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

/** The given name stands last: Ngọc from Nguyễn Hoàng Bảo Ngọc. */
export function givenName(name: string): string {
  return name.trim().split(/\s+/).at(-1) ?? '';
}

/** Shortened from the left, so that the given name stays: N. H. Bảo Ngọc */
export function shortName(name: string, keep = 2): string {
  const all = name.trim().split(/\s+/);
  if (all.length <= keep) return all.join(' ');
  const cut = all.length - keep;
  return all.map((part, i) => (i < cut ? `${part.charAt(0).toLocaleUpperCase('vi')}.` : part)).join(' ');
}

/** Two letters for the round picture: the last two parts of the name, BN. */
export function initials(name: string): string {
  const all = name.trim().split(/\s+/);
  const last = all.slice(-2).map((part) => part.charAt(0).toLocaleUpperCase('vi'));
  return last.join('');
}
