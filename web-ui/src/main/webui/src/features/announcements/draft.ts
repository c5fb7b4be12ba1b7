import type { Role } from '$api/types';
import { freshId } from '$lib/fresh-id';
import type { Typed } from './typed';

/** An announcement that is being written. It lies on the device under its writer's name until it is sent. */
export interface Draft {
  /** The same however often it is tried. */
  key: string;
  school: boolean;
  classIds: string[];
  roles: Role[];
  typed: Typed;
}

const keyOf = (person: string) => `lopmo.announcement.${person}`;

export const emptyDraft = (): Draft => ({
  key: freshId(),
  school: false,
  classIds: [],
  roles: ['STUDENT'],
  typed: { title: '', text: '', endsOn: '' },
});

export function keptDraft(person: string): Draft | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(person)) ?? 'null') as Draft | null;
    return typeof kept?.key === 'string' && typeof kept.typed.text === 'string' ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Nothing typed is nothing to keep. */
export function keepDraft(person: string, draft: Draft | undefined): void {
  try {
    if (draft === undefined || (draft.typed.title === '' && draft.typed.text === ''))
      localStorage.removeItem(keyOf(person));
    else localStorage.setItem(keyOf(person), JSON.stringify(draft));
  } catch {
    // The page still has it.
  }
}
