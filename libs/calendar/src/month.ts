import { daysInMonth, formatDay, parseDay, yearOf, type Day } from './day.ts';

/** The last day of the month that `day` lies in. */
export function monthEnd(day: Day): Day {
  const [year, month] = [yearOf(day), monthOf(day)];
  return formatDay(year, month, daysInMonth(year, month));
}

/** The same date so many months later, or the month's last day where that date is missing (民法典 art. 202). */
export function addMonths(day: Day, months: number): Day {
  const index = yearOf(day) * 12 + monthOf(day) - 1 + months;
  const [year, month] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return formatDay(year, month, Math.min(Number(day.slice(8)), daysInMonth(year, month)));
}

function monthOf(day: Day): number {
  return Number(parseDay(day).slice(5, 7));
}
