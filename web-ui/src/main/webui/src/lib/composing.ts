/** Whether somebody is in the middle of a Vietnamese letter anywhere on the page. Nothing is saved or redrawn then. */
let composing = false;

if (typeof window !== 'undefined') {
  window.addEventListener('compositionstart', () => (composing = true), true);
  window.addEventListener('compositionend', () => (composing = false), true);
  window.addEventListener('blur', () => (composing = false));
}

export function isComposing(): boolean {
  return composing;
}
