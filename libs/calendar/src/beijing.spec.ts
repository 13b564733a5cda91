import fc from 'fast-check';

import { dayInBeijing, startInBeijing } from './beijing.ts';
import { addDays } from './day.ts';

it.each([
  ['2024-12-31T15:59:59.999Z', '2024-12-31'],
  ['2024-12-31T16:00:00.000Z', '2025-01-01'],
  ['2024-03-11T00:00:00.000Z', '2024-03-11'],
])('at %s it is %s in Beijing', (instant, day) => {
  expect(dayInBeijing(new Date(instant))).toBe(day);
});

it('begins each day at midnight in Beijing, and not a millisecond before', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
      const day = addDays('1991-09-16', days);
      const start = startInBeijing(day);
      expect(dayInBeijing(start)).toBe(day);
      expect(dayInBeijing(new Date(start.getTime() - 1))).toBe(addDays(day, -1));
    }),
  );
});
