import {
  addDays,
  type Day,
  isWorkingDay,
  schoolYearEndsOn,
  schoolYearStartsOn,
  type WorkingCalendar,
} from '@bureau/calendar';

export interface TermAsked {
  schoolYear: number;
  startsOn: Day;
  endsOn: Day;
  /** Days off beside the state holidays: autumn leave, exam days, snow. */
  daysOff: readonly Day[];
  /** Weekend days that are taught. */
  makeUpDays: readonly Day[];
}

export type TermRefusal =
  | { kind: 'TermOutsideSchoolYear'; earliest: Day; latest: Day }
  | { kind: 'TermEndsBeforeItStarts' }
  | { kind: 'TermDayOutside'; days: readonly Day[] };

/** Every reason why a term cannot be set so; empty when it can (docs/rules/enrollment.md#absence). */
export function termRefusals({ schoolYear, startsOn, endsOn, daysOff, makeUpDays }: TermAsked): TermRefusal[] {
  const [earliest, latest] = [addDays(schoolYearStartsOn(schoolYear), -15), schoolYearEndsOn(schoolYear)];
  const refusals: TermRefusal[] = [];
  if (endsOn <= startsOn) refusals.push({ kind: 'TermEndsBeforeItStarts' });
  if (startsOn < earliest || endsOn > latest) refusals.push({ kind: 'TermOutsideSchoolYear', earliest, latest });
  const outside = [...daysOff, ...makeUpDays].filter((day) => day < startsOn || day > endsOn);
  if (outside.length > 0) refusals.push({ kind: 'TermDayOutside', days: outside });
  return refusals;
}

/** The days on which schools teach: working days of the state, without days off, with those made up. */
export function schoolDaysOf({ startsOn, endsOn, daysOff, makeUpDays }: TermAsked, calendar: WorkingCalendar): Day[] {
  const [off, made] = [new Set(daysOff), new Set(makeUpDays)];
  const days: Day[] = [];
  for (let day = startsOn; day <= endsOn; day = addDays(day, 1)) {
    if (made.has(day) || (isWorkingDay(day, calendar) && !off.has(day))) days.push(day);
  }
  return days;
}
