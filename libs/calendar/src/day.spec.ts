import fc from 'fast-check';

import { addDays, compareDays, daysBetween, isDay, parseDay, weekdayOf, yearOf } from './day.ts';

const days = fc
  .date({ min: new Date('0001-01-02'), max: new Date('9999-12-30'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('days', () => {
  it.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2024-04-31', false],
    ['2024-13-01', false],
    ['2024-00-10', false],
    ['2024-01-00', false],
    ['0000-01-01', false],
    ['2024-1-1', false],
    ['2024-01-01T00:00:00Z', false],
    ['', false],
  ])('%s is a day: %s', (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });

  it('refuses text that is no day', () => {
    expect(() => parseDay('2024-02-30')).toThrow(new RangeError('not a day (YYYY-MM-DD): 2024-02-30'));
    expect(() => addDays('yesterday', 1)).toThrow(RangeError);
  });

  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-02-28', 2, '2024-03-01'],
    ['2024-12-31', 1, '2025-01-01'],
    ['2024-03-01', -1, '2024-02-29'],
    ['2024-09-01', 364, '2025-08-31'],
  ])('%s and %i days make %s', (day, count, expected) => {
    expect(addDays(day, count)).toBe(expected);
  });

  it('refuses to leave the years 0001 to 9999', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError);
  });

  it.each([
    ['2024-09-01', 7],
    ['2024-09-02', 1],
    ['1969-12-31', 3],
    ['1970-01-01', 4],
    ['0001-01-01', 1],
  ])('%s is weekday %i', (day, weekday) => {
    expect(weekdayOf(day)).toBe(weekday);
  });

  it('orders days as the calendar does', () => {
    expect([compareDays('2024-01-31', '2024-02-01'), compareDays('2024-02-01', '2024-02-01')]).toEqual([-1, 0]);
    expect(compareDays('2025-01-01', '2024-12-31')).toBe(1);
    expect(yearOf('2024-12-31')).toBe(2024);
  });

  it('counts the days it adds, both ways', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -400_000, max: 400_000 }), (day, count) => {
        fc.pre(yearOf(day) > 1100 && yearOf(day) < 8900);
        const moved = addDays(day, count);
        expect(daysBetween(day, moved)).toBe(count);
        expect(addDays(moved, -count)).toBe(day);
        expect(compareDays(day, moved)).toBe(count === 0 ? 0 : count > 0 ? -1 : 1);
      }),
    );
  });

  it('agrees with the platform calendar', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(daysBetween('1970-01-01', day)).toBe(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
        expect(weekdayOf(day) % 7).toBe(new Date(`${day}T00:00:00Z`).getUTCDay());
      }),
    );
  });
});
