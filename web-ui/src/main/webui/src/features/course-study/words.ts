import type {
  ConditionStanding,
  CourseRules,
  LessonCondition,
  LessonDates,
  LessonGate,
  LessonRules,
} from '$api/types';
import { capital } from '$lib/format';
import { dayOf } from '$lib/study-words';
import { t } from './messages';

export const USUAL: LessonCondition[] = [{ kind: 'viewed' }];

/** What a teacher has said of a lesson or a section, one sentence a line. */
export function gateWords(gate: LessonGate, rules: CourseRules): string[] {
  const after =
    gate.needs.length === 0 ? [] : [t.after(gate.needs.map((one) => `“${titleOf(one, rules)}”`).join(', '))];
  return [...after, ...gate.openings.map((one) => datesWords(one, rules))];
}

export function conditionWords(lesson: LessonRules): string {
  if (lesson.usual) return t.usual;
  const titles = new Map(lesson.blocks.map((one) => [one.id, one.title]));
  return t.doneWhen(
    lesson.conditions
      .map((one) => {
        if (one.kind === 'viewed') return t.viewed.toLocaleLowerCase('vi');
        if (one.kind === 'minutes') return t.minutes(one.minutes);
        const title = titles.get(one.block) ?? '';
        return one.kind === 'score' ? t.score(one.percent, title) : t.handIn(title);
      })
      .join(', '),
  );
}

function datesWords(one: LessonDates, rules: CourseRules): string {
  const said = [
    one.opensAt && t.from(dayOf(one.opensAt)),
    one.until && (one.closes ? t.closing : t.until)(dayOf(one.until)),
    one.waived && t.waivedShort,
  ].filter(Boolean);
  const what = said.length === 0 ? t.noDates : said.join(', ');
  return one.classId || one.learnerId ? t.forWhom(whom(one, rules), what) : capital(what);
}

export function whom(one: { classId: string | null; learnerId: string | null }, rules: CourseRules): string {
  if (one.classId) return rules.classes.find((each) => each.id === one.classId)?.name ?? '';
  if (!one.learnerId) return t.forAll;
  const all = rules.classes.flatMap((each) => each.learners);
  return all.find((each) => each.id === one.learnerId)?.name ?? '–';
}

export function titleOf(
  need: { lessonId: string | null; sectionId: string | null },
  rules: CourseRules,
): string {
  const section = rules.sections.find((one) => one.id === need.sectionId);
  const lessons = rules.sections.flatMap((one) => one.lessons);
  return section?.title ?? lessons.find((one) => one.id === need.lessonId)?.title ?? '';
}

/** What finishing a lesson still takes. */
export function missingWords(one: ConditionStanding): string {
  const n = one.soFar ?? 0;
  if (one.kind === 'viewed') return t.missViewed(n, one.wanted);
  if (one.kind === 'minutes') return t.missMinutes(n, one.wanted);
  if (one.kind === 'handedIn') return t.missHandIn;
  return one.soFar === null ? t.missNoScore : t.missScore(n, one.wanted);
}
