import type { RoomPicture, Seat, SeatState } from '$api/room';

/** A learner of the room with his name and his number on the class list, which never changes while the page is open. */
export interface Pupil extends Seat {
  name: string;
  number: number;
}

export type Group = 'taking' | 'away' | 'absent' | 'paused' | 'done';
export const GROUPS: readonly Group[] = ['taking', 'away', 'absent', 'paused', 'done'];
export type Sort = 'list' | 'needs';

const ABSENT: readonly SeatState[] = ['NOT_STARTED', 'MISSED'];

/** Each learner stands in one group, so that the counts add up to the class. */
export function groupOf(seat: Seat): Group {
  if (seat.state === 'HANDED_IN') return 'done';
  if (ABSENT.includes(seat.state)) return 'absent';
  if (seat.state === 'PAUSED') return 'paused';
  return seat.online ? 'taking' : 'away';
}

export const isSitting = (seat: Seat) => seat.state === 'TAKING' || seat.state === 'PAUSED';

/** When a sitting ended for good: his time ran out, or he or somebody handed it in before. */
export function closedAtOf({ closesAt, handedInAt }: Seat): string | null {
  if (closesAt === null || handedInAt === null) return closesAt;
  return Date.parse(handedInAt) < Date.parse(closesAt) ? handedInAt : closesAt;
}

const collator = new Intl.Collator('vi');

/** As a class list is ordered: by the given name, then by the rest. */
export function byName(a: string, b: string): number {
  const split = (name: string) => {
    const parts = name.trim().split(/\s+/);
    return [parts.at(-1) ?? '', parts.slice(0, -1).join(' ')] as const;
  };
  const [givenA, restA] = split(a);
  const [givenB, restB] = split(b);
  return collator.compare(givenA, givenB) || collator.compare(restA, restB);
}

/** The class in the order of its list, each with his number; nameless while the names are on their way. */
export function classList(rows: readonly Seat[], names: ReadonlyMap<string, string>): Pupil[] {
  return rows
    .map((seat) => ({ ...seat, name: names.get(seat.learnerId) ?? '', number: 0 }))
    .sort((a, b) => byName(a.name, b.name) || a.learnerId.localeCompare(b.learnerId))
    .map((pupil, i) => ({ ...pupil, number: i + 1 }));
}

export function countsOf(pupils: readonly Seat[]): Record<Group, number> {
  const counts: Record<Group, number> = { taking: 0, away: 0, absent: 0, paused: 0, done: 0 };
  for (const one of pupils) counts[groupOf(one)] += 1;
  return counts;
}

/** Finds "nguyen bao" in "Nguyễn Hoàng Bảo Ngọc": accents may be left out, every word must begin one of the name. */
export function isCalled(name: string, wanted: string): boolean {
  const bare = (text: string) =>
    text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();
  const parts = bare(name).split(/\s+/);
  return bare(wanted)
    .split(/\s+/)
    .every((word) => parts.some((part) => part.startsWith(word)));
}

export interface RoomClock {
  phase: 'before' | 'running' | 'paused' | 'over';
  /** Milliseconds until the room opens (before), or until most of those who sit are out of time. */
  left: number;
  endsAt: number;
  /** When the last one ends, if that is later: somebody has more time. */
  lastAt: number | undefined;
}

/**
 * One clock for the room: that of most of those who sit, who have no time of their own. While all clocks stand it stands.
 */
export function clockOf(room: RoomPicture, now: number): RoomClock {
  const opensAt = Date.parse(room.opensAt);
  const open = room.rows.filter((seat) => isSitting(seat) && seat.closesAt !== null);
  if (open.length === 0) {
    const endsAt = Date.parse(room.closesAt);
    if (now < opensAt) return { phase: 'before', left: opensAt - now, endsAt, lastAt: undefined };
    return { phase: now < endsAt ? 'running' : 'over', left: endsAt - now, endsAt, lastAt: undefined };
  }
  const least = Math.min(...open.map((seat) => seat.extraMinutes));
  const end = (seat: Seat) => Date.parse(seat.closesAt ?? room.closesAt);
  const endsAt = Math.max(...open.filter((seat) => seat.extraMinutes === least).map(end));
  const last = Math.max(...open.map(end));
  const stands = room.pausedAt === null ? now : Date.parse(room.pausedAt);
  return {
    phase: room.pausedAt === null ? 'running' : 'paused',
    left: Math.max(0, endsAt - stands),
    endsAt,
    lastAt: last - endsAt >= 60_000 ? last : undefined,
  };
}
