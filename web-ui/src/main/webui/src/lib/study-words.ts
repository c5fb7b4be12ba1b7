import type { ConditionStanding, LessonLock } from '$api/types';
import { clock, longDay } from './format';
import { words } from './words';

const t = words(
  {
    from: (when: string) => `Mở từ ${when}`,
    first: (title: string) => `Học xong “${title}” trước`,
    firsts: (title: string, more: number) => `Học xong “${title}” và ${more} bài nữa trước`,
    over: (when: string) => `Đã đóng từ ${when}`,
    viewed: 'Xem hết bài',
    minutes: (n: number) => `Học ít nhất ${n} phút`,
    minutesSoFar: (n: number) => `đã học ${n} phút`,
    score: (n: number, title: string) => `Đạt từ ${n}% ở “${title}”`,
    scoreSoFar: (n: number) => `mới đạt ${n}%`,
    noScore: 'chưa có điểm',
    handIn: (title: string) => `Nộp “${title}”`,
    parts: (n: number, all: number) => `đã xem ${n}/${all} phần`,
    thing: 'bài làm',
  },
  {
    from: (when) => `Opens ${when}`,
    first: (title) => `Finish “${title}” first`,
    firsts: (title, more) => `Finish “${title}” and ${more} more first`,
    over: (when) => `Closed since ${when}`,
    viewed: 'See the whole lesson',
    minutes: (n) => `Study for at least ${n} minutes`,
    minutesSoFar: (n) => `${n} minutes so far`,
    score: (n, title) => `Reach ${n}% in “${title}”`,
    scoreSoFar: (n) => `${n}% so far`,
    noScore: 'no mark yet',
    handIn: (title) => `Hand in “${title}”`,
    parts: (n, all) => `${n}/${all} parts seen`,
    thing: 'the work',
  },
);

/** thứ Hai, 23/11 – with the hour unless it is midnight: 7:30 thứ Hai, 23/11 */
export function dayOf(moment: string): string {
  const hour = clock(moment);
  return hour === '0:00' ? longDay(moment) : `${hour} ${longDay(moment)}`;
}

export function lockWords(lock: LessonLock): string {
  if (lock.kind === 'notYet') return t.from(dayOf(lock.opensAt));
  if (lock.kind === 'over') return t.over(dayOf(lock.until));
  const [first, ...more] = lock.lessons;
  return more.length === 0 ? t.first(first?.title ?? '') : t.firsts(first?.title ?? '', more.length);
}

/** What it takes, and how far one is with it. */
export function conditionWords(
  one: ConditionStanding,
  titleOf: (block: string) => string | undefined,
): { said: string; soFar: string } {
  const title = (one.block && titleOf(one.block)) || t.thing;
  const n = one.soFar ?? 0;
  switch (one.kind) {
    case 'viewed':
      return { said: t.viewed, soFar: t.parts(n, one.wanted) };
    case 'minutes':
      return { said: t.minutes(one.wanted), soFar: t.minutesSoFar(n) };
    case 'score':
      return { said: t.score(one.wanted, title), soFar: one.soFar === null ? t.noScore : t.scoreSoFar(n) };
    case 'handedIn':
      return { said: t.handIn(title), soFar: '' };
  }
}
