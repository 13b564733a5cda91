import { parseDay, type Day } from './day.ts';

/**
 * Full years of age (周岁): a child born on 31 August is six on its sixth 31 August, and one born on 29 February turns
 * on 1 March of a common year, as PostgreSQL's `age()` counts. Negative before birth.
 */
export function ageOn(bornOn: Day, day: Day): number {
  const [birth, today] = [parseDay(bornOn), parseDay(day)];
  const years = +today.slice(0, 4) - +birth.slice(0, 4);
  return today.slice(5) < birth.slice(5) ? years - 1 : years;
}
