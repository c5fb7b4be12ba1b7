import type { RoomPicture } from '$api/room';
import { isSitting, type Pupil } from './seats';

/**
 * Who wants a look, and why. What is listed are signs for a person to weigh: a learner who left the page may have answered a
 * knock at the door of another window. Nothing here is ever counted against anybody.
 */
export type Why = 'away' | 'absent' | 'held' | 'leaving' | 'left' | 'device' | 'still' | 'pending';

export interface Reason {
  why: Why;
  /** Since when, in the server's milliseconds. */
  since: number;
  /** What was seen; when this changes, "seen" no longer holds. */
  mark: string;
}

export interface Call {
  pupil: Pupil;
  /** `bad` where work may be in danger or somebody is missing; else `wait`. */
  look: 'bad' | 'wait';
  reasons: Reason[];
}

const MINUTE = 60_000;
const STILL = 5 * MINUTE;
const LATE = 2 * MINUTE;
const MANY_LEFT = 3;
const LONG_AWAY = 60;
/** The room is not told when somebody comes back, so leaving is news only for a while. */
const JUST_NOW = 30_000;
/** Answers that wait this near to the end are worth a look. */
const NEAR_END = 3 * MINUTE;
const URGENT: readonly Why[] = ['away', 'absent', 'held'];
const ORDER: readonly Why[] = ['held', 'away', 'absent', 'pending', 'leaving', 'device', 'left', 'still'];

export interface Moment {
  room: RoomPicture;
  now: number;
  /** Since when nothing of a learner has changed, as far as this page has seen. */
  stillSince: (learnerId: string) => number | undefined;
}

/** All reasons to look at one learner. */
export function reasonsOf(pupil: Pupil, { room, now, stillSince }: Moment): Reason[] {
  const out: Reason[] = [];
  const add = (why: Why, since: number, mark: string | number) =>
    out.push({ why, since, mark: `${why}:${mark}` });
  if (pupil.held > 0) add('held', now, pupil.held);
  const exam = room.mode === 'EXAM';
  if (exam && pupil.state === 'NOT_STARTED' && isLate(room, now)) add('absent', Date.parse(room.opensAt), 1);
  if (!isSitting(pupil)) return out;
  const seen = Date.parse(pupil.seenAt ?? pupil.startedAt ?? room.serverNow);
  if (exam && !pupil.online) add('away', seen, seen);
  const { signs, lastSign, pending, closesAt } = pupil;
  if (pending > 0 && closesAt !== null && room.pausedAt === null && Date.parse(closesAt) - now < NEAR_END)
    add('pending', seen, 1);
  if (!exam) return out;
  if (lastSign?.kind === 'LEFT' && now - Date.parse(lastSign.at) < JUST_NOW)
    add('leaving', Date.parse(lastSign.at), lastSign.at);
  if (signs.devices > 1) add('device', seen, signs.devices);
  if (signs.left >= MANY_LEFT || signs.awaySeconds >= LONG_AWAY)
    add('left', seen, `${signs.left}.${Math.floor(signs.awaySeconds / LONG_AWAY)}`);
  const still = stillSince(pupil.learnerId);
  if (pupil.online && pupil.state === 'TAKING' && still !== undefined && now - still >= STILL)
    add('still', still, still);
  return out;
}

/** Somebody is late once the room has been open for a while and most are in: a homework's long window makes nobody late. */
function isLate(room: RoomPicture, now: number): boolean {
  const inside = room.rows.filter((seat) => seat.state !== 'NOT_STARTED').length;
  return now - Date.parse(room.opensAt) > LATE && inside * 2 > room.rows.length;
}

/** Those who want a look, the most urgent first, then in the order of the list. `seen` holds marks already looked at. */
export function callsOf(
  pupils: readonly Pupil[],
  moment: Moment,
  seen: (learnerId: string, mark: string) => boolean,
): Call[] {
  return pupils
    .map((pupil) => {
      const reasons = reasonsOf(pupil, moment)
        .filter((one) => !seen(pupil.learnerId, one.mark))
        .sort((a, b) => ORDER.indexOf(a.why) - ORDER.indexOf(b.why));
      const urgent = reasons.some((one) => URGENT.includes(one.why));
      return { pupil, reasons, look: urgent ? ('bad' as const) : ('wait' as const) };
    })
    .filter((call) => call.reasons.length > 0)
    .sort((a, b) => rank(a) - rank(b) || a.pupil.number - b.pupil.number);
}

function rank(call: Call): number {
  return Math.min(...call.reasons.map((one) => ORDER.indexOf(one.why)));
}
