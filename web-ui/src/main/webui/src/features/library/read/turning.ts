const FAR = 60;

/** Turns pages by a swipe, but not where the finger moves a wide table or formula, or selects words. */
export function swiped(node: HTMLElement, turn: (by: 1 | -1) => void) {
  let from: Touch | undefined;
  const start = (event: TouchEvent) => {
    from = event.touches.length === 1 && !scrolls(event.target, node) ? event.touches[0] : undefined;
  };
  const end = (event: TouchEvent) => {
    const to = event.changedTouches[0];
    if (!from || !to || (getSelection()?.toString() ?? '') !== '') return;
    const by = swipe(to.clientX - from.clientX, to.clientY - from.clientY);
    if (by !== 0) turn(by);
  };
  node.addEventListener('touchstart', start, { passive: true });
  node.addEventListener('touchend', end, { passive: true });
  return {
    update: (next: (by: 1 | -1) => void) => (turn = next),
    destroy: () => {
      node.removeEventListener('touchstart', start);
      node.removeEventListener('touchend', end);
    },
  };
}

/** Leftwards is onwards; a slant is a scroll. */
export function swipe(dx: number, dy: number): 1 | -1 | 0 {
  if (Math.abs(dx) < FAR || Math.abs(dx) < 2 * Math.abs(dy)) return 0;
  return dx < 0 ? 1 : -1;
}

function scrolls(target: EventTarget | null, within: HTMLElement): boolean {
  for (let at = target as Element | null; at && at !== within; at = at.parentElement) {
    if (at.scrollWidth > at.clientWidth + 1 && getComputedStyle(at).overflowX !== 'visible') return true;
  }
  return false;
}
