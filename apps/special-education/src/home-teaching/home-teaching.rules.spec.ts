import { stateHolidays, workingCalendar } from '@bureau/calendar';
import {
  hoursRefusals,
  missingYear,
  paceRefusals,
  sessionRefusals,
  type SessionAct,
  type SessionState,
  visitDays,
} from './home-teaching.rules.ts';

const calendar = workingCalendar(stateHolidays);
const STATES: SessionState[] = ['PLANNED', 'DONE', 'MISSED', 'VERIFIED'];

it.each<[SessionAct, SessionState]>([
  ['GIVE', 'PLANNED'],
  ['MISS', 'PLANNED'],
  ['VERIFY', 'DONE'],
])('%s is done at %s and at no other state', (act, from) => {
  for (const state of STATES)
    expect(sessionRefusals(act, state)).toEqual(state === from ? [] : [{ kind: 'SessionActNotDue', state }]);
});

it('visits fall on the weekdays that are school days; the national holiday has none', () => {
  expect(visitDays([2, 4], { from: '2024-09-24', until: '2024-10-11' }, calendar)).toEqual([
    '2024-09-24',
    '2024-09-26',
    '2024-10-08',
    '2024-10-10',
  ]);
  expect(visitDays([2], { from: '2024-10-01', until: '2024-10-07' }, calendar)).toEqual([]);
});

it.each([
  [0, false],
  [1, true],
  [2, true],
  [3, false],
])('%p hours of two: %p', (hours, isFit) => {
  expect(hoursRefusals('heldHours', hours, { least: 1, most: 2 }).length === 0).toBe(isFit);
});

it.each([
  [[2], ['张老师'], 2, true],
  [[], ['张老师'], 2, false],
  [[2, 2], ['张老师'], 2, false],
  [[8], ['张老师'], 2, false],
  [[2], [], 2, false],
  [[2], ['张老师'], 9, false],
])('weekdays %j by %j, %p hours: %p', (weekdays, teachers, hours, isFit) => {
  expect(paceRefusals(weekdays, teachers, hours).length === 0).toBe(isFit);
});

it('a year whose holidays nobody loaded is named', () => {
  expect(missingYear(calendar, '2024-09-01', '2024-12-31')).toBeNull();
  expect(missingYear(calendar, '2024-09-01', '2099-01-01')).toBeGreaterThan(2024);
});
