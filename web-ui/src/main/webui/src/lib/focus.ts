/**
 * `{@attach focusNow}`: the field somebody just asked for. The browser's own `autofocus` does nothing while
 * something else has the focus, as the button that was pressed has.
 */
export function focusNow(field: HTMLElement): void {
  requestAnimationFrame(() => field.focus());
}

/** On a phone what was chosen stands below the list that it was chosen in: it comes into sight, each time another is. */
export const chosenInSight = (chosen: string | undefined) => (part: HTMLElement) => {
  if (chosen !== undefined && matchMedia('(max-width: 899px)').matches) part.scrollIntoView();
};
