import type { ShownKey } from '$api/types';

interface Key {
  choice?: string;
  statements?: Record<string, boolean | undefined>;
  texts?: string[];
}

/** The key of any form, whatever shape it came in; undefined when answers were not opened. */
export function keyOf(key: ShownKey | null): Key | undefined {
  if (key === null) return undefined;
  if (typeof key === 'string') return { choice: key, texts: [key] };
  if (Array.isArray(key)) return { texts: key };
  if ('choice' in key && typeof key.choice === 'string') return { choice: key.choice };
  if ('statements' in key && typeof key.statements === 'object') return { statements: key.statements };
  if ('keys' in key && Array.isArray(key.keys)) return { texts: key.keys };
  if ('text' in key && typeof key.text === 'string') return { texts: [key.text] };
  return { statements: key as Record<string, boolean> };
}
