import { words } from '$lib/words';

/** Fetched with the points by criterion, where a question has some. */
export const t = words(
  {
    title: 'Điểm theo tiêu chí',
    points: (got: string, max: string) => `${got} trên ${max} điểm`,
    scaled: (sum: string, max: string) => `Tổng ${sum} điểm tiêu chí được tính thành ${max} điểm của câu.`,
  },
  {
    title: 'Points by criterion',
    points: (got, max) => `${got} of ${max} points`,
    scaled: (sum, max) => `The ${sum} points of the criteria make the question’s ${max} points.`,
  },
);
