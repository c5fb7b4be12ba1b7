import { words } from '$lib/words';

export const p = words(
  {
    check: 'Kiểm tra câu này',
    checkAgain: 'Kiểm tra lại',
    right: 'Đúng rồi!',
    partly: 'Đúng một phần. Em xem lại phần còn lại.',
    notYet: 'Chưa đúng. Em thử lại nhé.',
    own: 'Câu này tự luận: em so với lời giải.',
    hint: 'Gợi ý',
    key: 'Đáp án',
    explanation: 'Lời giải',
    tries: (n: number) => `Sau ${n} lần thử nữa, đáp án hiện ra.`,
    true: 'Đúng',
    false: 'Sai',
  },
  {
    check: 'Check this question',
    checkAgain: 'Check again',
    right: 'Right!',
    partly: 'Partly right. Look at the rest again.',
    notYet: 'Not right yet. Try again.',
    own: 'This one is an essay: compare it with the explanation.',
    hint: 'Hint',
    key: 'Right answer',
    explanation: 'Explanation',
    tries: (n) =>
      n === 1 ? 'After one more try the answer is shown.' : `After ${n} more tries the answer is shown.`,
    true: 'True',
    false: 'False',
  },
);
