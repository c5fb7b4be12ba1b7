import { words } from '$lib/words';

export const t = words(
  {
    trouble: 'Trang chưa mở được',
    troubleText: 'Những gì đã lưu vẫn còn nguyên. Thầy cô và các em thử lại sau ít phút.',
    home: 'Về trang đầu',
    retry: 'Thử lại',
  },
  {
    trouble: 'The page could not be opened',
    troubleText: 'Everything you saved is still there. Try again in a few minutes.',
    home: 'To the first page',
    retry: 'Try again',
  },
);
