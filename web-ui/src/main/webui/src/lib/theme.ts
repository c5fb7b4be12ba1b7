export type Theme = 'device' | 'light' | 'dark';

const KEY = 'lopmo.theme';

export function theme(): Theme {
  const set = document.documentElement.dataset['theme'];
  return set === 'light' || set === 'dark' ? set : 'device';
}

export function wear(next: Theme): void {
  const root = document.documentElement;
  if (next === 'device') delete root.dataset['theme'];
  else root.dataset['theme'] = next;
  try {
    if (next === 'device') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, next);
  } catch {
    // Kept for this page only.
  }
}
