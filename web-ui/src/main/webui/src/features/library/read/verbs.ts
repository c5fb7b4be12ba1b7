import { isCommand } from '$lib/keys';

/** Does what a key stands for, unless somebody is typing or moves among tabs. */
export function act(event: KeyboardEvent, verbs: Readonly<Record<string, () => void>>): void {
  if (!isCommand(event) || (event.target as Element | null)?.closest?.('[role=tablist]')) return;
  const verb = verbs[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!verb) return;
  event.preventDefault();
  verb();
}
