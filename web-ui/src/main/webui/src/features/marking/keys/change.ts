import type { Content, KeyChange } from '$api/types';

/** What a teacher may say of a question's key after the paper was taken. */
export interface Draft {
  kind: KeyChange['kind'];
  key: string | null;
  statements: Record<string, boolean | null>;
  keys: string[];
}

export function draftOf(content: Content): Draft {
  return {
    kind: 'CORRECT',
    key: content.form === 'SINGLE_CHOICE' ? content.key : null,
    statements:
      content.form === 'TRUE_FALSE_GROUP'
        ? Object.fromEntries(content.statements.map((one) => [one.id, one.key]))
        : {},
    keys: content.form === 'SHORT_ANSWER' ? content.keys : [],
  };
}

/** What to send; undefined when nothing would change, or something is missing. */
export function changeOf(content: Content, draft: Draft): KeyChange | undefined {
  if (draft.kind !== 'CORRECT') return { kind: draft.kind };
  switch (content.form) {
    case 'SINGLE_CHOICE':
      return draft.key === null || draft.key === content.key
        ? undefined
        : { kind: 'CORRECT', content: { key: draft.key } };
    case 'TRUE_FALSE_GROUP': {
      const statements = content.statements.flatMap((one) => {
        const key = draft.statements[one.id] ?? null;
        return key === null || key === one.key ? [] : [{ id: one.id, key }];
      });
      return statements.length === 0 ? undefined : { kind: 'CORRECT', content: { statements } };
    }
    case 'SHORT_ANSWER': {
      const keys = draft.keys.map((one) => one.trim()).filter((one) => one !== '');
      const same = keys.length === content.keys.length && keys.every((one, i) => one === content.keys[i]);
      return keys.length === 0 || same ? undefined : { kind: 'CORRECT', content: { keys } };
    }
    case 'ESSAY':
      return undefined;
  }
}
