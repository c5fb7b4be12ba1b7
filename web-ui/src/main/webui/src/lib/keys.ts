/** Whether a key may be taken as a command: never while composing Vietnamese, never inside something that is typed in. */
export function isCommand(event: KeyboardEvent): boolean {
  if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return false;
  if (event.ctrlKey || event.altKey || event.metaKey) return false;
  const target = event.target;
  if (!(target instanceof HTMLElement)) return true;
  return (
    !target.isContentEditable &&
    !target.matches('input:not([type=radio]):not([type=checkbox]), textarea, select, [role=textbox]')
  );
}

/** Enter that really means enter: not the one that ends a composition. */
export function isEnter(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && !event.isComposing && event.keyCode !== 229;
}
