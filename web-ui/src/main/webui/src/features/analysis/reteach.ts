import type { Block, CoursePage, Draft, Hit, LessonState } from '$api/types';
import { plainLetters } from '$lib/staff';

/** A lesson that a material can be put into. */
export interface LessonChoice {
  id: string;
  title: string;
  section: string;
  course: string;
  state: LessonState;
  likely: number;
}

const words = (text: string) =>
  new Set(
    plainLetters(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((one) => one.length > 1),
  );

/** How much of a topic a title speaks of, 0 to 1. */
export function likeness(topic: string, title: string): number {
  const asked = words(topic);
  const said = words(title);
  return asked.size === 0 ? 0 : [...asked].filter((word) => said.has(word)).length / asked.size;
}

/** A course that these classes are taught comes before one of other classes. */
export function coursesFor<C extends { subject: string; classes: { id: string }[] }>(
  courses: readonly C[],
  subject: string | undefined,
  classIds: readonly string[],
): C[] {
  const same = courses.filter((one) => subject === undefined || one.subject === subject);
  const taught = (one: C) => Number(one.classes.some(({ id }) => classIds.includes(id)));
  return [...(same.length > 0 ? same : courses)].sort((a, b) => taught(b) - taught(a));
}

/** Every lesson that may be written in, in the order of the courses. */
export const lessonsOf = (courses: readonly CoursePage[], topic: string): LessonChoice[] =>
  courses
    .filter((course) => course.mayEdit)
    .flatMap((course) =>
      course.sections.flatMap((section) =>
        section.lessons.map(({ id, title, state }) => ({
          id,
          title,
          state,
          section: section.title,
          course: course.title,
          likely: Math.max(likeness(topic, title), likeness(topic, section.title) * 0.6),
        })),
      ),
    );

/** The few lessons that speak of it most; the last ones, when none does: there one is likely to be. */
export function suggested(lessons: readonly LessonChoice[], many = 3): LessonChoice[] {
  const likely = lessons
    .filter((one) => one.likely >= 0.3)
    .sort((a, b) => b.likely - a.likely)
    .slice(0, many);
  return likely.length > 0 ? likely : lessons.slice(-many).reverse();
}

/** The draft with the material at its end; undefined when it has it already. */
export function withMaterial(draft: Draft, hit: Hit, id: string): Block[] | undefined {
  if (draft.blocks.some((one) => one.kind === 'material' && one.materialId === hit.id)) return undefined;
  const { version, title, type } = hit;
  return [...draft.blocks, { id, kind: 'material', materialId: hit.id, version, title, type, note: null }];
}
