import { words } from './words';

/** How a promotion is called. The sentences it rests on come with it. */
export const standings = words(
  {
    PROMOTED: 'Được lên lớp',
    MAY_MAKE_GOOD: 'Còn đánh giá lại',
    NOT_PROMOTED: 'Không được lên lớp',
    PRINCIPAL_DECIDES: 'Hiệu trưởng quyết định',
    WAITS: 'Chưa đủ kết quả',
  },
  {
    PROMOTED: 'Goes up',
    MAY_MAKE_GOOD: 'May be made good',
    NOT_PROMOTED: 'Does not go up',
    PRINCIPAL_DECIDES: 'The principal decides',
    WAITS: 'Not complete yet',
  },
);
