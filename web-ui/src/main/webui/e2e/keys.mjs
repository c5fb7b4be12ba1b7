import assert from 'node:assert/strict';

/** Walking a page by the keyboard alone. */

/** What may be pressed or filled in on this page, as the eye finds it: in its landmark, from the top down. */
const PRESSABLE = 'a[href], button, input, select, textarea, summary, [tabindex]';

/**
 * Presses Tab from the top of the page until it has gone round. What is there and cannot be reached, what comes before
 * something that stands above it, what shows no focus or lies under a bar: each is a fault, in words.
 *
 * @returns {Promise<string[]>} the names of what was reached, in order
 */
export async function walkRound(page, name, faults) {
  await fromTheTop(page);
  const reached = [];
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press('Tab');
    // a bar that slides in, a page that scrolls
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30))));
    const at = await page.evaluate(focused, PRESSABLE);
    if (at === null || reached.some((one) => one.index === at.index)) break;
    reached.push(at);
    if (!at.outlined) faults.push(`${name}: no focus is shown at ${at.name}`);
    if (at.covered) faults.push(`${name}: ${at.name} lies under ${at.covered} while it has the focus`);
  }
  for (const one of await page.evaluate(pressables, PRESSABLE))
    if (!reached.some(({ index }) => index === one.index))
      faults.push(`${name}: ${one.name} is not reached by Tab`);
  for (const [i, one] of reached.slice(1).entries())
    if (isBefore(one, reached[i])) faults.push(`${name}: ${one.name} comes after ${reached[i].name}`);
  return reached.map((one) => one.name);
}

/** Presses Tab until this is reached. */
export async function tabTo(page, what, patience = 80) {
  const wanted = await what.elementHandle();
  assert.ok(wanted, 'it is there');
  for (let presses = 0; presses < patience; presses++) {
    if (await wanted.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`${await what.innerText()} is not reached by Tab`);
}

export const isFocused = (what) => what.evaluate((one) => one === document.activeElement);

/** As after the page was opened. */
export async function fromTheTop(page) {
  await page.evaluate(() => {
    document.activeElement?.blur();
    getSelection()?.removeAllRanges();
    window.scrollTo(0, 0);
    // the browser goes on from where it was: so from the very first
    document.body.tabIndex = -1;
    document.body.focus({ preventScroll: true });
    document.body.removeAttribute('tabindex');
  });
}

/** Above it, or left of it in the same line; another column or landmark has its own order. */
function isBefore(later, earlier) {
  if (later.part !== earlier.part) return false;
  const sameLine = later.top < earlier.bottom && earlier.top < later.bottom;
  if (sameLine) return later.right <= earlier.left;
  return later.bottom <= earlier.top && later.left < earlier.right;
}

/* In the page. Each of these stands alone: it is sent there as text. */

function pressables(selector) {
  const all = [...document.querySelectorAll(selector)];
  return all
    .map((one, index) => ({
      index,
      one,
      name: `${one.tagName.toLowerCase()} “${(one.getAttribute('aria-label') ?? one.innerText ?? '').trim().slice(0, 60)}”`,
    }))
    .filter(({ one }) => one.tabIndex >= 0 && !one.disabled && !one.closest('[inert]'))
    .filter(({ one }) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .map(({ index, name }) => ({ index, name }));
}

function focused(selector) {
  const one = document.activeElement;
  if (one === null || one === document.body || one === document.documentElement) return null;
  const box = one.getBoundingClientRect();
  const at = document.elementFromPoint(
    Math.min(innerWidth - 1, Math.max(0, box.left + box.width / 2)),
    Math.min(innerHeight - 1, Math.max(0, box.top + box.height / 2)),
  );
  const line = one.closest('li');
  const isOurs =
    at !== null && (one.contains(at) || at.contains(one) || (line !== null && line.contains(at)));
  // a link that fills its line lets the line show it
  const outlined = [one, line, one.closest('label')].some((each) => {
    if (each === null) return false;
    const style = getComputedStyle(each);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  });
  const part = one.closest('section, nav, aside, header, form, dialog, main') ?? document.body;
  return {
    index: [...document.querySelectorAll(selector)].indexOf(one),
    name: `${one.tagName.toLowerCase()} “${(one.getAttribute('aria-label') ?? one.innerText ?? '').trim().slice(0, 60)}”`,
    part: [...document.querySelectorAll('*')].indexOf(part),
    outlined,
    covered: isOurs ? '' : `${at?.tagName ?? 'nothing'}.${at?.className ?? ''}`,
    top: box.top + scrollY,
    bottom: box.bottom + scrollY,
    left: box.left,
    right: box.right,
  };
}
