import type { Answer } from '$api/types';
import { clock, shortName, spoken } from '$lib/format';
import type { IconName } from '$ui/icons';
import { t } from './messages';
import { t as tp } from './pupil-messages';
import { groupOf, type Pupil } from './seats';
import type { Reason } from './watch';

/** What the room says in words: how long, how a seat looks, why somebody wants a look. */

/** 49 giây, 6 phút, 2 giờ: whole units, so that it does not flicker. */
export function span(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) return t.secondsFor(seconds);
  if (seconds < 3600) return t.minutesFor(Math.floor(seconds / 60));
  return t.hoursFor(Math.floor(seconds / 3600));
}

/** 7:53:18 */
export function clockSeconds(moment: string | number): string {
  const seconds = Math.floor(new Date(moment).getTime() / 1000) % 60;
  return `${clock(moment)}:${String(seconds).padStart(2, '0')}`;
}

/** A name on a seat: shortened from the left until it fits, so that the given name stays. */
export function seatName(name: string, letters = 15): string {
  const parts = name.trim().split(/\s+/);
  for (let keep = parts.length; keep >= 2; keep--) {
    const short = shortName(name, keep);
    if (short.length <= letters) return short;
  }
  return `${(parts[0] ?? '').charAt(0).toLocaleUpperCase('vi')}. ${parts.slice(-2).join(' ')}`;
}

export interface Line {
  icon: IconName;
  text: string;
}

/** The state line of a seat. */
export function lineOf(pupil: Pupil, now: number): Line {
  const { seat } = t;
  const group = groupOf(pupil);
  if (group === 'done') return doneLine(pupil);
  if (group === 'absent') return { icon: 'ring', text: pupil.state === 'MISSED' ? seat.missed : seat.absent };
  if (group === 'paused' && pupil.online) return { icon: 'pause', text: seat.paused };
  if (group === 'away' || group === 'paused') {
    if (pupil.seenAt === null)
      return group === 'paused'
        ? { icon: 'pause', text: seat.paused }
        : { icon: 'clock', text: seat.starting };
    return { icon: 'wifi-off', text: seat.away(span(now - Date.parse(pupil.seenAt))) };
  }
  if (pupil.pending > 0) return { icon: 'device', text: seat.pending(pupil.pending) };
  return { icon: 'cloud', text: pupil.slotNumber === null ? seat.taking : seat.at(pupil.slotNumber) };
}

function doneLine({ handedInAt, handedInBy, held }: Pupil): Line {
  const { seat } = t;
  const at = handedInAt === null ? '' : clock(handedInAt);
  if (held > 0) return { icon: 'clock', text: seat.held(held) };
  if (handedInBy === 'CLOCK') return { icon: 'check-o', text: seat.clock(at) };
  return { icon: 'check-o', text: handedInBy === 'INVIGILATOR' ? seat.collected(at) : seat.done(at) };
}

/** The sentence for one reason to look. */
export function sentenceFor({ why, since }: Reason, pupil: Pupil, now: number): string {
  const { signs, pending } = pupil;
  const ago = span(now - since);
  const said = {
    away: () => [t.why.away(ago), pending > 0 ? t.why.waiting(pending) : ''].filter(Boolean).join(' '),
    absent: () => t.why.absent,
    held: () => t.why.held(pupil.held),
    leaving: () => t.why.leaving(ago),
    left: () => t.why.left(signs.left, spoken(signs.awaySeconds * 1000)),
    device: () => t.why.device(signs.devices),
    still: () => t.why.still(ago, pupil.slotNumber),
    pending: () => t.why.pending(pending),
  };
  return said[why]();
}

const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** An answer in a few words: B; a Đ, b S; 2,5. */
export function answerWords(answer: Answer | null | undefined): string {
  if (!answer) return tp.blank;
  if ('choice' in answer && typeof answer.choice === 'string') return answer.choice;
  if ('statements' in answer)
    return Object.entries(answer.statements)
      .map(([id, value]) => `${id} ${value === true ? tp.right : value === false ? tp.wrong : '–'}`)
      .join(', ');
  const text = 'text' in answer ? answer.text : 'essay' in answer ? plain(answer.essay) : '';
  return text === '' ? tp.blank : text.length > 160 ? `${text.slice(0, 160)}…` : text;
}
