import type { Role, StaffRow } from '$api/types';
import { get } from './http';
import { locale } from './words';

/** Who works at the school, for choosing among colleagues. */
export const staffQuery = {
  queryKey: ['staff'],
  queryFn: ({ signal }: { signal: AbortSignal }) => get<StaffRow[]>('/api/lms/people/staff', { signal }),
  staleTime: 300_000,
};

const ROLES: Partial<Record<Role, [vi: string, en: string]>> = {
  TEACHER: ['Giáo viên', 'Teacher'],
  HEAD: ['Ban giám hiệu', 'Head'],
  ADMIN: ['Quản trị', 'Administrator'],
  LIBRARIAN: ['Thư viện', 'Librarian'],
  OFFICER: ['Cán bộ quản lí', 'Officer'],
};

/** What somebody does at the school, in words: "Giáo viên, Thư viện". */
export const worksAs = (roles: readonly Role[]): string =>
  roles.flatMap((role) => ROLES[role]?.[locale === 'en' ? 1 : 0] ?? []).join(', ');

/** Letters as one types them in a hurry: without marks, in lower case. */
export const plainLetters = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().trim();

/** Those whose name has every word of what was typed; those whose given name begins with it come first. */
export function staffLike<P extends { name: string }>(all: readonly P[], typed: string): P[] {
  const words = plainLetters(typed).split(/\s+/).filter(Boolean);
  const given = (one: P) => plainLetters(one.name).split(/\s+/).at(-1) ?? '';
  const first = (one: P) => Number(words.length > 0 && given(one).startsWith(words.at(-1) ?? ''));
  return all
    .filter((one) => {
      const name = ` ${plainLetters(one.name)}`;
      return words.every((word) => name.includes(` ${word}`));
    })
    .sort((a, b) => first(b) - first(a) || given(a).localeCompare(given(b), 'vi'));
}
