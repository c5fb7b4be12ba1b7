import { Problem, Unreachable } from '$lib/http';

/** What keeps a learner outside for now, and what he or the invigilator can do about it. */
const DOORS = new Set([
  'passcode-needed',
  'passcode-wrong',
  'passcode-wait',
  'address-not-allowed',
  'safe-browser-needed',
  'sitting-on-another-device',
  'attempts-used-up',
  'assignment-awaits-decision',
]);

export interface Door {
  slug: string;
  why: string;
  more: Readonly<Record<string, unknown>>;
}

export const NO_PASSCODE: Door = { slug: 'passcode-needed', why: '', more: {} };

/** Who gave no passcode yet was not wrong. */
export function doorOf(thrown: unknown, gavePasscode: boolean): Door | undefined {
  if (!(thrown instanceof Problem) || !DOORS.has(thrown.slug)) return undefined;
  if (thrown.slug === 'passcode-wrong' && !gavePasscode) return NO_PASSCODE;
  return { slug: thrown.slug, why: thrown.title, more: thrown.more };
}

/** The school did not say anything of the learner or his work: then this device goes on alone. */
export const isSilence = (thrown: unknown): boolean =>
  thrown instanceof Unreachable || (thrown instanceof Problem && thrown.status >= 500);
