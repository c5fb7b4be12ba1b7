/** What keeps a learner outside for now, and what he or the invigilator can do about it. */
export const DOORS = new Set([
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
