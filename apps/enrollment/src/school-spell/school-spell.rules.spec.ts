import { retentionRate } from './school-spell.rules.ts';

it.each([
  [
    { children: 1000, left: 40, kept: 960 },
    { numerator: 960, denominator: 960, percent: '100.00' },
  ],
  [
    { children: 1000, left: 40, kept: 957 },
    { numerator: 957, denominator: 960, percent: '99.69' },
  ],
  [
    { children: 3, left: 3, kept: 0 },
    { numerator: 0, denominator: 0, percent: null },
  ],
])('%p is retained as %p', (counts, rate) => {
  expect(retentionRate(counts)).toEqual(rate);
});
