/**
 * `{@attach focusNow}`: the field somebody just asked for. The browser's own `autofocus` does nothing while
 * something else has the focus, as the button that was pressed has.
 */
export function focusNow(field: HTMLElement): void {
  requestAnimationFrame(() => field.focus());
}
