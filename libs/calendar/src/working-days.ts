import { addDays, compareDays, weekdayOf, yearOf, type Day } from './day.ts';
import type { HolidayYear } from './holiday-year.ts';

/** State holidays and make-up workdays (调休) of the years an office has loaded. */
export interface WorkingCalendar {
  years: ReadonlySet<number>;
  holidays: ReadonlySet<Day>;
  makeUpDays: ReadonlySet<Day>;
}

/** The State Council's arrangement for a year is needed and has not been loaded: nothing may be guessed. */
export class HolidayYearMissing extends RangeError {
  readonly year: number;

  constructor(year: number) {
    super(`the state holidays of ${year} are not loaded: add the State Council's notice for that year`);
    this.name = 'HolidayYearMissing';
    this.year = year;
  }
}

export function workingCalendar(years: readonly HolidayYear[]): WorkingCalendar {
  return {
    years: new Set(years.map(({ year }) => year)),
    holidays: new Set(years.flatMap(({ holidays }) => holidays.flatMap(({ from, to }) => daysFromTo(from, to)))),
    makeUpDays: new Set(years.flatMap(({ makeUpDays }) => makeUpDays)),
  };
}

export function isWorkingDay(day: Day, calendar: WorkingCalendar): boolean {
  const year = yearOf(day);
  if (!calendar.years.has(year)) throw new HolidayYearMissing(year);
  if (calendar.makeUpDays.has(day)) return true;
  return !calendar.holidays.has(day) && weekdayOf(day) <= 5;
}

/**
 * The day on which a period of `count` working days ends; the first day is not counted (民法典 art. 201). A negative
 * count goes backwards, and 0 is the day itself.
 */
export function addWorkingDays(day: Day, count: number, calendar: WorkingCalendar): Day {
  const step = count < 0 ? -1 : 1;
  let end = day;
  for (let left = Math.abs(count); left > 0;) {
    end = addDays(end, step);
    if (isWorkingDay(end, calendar)) left -= 1;
  }
  return end;
}

/** Working days after `from`, up to and including `to`; negative when `to` is the earlier one. */
export function workingDaysBetween(from: Day, to: Day, calendar: WorkingCalendar): number {
  if (compareDays(from, to) > 0)
    return -daysFromTo(to, addDays(from, -1)).filter((day) => isWorkingDay(day, calendar)).length;
  return daysFromTo(addDays(from, 1), to).filter((day) => isWorkingDay(day, calendar)).length;
}

function daysFromTo(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
