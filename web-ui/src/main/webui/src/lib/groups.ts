import type { Group } from '$api/types';
import { createQuery } from '@tanstack/svelte-query';
import { get } from './http';
import { queryClient } from './queries';

/** The groups that the caller may give something to; pages that can do without them go on when they do not come. */
export const groupsOfMine = () =>
  createQuery(
    () => ({
      queryKey: ['groups'],
      queryFn: ({ signal }: { signal: AbortSignal }) => get<Group[]>('/api/lms/groups', { signal }),
      retry: false,
    }),
    () => queryClient,
  );

/** Those with somebody among these people. */
export const among = (groups: readonly Group[] | undefined, people: readonly string[]): Group[] =>
  (groups ?? []).filter((group) => group.members.some((one) => people.includes(one.id)));

/** Those of the rows whose person is in the group; all where none is chosen. */
export const inGroup = <R>(rows: readonly R[], group: Group | undefined, idOf: (row: R) => string): R[] =>
  group === undefined
    ? [...rows]
    : rows.filter((row) => group.members.some((member) => member.id === idOf(row)));
