import type { Entry } from '$api/types';
import { isEnglish } from './words';

/** How entries of the mark book look: the comma of Vietnam, and Đ for what is kept as D. */
export function shownMark(entry: Entry, value: string): string {
  switch (entry) {
    case 'SCORE':
    case 'WHOLE':
      return isEnglish ? value : value.replace('.', ',');
    case 'PASS':
    case 'TRAIT':
    case 'CONDUCT':
      return value.replace('D', 'Đ');
    default:
      return value;
  }
}

/** An average always has its one decimal: 8,0. */
export function shownAverage(value: number): string {
  return isEnglish ? value.toFixed(1) : value.toFixed(1).replace('.', ',');
}
