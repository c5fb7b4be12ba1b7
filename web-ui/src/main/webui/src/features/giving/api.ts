import type {
  Assignment,
  AssignmentChange,
  ClassPage,
  ClassRow,
  DecisionWish,
  Group,
  Need,
  NeedWish,
  NewAssignment,
  Paper,
  StandingNeed,
} from '$api/types';
import { get, patch, post, put, remove } from '$lib/http';

const BASE = '/api/assessment';
type Asked = { signal: AbortSignal };

export const paperOf = (id: string, { signal }: Asked) => get<Paper>(`${BASE}/papers/${id}`, { signal });
export const classRows = ({ signal }: Asked) => get<ClassRow[]>('/api/lms/classes', { signal });
export const classOf = (id: string, { signal }: Asked) =>
  get<ClassPage>(`/api/lms/classes/${id}`, { signal });
export const groups = ({ signal }: Asked) => get<Group[]>('/api/lms/groups', { signal });
export const makeGroup = (wish: { name: string; classId: string; personIds: string[] }) =>
  post<Group>('/api/lms/groups', wish);
export const assign = (wish: NewAssignment) => post<{ id: string }>(`${BASE}/assignments`, wish);
export const assignmentOf = (id: string, { signal }: Asked) =>
  get<Assignment>(`${BASE}/assignments/${id}`, { signal });
export const change = (id: string, wish: AssignmentChange) =>
  patch<Assignment>(`${BASE}/assignments/${id}`, wish);
export const decide = (id: string, wish: DecisionWish) =>
  put<Assignment>(`${BASE}/assignments/${id}/decision`, wish);
export const needsOf = (id: string, { signal }: Asked) =>
  get<Need[]>(`${BASE}/assignments/${id}/needs`, { signal });
export const grant = (id: string, learner: string, wish: NeedWish) =>
  put<unknown>(`${BASE}/assignments/${id}/needs/${learner}`, wish);
export const ungrant = (id: string, learner: string) =>
  remove<unknown>(`${BASE}/assignments/${id}/needs/${learner}`);
export const standingOf = (learner: string) => get<StandingNeed>(`${BASE}/learners/${learner}/needs`);
export const stand = (learner: string, wish: StandingNeed) =>
  put<StandingNeed>(`${BASE}/learners/${learner}/needs`, wish);
/** Who watches the room besides those who lead the assignment. */
export const watchersOf = (id: string, { signal }: Asked) =>
  get<{ invigilators: string[] }>(`${BASE}/assignments/${id}/room`, { signal });
export const nameWatchers = (id: string, personIds: string[]) =>
  put<unknown>(`${BASE}/assignments/${id}/invigilators`, { personIds });
/** Where the school's server sees this device. */
export const here = ({ signal }: Asked) => get<{ address?: string }>('/api/session', { signal });
export const namesOf = (ids: string[]) =>
  post<{ id: string; name: string }[]>('/api/lms/people/names', { ids });
