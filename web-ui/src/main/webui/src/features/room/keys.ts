import { isCommand } from '$lib/keys';

/** Every verb of the room, and the key that does it. */
export const KEYS = {
  pause: 'p',
  extend: 't',
  message: 'n',
  collect: 'u',
  incident: 'g',
  held: 'm',
  invigilators: 'i',
  passcode: 'v',
  minutes: 'b',
  sort: 's',
  find: '/',
  pauseOne: 'd',
  extendOne: 'l',
  device: 'x',
  reopen: 'r',
  needs: 'k',
  collectOne: 'o',
  seen: 'e',
  undo: 'z',
  close: 'Escape',
  help: '?',
} as const;

export type Verb = keyof typeof KEYS;
const BY_KEY = new Map<string, Verb>(Object.entries(KEYS).map(([verb, key]) => [key, verb as Verb]));
/** These are about one learner: they wait until one is chosen. */
export const OF_ONE: readonly Verb[] = [
  'pauseOne',
  'extendOne',
  'device',
  'reopen',
  'needs',
  'collectOne',
  'seen',
];

export function verbOf(event: KeyboardEvent, chosen: boolean): Verb | undefined {
  // Escape closes a panel from inside a field as well, but never ends the writing of a Vietnamese letter.
  if (event.key === 'Escape') return event.isComposing || event.defaultPrevented ? undefined : 'close';
  if (!isCommand(event) || event.repeat) return undefined;
  const verb = BY_KEY.get(event.key.length === 1 ? event.key.toLowerCase() : event.key);
  return verb && OF_ONE.includes(verb) && !chosen ? undefined : verb;
}

/** Where an arrow leads in a grid of so many columns; undefined leaves the key to the browser. */
export function stepOf(key: string, at: number, columns: number, count: number): number | undefined {
  const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[key];
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (by === undefined) return undefined;
  const next = at + by;
  return next < 0 || next >= count ? at : next;
}
