import type { Opening, PackageItem } from '../lib/packages';
import { Course, type Part } from './course';
import { address, makeFrame } from './frame';
import type { Runtime, Tell } from './main';

/** One part that is being played, by one of the two editions of SCORM. */
export interface Sitting {
  /** What the part's pages look for in the windows above them. */
  api: unknown;
  read(): Part;
  /** The part has ended itself; what it asked for comes next: `continue`, `previous`, `exit`, an item's id, or nothing. */
  ended: boolean;
  wish: string;
}

export interface Edition {
  name: 'API' | 'API_1484_11';
  sit(item: PackageItem, kept: Part | undefined, changed: () => void): Sitting;
}

/** Plays a SCORM course: one part after the other in one frame, under a runtime that is made anew for each. */
export function playScorm(opening: Opening, tell: Tell, edition: Edition): Runtime {
  const course = new Course(opening);
  const frame = makeFrame();
  let sitting: Sitting | undefined;
  let at: PackageItem | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const keep = () => {
    clearTimeout(waiting);
    waiting = undefined;
    tell({ lopmo: 'keep', state: course.state(), ...course.outcome() });
    if (at) tell({ lopmo: 'at', item: at.id, parts: course.standings() });
  };

  /** A page sets ten values in a row: they are told together, but at once. */
  const soon = () => {
    waiting ??= setTimeout(keep, 0);
  };

  const follow = (item: PackageItem, wish: string) => {
    const next =
      wish === 'continue'
        ? course.beside(item, 1)
        : wish === 'previous'
          ? course.beside(item, -1)
          : course.item(wish);
    if (next) open(next);
    else if (/^(exit|suspend|abandon)/.test(wish)) tell({ lopmo: 'ended' });
  };

  const changed = (item: PackageItem, one: Sitting) => {
    course.keep(item, one.read());
    if (!one.ended) return soon();
    keep();
    if (one === sitting && one.wish !== '') setTimeout(() => follow(item, one.wish), 0);
  };

  function open(item: PackageItem): void {
    at = item;
    course.arriveAt(item);
    if (item.sco) {
      const one: Sitting = edition.sit(item, course.kept(item), () => changed(item, one));
      sitting = one;
      (window as unknown as Record<string, unknown>)[edition.name] = one.api;
    } else {
      sitting = undefined;
      course.keep(item, { data: {}, completed: true, passed: null, score: null });
    }
    frame.src = address(item.href ?? '');
    keep();
  }

  const first = course.first();
  if (!first) throw new Error('a course without parts');
  open(first);
  return {
    go: (id) => {
      const item = course.item(id);
      if (item && item !== at && course.isOpen(item)) open(item);
    },
    close: () => {
      frame.remove(); // its pages say their last word while they go
      keep();
    },
  };
}
