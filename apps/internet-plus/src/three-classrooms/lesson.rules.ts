import { addDays, type Day, isWorkingDay, type WorkingCalendar, yearOf } from '@bureau/calendar';
import {
  earliestRefusals,
  latestRefusals,
  rangeRefusals,
  type Refusal,
  refuse,
  textRefusals,
} from '../refusal/refusal.rules.ts';
import type { LessonState } from './three-classrooms-terms.rules.ts';

export const LESSON_ACTS = ['HOLD', 'CANCEL'] as const;
export type LessonAct = (typeof LESSON_ACTS)[number];

/** Which act leads from which state to which (docs/rules/internet-plus.md#three-classrooms). */
export const LESSON_TRANSITIONS = {
  PLANNED: { HOLD: 'HELD', CANCEL: 'CANCELLED' },
  HELD: {},
  CANCELLED: {},
} as const satisfies Record<LessonState, Partial<Record<LessonAct, LessonState>>>;

const NAME_LONGEST = 60;
const WEEK = 7;
const LONGEST_DAYS = 366;
const GRADES = { least: 1, greatest: 12 };
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

export interface LessonAsked {
  heldOn: Day;
  repeatUntil?: Day | null;
  startsAt: string;
  endsAt: string;
  subject: string;
  grade: number;
  parties: readonly { school: string; room: string; className: string }[];
}

export interface LessonPairing {
  subjects: readonly string[];
  startsOn: Day;
  endsOn: Day | null;
}

type LessonRefusal = Refusal<'CodeUnknown' | 'TextUnfit' | 'ValueOutOfRange' | 'DayTooEarly' | 'DayTooLate'>;

/** Whether lessons fit their agreement; where their rooms and classes are taken only the database knows. */
export function lessonRefusals(asked: LessonAsked, pairing: LessonPairing): LessonRefusal[] {
  const last = asked.repeatUntil ?? asked.heldOn;
  return [
    ...clockRefusals(asked),
    ...(pairing.subjects.includes(asked.subject)
      ? []
      : [refuse('CodeUnknown', 'subject', { known: pairing.subjects })]),
    ...rangeRefusals(asked.grade, 'grade', GRADES),
    ...earliestRefusals(asked.heldOn, 'heldOn', pairing.startsOn),
    ...earliestRefusals(last, 'repeatUntil', asked.heldOn),
    ...latestRefusals(last, 'repeatUntil', earlier(pairing.endsOn, addDays(asked.heldOn, LONGEST_DAYS))),
    ...asked.parties.flatMap(({ room, className }, at) => [
      ...textRefusals(room, `parties.${at}.room`, NAME_LONGEST),
      ...textRefusals(className, `parties.${at}.className`, NAME_LONGEST),
    ]),
  ];
}

const earlier = (a: Day | null, b: Day): Day => (a !== null && a < b ? a : b);

function clockRefusals({ startsAt, endsAt }: Pick<LessonAsked, 'startsAt' | 'endsAt'>): Refusal<'ValueOutOfRange'>[] {
  if (!CLOCK.test(startsAt)) return [refuse('ValueOutOfRange', 'startsAt', { least: '00:00', greatest: '23:58' })];
  if (!CLOCK.test(endsAt) || endsAt <= startsAt)
    return [refuse('ValueOutOfRange', 'endsAt', { least: startsAt, greatest: '23:59' })];
  return [];
}

/** The school days of a timetable: the first, and the same weekday of the following weeks as far as there is school. */
export function lessonDays(
  { heldOn, repeatUntil }: Pick<LessonAsked, 'heldOn' | 'repeatUntil'>,
  calendar: WorkingCalendar,
): { days: Day[]; refusals: Refusal<'HolidayChosen' | 'HolidaysUnknown'>[] } {
  const last = repeatUntil ?? heldOn;
  const unknown = [yearOf(heldOn), yearOf(last)].find((year) => !calendar.years.has(year));
  if (unknown !== undefined) return { days: [], refusals: [refuse('HolidaysUnknown', 'heldOn', { year: unknown })] };
  if (!isWorkingDay(heldOn, calendar)) {
    const nextSchoolDay = nextWorkingDay(heldOn, calendar);
    return { days: [], refusals: [refuse('HolidayChosen', 'heldOn', { day: heldOn, nextSchoolDay })] };
  }
  const days: Day[] = [];
  for (let day = heldOn; day <= last; day = addDays(day, WEEK)) if (isWorkingDay(day, calendar)) days.push(day);
  return { days, refusals: [] };
}

/** The next school day of a year that is known; the day itself when none is left in it. */
function nextWorkingDay(day: Day, calendar: WorkingCalendar): Day {
  for (let next = addDays(day, 1); calendar.years.has(yearOf(next)); next = addDays(next, 1))
    if (isWorkingDay(next, calendar)) return next;
  return day;
}

export function minutesBetween(startsAt: string, endsAt: string): number {
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
  return minutes(endsAt) - minutes(startsAt);
}
