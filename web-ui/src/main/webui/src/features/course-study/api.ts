import type { CourseRules, CourseStanding, LessonCondition, LessonGate } from '$api/types';
import { get, post, put } from '$lib/http';

const BASE = '/api/lms';

export const rulesOf = (course: string, signal: AbortSignal) =>
  get<CourseRules>(`${BASE}/course-rules/${course}`, { signal });
export const sayOfLesson = (
  course: string,
  lesson: string,
  rule: LessonGate & { conditions: LessonCondition[] },
) => put<unknown>(`${BASE}/course-rules/${course}/lessons/${lesson}`, rule);
export const sayOfSection = (course: string, section: string, gate: LessonGate) =>
  put<unknown>(`${BASE}/course-rules/${course}/sections/${section}`, gate);
export const standingOf = (course: string, signal: AbortSignal) =>
  get<CourseStanding>(`${BASE}/course-standing/${course}`, { signal });
export const remind = (course: string, learnerIds: string[], text: string) =>
  post<{ reminded: string[] }>(
    `${BASE}/course-reminders/${course}`,
    { learnerIds, text },
    { keepalive: true },
  );
