import { addDays, type Day, isWorkingDay, weekdayOf, type WorkingCalendar, yearOf } from '@bureau/calendar';

export type TeachingMode = 'HOME' | 'COMMUNITY' | 'INSTITUTION' | 'REMOTE';
export type SessionState = 'PLANNED' | 'DONE' | 'MISSED' | 'VERIFIED';
export type SessionAct = 'GIVE' | 'MISS' | 'VERIFY';

/** The one table of a visit's way: from what it stands at to what the act makes of it. */
export const SESSION_TRANSITIONS: Readonly<Record<SessionAct, { from: SessionState; to: SessionState }>> = {
  GIVE: { from: 'PLANNED', to: 'DONE' },
  MISS: { from: 'PLANNED', to: 'MISSED' },
  VERIFY: { from: 'DONE', to: 'VERIFIED' },
};

/** Empty when the act may be done now. */
export function sessionRefusals(act: SessionAct, state: SessionState) {
  return SESSION_TRANSITIONS[act].from === state ? [] : [{ kind: 'SessionActNotDue' as const, state }];
}

/** Hours from the least to what the visit may have: held never exceed planned, confirmed never exceed held. */
export function hoursRefusals(at: string, hours: number, { least, most }: { least: number; most: number }) {
  return hours >= least && hours <= most ? [] : [{ kind: 'SessionHoursUnfit' as const, at, most }];
}

/** As many weekdays as visits, each once, and somebody who teaches. */
export function paceRefusals(weekdays: readonly number[], teachers: readonly string[], hours: number) {
  const isEachADay = weekdays.every((day) => Number.isInteger(day) && day >= 1 && day <= 7);
  const isOnce = new Set(weekdays).size === weekdays.length && weekdays.length > 0;
  const isFit = isEachADay && isOnce && teachers.length > 0 && hours >= 1 && hours <= 8;
  return isFit ? [] : [{ kind: 'HomeTeachingPaceUnfit' as const }];
}

/** The first year of the days whose holidays nobody has loaded; null when all are. */
export function missingYear(calendar: WorkingCalendar, from: Day, until: Day): number | null {
  for (let year = yearOf(from); year <= yearOf(until); year += 1) if (!calendar.years.has(year)) return year;
  return null;
}

/** The days on which a plan has visits: its weekdays, holidays and days without school left out. */
export function visitDays(
  weekdays: readonly number[],
  { from, until }: { from: Day; until: Day },
  calendar: WorkingCalendar,
): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) {
    if (weekdays.includes(weekdayOf(day)) && isWorkingDay(day, calendar)) days.push(day);
  }
  return days;
}
