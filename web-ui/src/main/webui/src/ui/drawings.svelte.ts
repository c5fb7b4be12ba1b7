import { ICONS, type IconName } from './icons';

let known = $state.raw<Partial<Record<IconName, string>>>(ICONS);
let asked = false;

/** The strokes of an icon; empty for a moment where it is one of the staff's and they are still on their way. */
export function drawingOf(name: IconName): string {
  const found = known[name];
  if (found === undefined && !asked) {
    asked = true;
    import('./icons-staff').then(
      ({ STAFF_ICONS }) => (known = { ...ICONS, ...STAFF_ICONS }),
      () => (asked = false),
    );
  }
  return found ?? '';
}
