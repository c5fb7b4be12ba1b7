import { words } from '$lib/words';

export const t = words(
  {
    open: 'Xem ở đây',
    from: (host: string) => `Nội dung của ${host}, cần có internet.`,
    away: 'Mở ở trang khác',
  },
  {
    open: 'Show it here',
    from: (host) => `From ${host}; the internet is needed.`,
    away: 'Open it in a window of its own',
  },
);
