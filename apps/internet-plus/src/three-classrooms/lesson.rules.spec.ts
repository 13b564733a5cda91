import { stateHolidays, workingCalendar } from '@bureau/calendar';
import { orderRefusals } from '../refusal/refusal.rules.ts';
import {
  LESSON_ACTS,
  LESSON_TRANSITIONS,
  type LessonAct,
  lessonDays,
  lessonRefusals,
  minutesBetween,
} from './lesson.rules.ts';
import { LESSON_STATES, type LessonState } from './three-classrooms-terms.rules.ts';

const calendar = workingCalendar(stateHolidays);
const kinds = (refusals: { kind: string; field: string }[]) => refusals.map(({ kind, field }) => `${field} ${kind}`);

it.each(LESSON_STATES.flatMap((state) => LESSON_ACTS.map((act) => [state, act] as const)))('%s: %s', (state, act) => {
  const leads = state === 'PLANNED';
  expect(orderRefusals<LessonState, LessonAct>(LESSON_TRANSITIONS, state, act)).toHaveLength(leads ? 0 : 1);
});

it.each([
  ['a school day', { heldOn: '2024-12-05' }, ['2024-12-05'], []],
  ['a Saturday', { heldOn: '2024-12-07' }, [], ['heldOn HolidayChosen']],
  ['a make-up Sunday', { heldOn: '2024-09-29' }, ['2024-09-29'], []],
  ['National Day', { heldOn: '2024-10-01' }, [], ['heldOn HolidayChosen']],
  [
    'four weeks over National Day',
    { heldOn: '2024-09-24', repeatUntil: '2024-10-15' },
    ['2024-09-24', '2024-10-08', '2024-10-15'],
    [],
  ],
  ['a year nobody has loaded', { heldOn: '2051-03-01' }, [], ['heldOn HolidaysUnknown']],
])('%s', (_, asked, days, refusals) => {
  const found = lessonDays(asked, calendar);
  expect([found.days, kinds(found.refusals)]).toEqual([days, refusals]);
});

it('names the next school day after a holiday', () => {
  expect(lessonDays({ heldOn: '2024-10-01' }, calendar).refusals).toMatchObject([{ nextSchoolDay: '2024-10-08' }]);
});

const pairing = { subjects: ['音乐', '美术'], startsOn: '2024-09-01', endsOn: '2025-01-10' };
const lesson = {
  heldOn: '2024-12-05',
  startsAt: '10:00',
  endsAt: '10:40',
  subject: '音乐',
  grade: 3,
  parties: [{ school: 'a', room: '互动教室', className: '三(1)班' }],
};
it.each([
  [{}, []],
  [{ subject: '体育' }, ['subject CodeUnknown']],
  [{ startsAt: '25:00' }, ['startsAt ValueOutOfRange']],
  [{ endsAt: '10:00' }, ['endsAt ValueOutOfRange']],
  [{ endsAt: '10:01' }, []],
  [{ grade: 13 }, ['grade ValueOutOfRange']],
  [{ heldOn: '2024-08-31' }, ['heldOn DayTooEarly']],
  [{ heldOn: '2025-01-10' }, []],
  [{ heldOn: '2025-01-11' }, ['repeatUntil DayTooLate']],
  [{ repeatUntil: '2024-12-04' }, ['repeatUntil DayTooEarly']],
  [
    { parties: [{ school: 'a', room: '', className: '' }] },
    ['parties.0.room TextUnfit', 'parties.0.className TextUnfit'],
  ],
])('a lesson with %j', (given, wanted) => {
  expect(kinds(lessonRefusals({ ...lesson, ...given }, pairing))).toEqual(wanted);
});

it('an agreement without an end takes a year of lessons', () => {
  const open = { ...pairing, endsOn: null };
  expect(kinds(lessonRefusals({ ...lesson, repeatUntil: '2025-12-06' }, open))).toEqual([]);
  expect(kinds(lessonRefusals({ ...lesson, repeatUntil: '2025-12-07' }, open))).toEqual(['repeatUntil DayTooLate']);
});

it('a lesson from 10:00 to 10:40 has 40 minutes', () => expect(minutesBetween('10:00', '10:40')).toBe(40));
