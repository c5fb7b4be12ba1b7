import { toLocalInput, type Moment } from './format';

const DAY = 86_400_000;

/** Days of the school's calendar as yyyy-MM-dd, whatever clock the device keeps. */
export const dayOf = (moment: Moment): string => toLocalInput(moment).slice(0, 10);

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** The Monday of a day's week. */
export const mondayOf = (day: string): string => addDays(day, -((new Date(day).getUTCDay() + 6) % 7));

/** A moment of the day, for what writes dates: its noon in Việt Nam. */
export const noonOf = (day: string): string => `${day}T12:00:00+07:00`;
