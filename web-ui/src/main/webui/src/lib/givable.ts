import type { Role } from '$api/types';
import { get } from './http';

/** The roles that the caller may give and take; officers are made at the first school only. */
export const givableRoles = (signal?: AbortSignal) =>
  get<Role[]>('/api/lms/people/roles', signal ? { signal } : {});

/** Those of a page, in its order; before the school has answered, without what only some may give. */
export const offeredOf = (ours: readonly Role[], givable: readonly Role[] | undefined): Role[] =>
  ours.filter((role) => (givable ? givable.includes(role) : role !== 'OFFICER'));
