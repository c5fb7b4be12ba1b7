/**
 * Our own drawings on a 24 px grid, 1.75 px strokes, round ends. One line an icon. These are what a pupil's first look
 * and a paper without a network need, and come with them; all others are in `icons-staff.ts`, which is asked for when
 * one of them is first drawn.
 */
import type { STAFF_ICONS } from './icons-staff';

export const ICONS = {
  alert: '<path d="M12 4 2.8 19.5h18.4zM12 10v4.5M12 17h.01"/>',
  back: '<path d="M19.500 12h-15M11 5.500 4.500 12l6.500 6.500"/>',
  bell: '<path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4"/>',
  book: '<path d="M12 6.5C10 5 7 4.5 3.5 4.5v13c3.5 0 6.5.5 8.5 2 2-1.5 5-2 8.5-2v-13C17 4.5 14 5 12 6.5zM12 6.5v13"/>',
  calendar:
    '<rect x="4" y="5.5" width="16" height="14.5" rx="1.5"/><path d="M4 10h16M8.5 3.5v4M15.5 3.5v4M8 14h.01M12 14h.01M16 14h.01M8 17h.01M12 17h.01"/>',
  cells:
    '<rect x="3.25" y="16" width="4.5" height="4.5" rx=".75"/><rect x="9.75" y="16" width="4.5" height="4.5" rx=".75"/><rect x="9.75" y="9.75" width="4.5" height="4.5" rx=".75"/><rect x="16.25" y="16" width="4.5" height="4.5" rx=".75"/><rect x="16.25" y="9.75" width="4.5" height="4.5" rx=".75"/><rect x="16.25" y="3.5" width="4.5" height="4.5" rx=".75"/>',
  check: '<path d="m5 12.5 4.5 4.5L19 7.5"/>',
  'check-o': '<circle cx="12" cy="12" r="8.5"/><path d="m8 12.3 2.8 2.7 5.2-5.5"/>',
  clock: '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.25 2"/>',
  cloud:
    '<path d="M7 18.5a4.5 4.5 0 0 1-.4-9A6 6 0 0 1 18 10.3a4.1 4.1 0 0 1-.5 8.2z"/><path d="m9 13.8 2.2 2.2 4-4.2"/>',
  device: '<rect x="6.5" y="3" width="11" height="18" rx="2"/><path d="m9.3 11.8 1.9 1.9 3.5-3.7M11 18h2"/>',
  flag: '<path d="M6 21V4M6 4.5h11l-2 4 2 4H6"/>',
  go: '<path d="M4.5 12h15M13 5.5l6.5 6.5-6.5 6.5"/>',
  home: '<path d="M4 11.5 12 4l8 7.5V19a1 1 0 0 1-1 1h-4.5v-6h-5v6H5a1 1 0 0 1-1-1z"/>',
  info: '<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5M12 8h.01"/>',
  keyboard:
    '<rect x="3" y="6.5" width="18" height="11" rx="1.5"/><path d="M6.500 10h.01M10 10h.01M14 10h.01M17.500 10h.01M8 14h8"/>',
  left: '<path d="m15 5-7 7 7 7"/>',
  lock: '<rect x="5" y="10.5" width="14" height="9.5" rx="1.5"/><path d="M8 10.500V8a4 4 0 0 1 8 0v2.500"/>',
  pencil:
    '<path d="M4.5 19.5 5.5 15 16.5 4a1.8 1.8 0 0 1 2.5 0l1 1a1.8 1.8 0 0 1 0 2.5L9 18.5zM14.5 6l3.5 3.5"/>',
  quiz: '<path d="M3.5 6.5 5 8l2.5-3M3.5 17 5 18.5l2.5-3M11 6.8h9.5M11 17.3h9.5M11 12h6"/>',
  right: '<path d="m9 5 7 7-7 7"/>',
  ring: '<circle cx="12" cy="12" r="7"/>',
  sheet:
    '<rect x="5" y="3.5" width="14" height="17" rx="1.5"/><path d="M8.5 8h.01M8.5 12h.01M8.5 16h.01" stroke-width="2.75"/><path d="M12 8h4M12 12h4M12 16h4"/>',
  shelf: '<path d="M5 4v13M9 4v13M13 5l3.5 12M3 20h18M5 4h4M5 17h4M13 5l3-.8 3.5 12.3-3 .8"/>',
  sync: '<path d="M20 12a8 8 0 0 1-14.25 5M4 12a8 8 0 0 1 14.25-5M18.5 3.5V7H15M5.5 20.5V17H9"/>',
  task: '<path d="M6.500 4.500h11v16h-11zM9.500 4.500v-1.500h5v1.500M9.500 10h5M9.500 14h5"/>',
  text: '<path d="M5 6.5h14M12 6.5V19M5 6.5V9M19 6.5V9M9.5 19h5"/>',
  'wifi-off':
    '<path d="M3.5 3.5l17 17M12 18.8h.01M8.6 15.3a5 5 0 0 1 6.3-.4M5.3 11.7a9.8 9.8 0 0 1 4-2.3M13.5 8.9a9.8 9.8 0 0 1 5.2 2.8M2.3 8.3A14 14 0 0 1 6 5.9M10.8 4.7a14.3 14.3 0 0 1 10.9 3.6"/>',
  x: '<path d="m6 6 12 12M18 6 6 18"/>',
} as const;

export type IconName = keyof typeof ICONS | keyof typeof STAFF_ICONS;
