import { words } from '$lib/words';

export const t = words(
  {
    sheet: (name: string, n: string) => `${name}, trang ${n}`,
    zoomIn: 'Phóng to',
    zoomOut: 'Thu nhỏ',
    zoomed: (share: string) => `Đang xem ${share}`,
    opening: 'Đang mở các trang',
    onPage: (n: string) => `Trang ${n}:`,
    pinsOf: (name: string) => `Nhận xét trên các trang của ${name}`,
    see: 'Xem trên trang',
    hide: 'Đóng các trang',
  },
  {
    sheet: (name, n) => `${name}, page ${n}`,
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    zoomed: (share) => `Shown at ${share}`,
    opening: 'Opening the pages',
    onPage: (n) => `Page ${n}:`,
    pinsOf: (name) => `Remarks on the pages of ${name}`,
    see: 'See them on the page',
    hide: 'Close the pages',
  },
);
