import type { Section } from '$api/types';

/** A lesson put before the one at this place, in its own or in another section. */
export function placed(sections: readonly Section[], lesson: string, section: string, at: number): Section[] {
  const one = sections.flatMap((each) => each.lessons).find((each) => each.id === lesson);
  if (!one) return [...sections];
  return sections.map((each) => {
    const was = each.lessons.findIndex((other) => other.id === lesson);
    const lessons = each.lessons.filter((other) => other.id !== lesson);
    if (each.id === section) lessons.splice(was >= 0 && was < at ? at - 1 : at, 0, one);
    return { ...each, lessons };
  });
}

/** One place up or down, over the edge of the section into the next. */
export function stepped(sections: readonly Section[], lesson: string, by: 1 | -1): Section[] {
  const from = sections.findIndex((each) => each.lessons.some((one) => one.id === lesson));
  const here = sections[from];
  if (!here) return [...sections];
  const at = here.lessons.findIndex((one) => one.id === lesson);
  const inside = at + by >= 0 && at + by < here.lessons.length;
  if (inside) return placed(sections, lesson, here.id, by === 1 ? at + 2 : at - 1);
  const next = sections[from + by];
  return next ? placed(sections, lesson, next.id, by === 1 ? 0 : next.lessons.length) : [...sections];
}

export function sectionStepped(sections: readonly Section[], id: string, by: 1 | -1): Section[] {
  const at = sections.findIndex((one) => one.id === id);
  const to = at + by;
  if (at < 0 || to < 0 || to >= sections.length) return [...sections];
  const next = [...sections];
  const [one] = next.splice(at, 1);
  if (one) next.splice(to, 0, one);
  return next;
}

export const outlineOf = (sections: readonly Section[]) =>
  sections.map(({ id, lessons }) => ({ id, lessons: lessons.map((one) => one.id) }));
