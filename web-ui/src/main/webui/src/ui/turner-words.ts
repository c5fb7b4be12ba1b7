import { words } from '$lib/words';

export const t = words(
  {
    pageWord: 'Trang',
    turning: 'Lật trang',
    prev: 'Trang trước',
    next: 'Trang sau',
    ofPages: (n: string, total: string) => `Trang ${n} / ${total}`,
  },
  {
    pageWord: 'Page',
    turning: 'Turn pages',
    prev: 'Previous page',
    next: 'Next page',
    ofPages: (n, total) => `Page ${n} of ${total}`,
  },
);
