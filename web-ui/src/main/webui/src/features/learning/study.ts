import { path } from '$lib/http';
import { getContext, setContext } from 'svelte';

/** Where the pages of a pupil are read from, and where they lead. */
export interface Study {
  course: (id: string) => string;
  lesson: (id: string) => string;
  tasks: (lesson: string) => string;
  toCourse: (id: string) => string;
  toLesson: (id: string) => string;
  /** A teacher looks at them: nothing is sent or kept, and what would do so is shut. */
  trial: boolean;
}

const OWN: Study = {
  course: (id) => `/api/lms/courses/${id}`,
  lesson: (id) => `/api/lms/lessons/${id}`,
  tasks: (lesson) => `/api/lms/lesson-tasks/${lesson}`,
  toCourse: (id) => `/mon-hoc/${id}`,
  toLesson: (id) => `/bai/${id}`,
  trial: false,
};

/** Through whose eyes a preview looks. */
export interface Eyes {
  courseId: string;
  /** Of this lesson the draft. */
  draftOf?: string | undefined;
  /** `lop`, `em` and whatever else goes along from page to page. */
  query: Record<string, string>;
}

/** The same pages for a teacher: what a pupil of a class would get. */
export function trialOf({ courseId, draftOf, query }: Eyes): Study {
  const base = `/api/lms/course-previews/${courseId}`;
  const asked = { class: query['lop'] ?? '', as: query['em'] ?? '' };
  const kept = Object.fromEntries(Object.entries(query).filter(([name]) => name !== 'nhap'));
  return {
    course: () => path(base, asked),
    lesson: (id) => path(`${base}/lessons/${id}`, { ...asked, draft: id === draftOf ? 'true' : '' }),
    tasks: (lesson) => path(`/api/lms/task-previews/${lesson}`, asked),
    toCourse: (id) => path(`/xem-thu/${id}`, kept),
    toLesson: (id) => path(`/xem-thu/${courseId}/${id}`, kept),
    trial: true,
  };
}

const KEY = 'study';

/** For all components below. */
export const lookThrough = (study: Study) => setContext(KEY, study);

/** In a component: a pupil's own, unless a page above said otherwise. */
export const study = () => getContext<Study | undefined>(KEY) ?? OWN;
