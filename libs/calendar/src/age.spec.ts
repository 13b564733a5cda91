import fc from 'fast-check';

import { ageOn } from './age.ts';
import { addDays } from './day.ts';

it.each([
  ['2018-08-31', '2024-08-31', 6],
  ['2018-09-01', '2024-08-31', 5],
  ['2008-08-31', '2024-08-31', 16],
  ['2007-08-31', '2024-08-31', 17],
  ['2020-02-29', '2026-02-28', 5],
  ['2020-02-29', '2026-03-01', 6],
  ['2024-08-31', '2024-08-31', 0],
  ['2024-09-01', '2024-08-31', -1],
])('a child born on %s is on %s %i years old', (bornOn, day, age) => {
  expect(ageOn(bornOn, day)).toBe(age);
});

it('never falls as the days go by, and rises by one at a time', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_000 }), fc.integer({ min: 0, max: 9_000 }), (birth, days) => {
      const bornOn = addDays('2000-01-01', birth);
      const today = addDays(bornOn, days);
      expect([0, 1]).toContain(ageOn(bornOn, addDays(today, 1)) - ageOn(bornOn, today));
    }),
  );
});
