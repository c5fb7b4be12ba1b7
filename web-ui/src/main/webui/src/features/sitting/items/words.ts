import { words } from '$lib/words';

/** What is still to be done in an answer. */
export const t = words(
  {
    noChoice: 'Chưa chọn phương án',
    noStatements: (ids: string) => `Còn ý ${ids}`,
    noText: 'Chưa viết đáp số',
    unfinishedText: (text: string) => `Đáp số chưa đủ: ${text}`,
    noEssay: 'Chưa viết gì',
    and: ' và ',
  },
  {
    noChoice: 'No option chosen',
    noStatements: (ids) => `Missing: ${ids}`,
    noText: 'No answer written',
    unfinishedText: (text) => `Unfinished: ${text}`,
    noEssay: 'Nothing written',
    and: ' and ',
  },
);
