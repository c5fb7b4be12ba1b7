/**
 * The words of the interface. Each feature keeps its own file, written twice:
 *
 *     export const t = words(
 *       { save: 'Lưu', left: (n: number) => `Còn ${n} câu` },
 *       { save: 'Save', left: (n) => (n === 1 ? '1 question left' : `${n} questions left`) },
 *     );
 *
 * English that lacks a word, or has one too many, does not compile. A page carries the words of its own
 * features and no others, and the build fetches the English apart, only where it was chosen. Changing the language loads the page anew, so words are plain values.
 */
export type Locale = 'vi' | 'en';

const KEY = 'lopmo.locale';

function chosen(): Locale {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi';
  }
}

export const locale: Locale = typeof localStorage === 'undefined' ? 'vi' : chosen();
export const isEnglish = locale === 'en';

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Word = string | ((...args: any[]) => string);
type Book = { [key: string]: Word | Book };
type Same<B> = {
  [K in keyof B]: B[K] extends string
    ? string
    : B[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : Same<B[K]>;
};

export function words<const B extends Book>(vi: B, en: Same<NoInfer<B>>): Same<B> {
  return locale === 'en' ? (en as Same<B>) : (vi as unknown as Same<B>);
}

export function speak(next: Locale): void {
  try {
    localStorage.setItem(KEY, next);
  } catch {
    return;
  }
  location.reload();
}
