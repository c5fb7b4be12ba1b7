import type { Role } from '$api/types';

/** Who may write announcements. */
export const announces = (roles: readonly Role[]): boolean =>
  roles.some((role) => role === 'TEACHER' || role === 'HEAD' || role === 'ADMIN');
