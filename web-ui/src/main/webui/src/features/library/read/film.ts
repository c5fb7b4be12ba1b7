export const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 2];
const MADE = ['VIDEO_480', 'VIDEO_720'] as const;
export type Version = (typeof MADE)[number] | 'full';

/** The lightest first; the file itself stands last. */
export function versionsOf(renditions: readonly string[]): Version[] {
  return [...MADE.filter((one) => renditions.includes(one)), 'full'];
}

/** What a phone or a weak line begins with; everything else begins with the clearest that was made for the web. */
export function lighter(versions: readonly Version[]): Version {
  const made = versions.filter((one) => one !== 'full');
  const line = (navigator as { connection?: { saveData?: boolean; effectiveType?: string } }).connection;
  const weak = line?.saveData === true || /2g|3g/.test(line?.effectiveType ?? '') || innerWidth < 720;
  return (weak ? made[0] : made.at(-1)) ?? 'full';
}

export function faster(now: number, by: 1 | -1): number {
  return SPEEDS[SPEEDS.indexOf(now) + by] ?? now;
}

export const trackOf = (fileId: string) => `/api/content/files/${fileId}/subtitles`;
