/** A civil day as `YYYY-MM-DD`, years 0001 to 9999; such days compare with `<` as text. */
export type Day = string;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAYS_BEFORE_1970 = 719_468;
const { floor } = Math;

export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const [year, month, date] = [+text.slice(0, 4), +text.slice(5, 7), +text.slice(8)];
  return year >= 1 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
}

/** The day itself; throws on text that is no day. */
export function parseDay(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day (YYYY-MM-DD): ${text.slice(0, 40)}`);
  return text;
}

export function addDays(day: Day, days: number): Day {
  return dayOfNumber(dayNumber(day) + days);
}

/** Days from `from` to `to`; negative when `to` is the earlier one. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

export function compareDays(a: Day, b: Day): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

export function yearOf(day: Day): number {
  return +parseDay(day).slice(0, 4);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function formatDay(year: number, month: number, date: number): Day {
  return parseDay(`${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`);
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function pad(value: number, width: number): string {
  return `${value}`.padStart(width, '0');
}

/** Days since 1970-01-01, counted in 400-year eras of years that begin in March. */
function dayNumber(day: Day): number {
  parseDay(day);
  const month = +day.slice(5, 7);
  const year = +day.slice(0, 4) - (month <= 2 ? 1 : 0);
  const era = floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = floor((153 * ((month + 9) % 12) + 2) / 5) + +day.slice(8) - 1;
  const dayOfEra = yearOfEra * 365 + floor(yearOfEra / 4) - floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - DAYS_BEFORE_1970;
}

function dayOfNumber(number: number): Day {
  const shifted = number + DAYS_BEFORE_1970;
  const era = floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = floor(
    (dayOfEra - floor(dayOfEra / 1_460) + floor(dayOfEra / 36_524) - floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + floor(yearOfEra / 4) - floor(yearOfEra / 100));
  const monthFromMarch = floor((5 * dayOfYear + 2) / 153);
  const month = ((monthFromMarch + 2) % 12) + 1;
  const date = dayOfYear - floor((153 * monthFromMarch + 2) / 5) + 1;
  return formatDay(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date);
}
