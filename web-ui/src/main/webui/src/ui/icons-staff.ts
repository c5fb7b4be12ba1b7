/** Drawings that no pupil's page needs; see `icons.ts`. */
export const STAFF_ICONS = {
  'add-time': '<path d="M20 11a8.5 8.5 0 1 0-7.5 9.45M12 7v5l2.5 1.6M18.5 15v6M15.5 18h6"/>',
  bell: '<path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4"/>',
  chart: '<path d="M4 4v16h16M8.5 16v-4M13 16V8M17.5 16v-6"/>',
  chat: '<path d="M4 5.5h16v11h-9l-4.5 4v-4H4z"/>',
  down: '<path d="m5 9 7 7 7-7"/>',
  download: '<path d="M12 4v11M7.500 11 12 15.500 16.500 11M4.500 19.500h15"/>',
  eye: '<path d="M2.5 12C4.5 8 8 6 12 6s7.5 2 9.5 6c-2 4-5.5 6-9.5 6s-7.5-2-9.5-6z"/><circle cx="12" cy="12" r="2.75"/>',
  file: '<path d="M6 3.5h8l4.5 4.5V19a1.5 1.5 0 0 1-1.5 1.5H6.5A1.5 1.5 0 0 1 5 19V4.5a1 1 0 0 1 1-1zM14 3.5V8h4.5"/>',
  filter:
    '<path d="M4 7h10M18 7h2M4 17h2M10 17h10"/><circle cx="16" cy="7" r="2"/><circle cx="8" cy="17" r="2"/>',
  flask:
    '<path d="M9.5 3.5h5M10.5 3.5v6L5 18.5a1.4 1.4 0 0 0 1.2 2h11.6a1.4 1.4 0 0 0 1.2-2L13.5 9.5v-6M7.8 14.5h8.4"/>',
  globe:
    '<circle cx="12" cy="12" r="8.5"/><path d="M3.500 12h17M12 3.500c2.500 2.300 3.700 5.200 3.700 8.500s-1.200 6.200-3.700 8.500c-2.500-2.300-3.700-5.200-3.700-8.500s1.200-6.200 3.700-8.500z"/>',
  grip: '<path d="M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01" stroke-width="2.75"/>',
  link: '<path d="M10 14a4 4 0 0 0 5.700 0l3-3a4 4 0 0 0-5.700-5.700l-1 1M14 10a4 4 0 0 0-5.700 0l-3 3a4 4 0 0 0 5.700 5.700l1-1"/>',
  menu: '<path d="M4 7h16M4 12h16M4 17h16"/>',
  moon: '<path d="M19.500 14.500A8 8 0 0 1 9.500 4.500a8 8 0 1 0 10 10z"/>',
  more: '<path d="M5.5 12h.01M12 12h.01M18.5 12h.01" stroke-width="3"/>',
  pause: '<path d="M8.5 5.5v13M15.5 5.5v13" stroke-width="2.5"/>',
  plus: '<path d="M12 5v14M5 12h14"/>',
  print: '<path d="M7 8.500V4h10v4.500M7 17H4.500v-8h15v8H17M7 14.500h10v5.500H7z"/>',
  qr: '<rect x="4" y="4" width="6" height="6" rx="1"/><rect x="14" y="4" width="6" height="6" rx="1"/><rect x="4" y="14" width="6" height="6" rx="1"/><path d="M14 14h2.5v2.5M20 14v6h-6M17 20v-.01"/>',
  search: '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>',
  send: '<path d="M20.5 3.5 3.5 10l7 3.5 3.5 7zM10.5 13.5 20.5 3.5"/>',
  sun: '<circle cx="12" cy="12" r="3.75"/><path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.600 5.600 7 7M17 17l1.400 1.400M18.400 5.600 17 7M7 17l-1.400 1.400"/>',
  trash: '<path d="M4.500 6.500h15M9 6.500v-2h6v2M6.500 6.500l.8 13h9.400l.8-13M10 10v6M14 10v6"/>',
  undo: '<path d="M8.5 5 4 9.5 8.5 14M4.5 9.5H14a5.5 5.5 0 0 1 0 11h-3"/>',
  up: '<path d="m5 15 7-7 7 7"/>',
  upload: '<path d="M12 15.500v-11M7.500 9 12 4.500 16.500 9M4.500 19.500h15"/>',
} as const;
