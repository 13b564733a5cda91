import { ageOn } from '@bureau/calendar';
import { bandOf, birthDays, cutoffOn, latestDay } from './age-band.rules.ts';

const band = { validFrom: '2014-09-01', youngest: 6, oldest: 16, cutoffMonth: 8, cutoffDay: 31 };

describe('a child is of age in 2024', () => {
  const { first, last } = birthDays(band, 2024);

  it.each([
    ['2018-09-01', false],
    ['2018-08-31', true],
    ['2007-09-01', true],
    ['2007-08-31', false],
  ])('born on %s: %p', (bornOn, isOfAge) => {
    expect(bornOn >= first && bornOn <= last).toBe(isOfAge);
    const age = ageOn(bornOn, cutoffOn(band, 2024));
    expect(age >= 6 && age <= 16).toBe(isOfAge);
  });

  it('a province may cut off at the end of February', () => {
    expect(birthDays({ ...band, cutoffMonth: 2, cutoffDay: 28 }, 2024)).toEqual({
      first: '2007-03-01',
      last: '2018-02-28',
    });
  });
});

describe('the band of a school year', () => {
  const later = { ...band, validFrom: '2025-09-01', oldest: 15 };

  it.each([
    [2013, null],
    [2014, band],
    [2024, band],
    [2025, later],
    [2030, later],
  ])('%p', (schoolYear, inForce) => {
    expect(bandOf([later, band], schoolYear)).toBe(inForce);
  });

  it('does not change in the course of the year', () => {
    expect(bandOf([band, { ...band, validFrom: '2024-09-02' }], 2024)).toBe(band);
  });
});

it.each([
  [2024, '2024-12-05', '2024-12-05'],
  [2024, '2025-08-31', '2025-08-31'],
  [2024, '2025-09-01', '2025-08-31'],
  [2026, '2026-05-01', '2026-05-01'],
  [null, '2026-05-01', '2026-05-01'],
])('the ledger of %p is looked at on %s as of %s', (schoolYear, today, day) => {
  expect(latestDay(schoolYear, today)).toBe(day);
});
