import fc from 'fast-check';

import { addDays, weekdayOf, yearOf } from './day.ts';
import { stateHolidays } from './state-holidays.ts';
import {
  addWorkingDays,
  HolidayYearMissing,
  isWorkingDay,
  workingCalendar,
  workingDaysBetween,
} from './working-days.ts';

const calendar = workingCalendar(stateHolidays);
const days = fc.integer({ min: 0, max: 1_300 }).map((offset) => addDays('2023-02-01', offset));

describe('the published arrangements', () => {
  it.each([
    [2023, 27, 7],
    [2024, 28, 8],
    [2025, 28, 5],
    [2026, 33, 6],
  ])('%i has %i days off and %i days made up', (year, off, madeUp) => {
    const arrangement = workingCalendar(stateHolidays.filter((published) => published.year === year));
    expect([arrangement.holidays.size, arrangement.makeUpDays.size]).toEqual([off, madeUp]);
  });

  it('make up work only at weekends outside the holidays', () => {
    for (const day of calendar.makeUpDays) {
      expect({ day, weekend: weekdayOf(day) >= 6, holiday: calendar.holidays.has(day) }).toEqual({
        day,
        weekend: true,
        holiday: false,
      });
    }
  });

  it('are published before the year begins', () => {
    for (const { year, issuedOn } of stateHolidays) expect(yearOf(issuedOn)).toBe(year - 1);
  });
});

describe('working days', () => {
  it.each([
    ['2024-10-01', false],
    ['2024-10-08', true],
    ['2024-10-12', true],
    ['2024-10-13', false],
    ['2024-09-14', true],
    ['2024-09-16', false],
    ['2024-09-18', true],
    ['2023-01-02', false],
    ['2025-01-26', true],
  ])('%s is one: %s', (day, expected) => {
    expect(isWorkingDay(day, calendar)).toBe(expected);
  });

  it.each([
    ['2024-09-30', 1, '2024-10-08'],
    ['2024-10-08', 5, '2024-10-14'],
    ['2024-09-13', 1, '2024-09-14'],
    ['2024-12-05', 10, '2024-12-19'],
    ['2024-12-31', 1, '2025-01-02'],
    ['2024-10-08', -1, '2024-09-30'],
    ['2024-10-05', 0, '2024-10-05'],
  ])('%s and %i working days end on %s', (day, count, end) => {
    expect(addWorkingDays(day, count, calendar)).toBe(end);
  });

  it('refuses a day outside the loaded years instead of guessing', () => {
    const missing = new HolidayYearMissing(2022);
    expect(missing.message).toBe(
      "the state holidays of 2022 are not loaded: add the State Council's notice for that year",
    );
    expect(missing.year).toBe(2022);
    expect(() => isWorkingDay('2022-12-31', calendar)).toThrow(missing);
    expect(() => addWorkingDays('2026-12-31', 1, calendar)).toThrow(new HolidayYearMissing(2027));
    expect(() => workingDaysBetween('2026-12-30', '2027-01-04', calendar)).toThrow(HolidayYearMissing);
  });

  it('ends on a working day and counts back what it added', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (day, count) => {
        const end = addWorkingDays(day, count, calendar);
        expect(isWorkingDay(end, calendar)).toBe(true);
        expect(workingDaysBetween(day, end, calendar)).toBe(count);
      }),
    );
  });

  it('goes back to the working day it came from', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 60 }), (day, count) => {
        fc.pre(isWorkingDay(day, calendar));
        const end = addWorkingDays(day, count, calendar);
        expect(addWorkingDays(end, -count, calendar)).toBe(day);
        expect(workingDaysBetween(end, day, calendar)).toBe(count === 0 ? 0 : -count);
      }),
    );
  });
});
