import { retentionRate } from './school-spell.rules.ts';

it.each([
  [
    { last: 1000, leftTheCounty: 40, kept: 960 },
    { numerator: 960, denominator: 960, percent: '100.00' },
  ],
  [
    { last: 1000, leftTheCounty: 40, kept: 957 },
    { numerator: 957, denominator: 960, percent: '99.69' },
  ],
  [
    { last: 3, leftTheCounty: 3, kept: 0 },
    { numerator: 0, denominator: 0, percent: null },
  ],
])('%p is retained as %p', (counts, rate) => {
  expect(retentionRate(counts)).toEqual(rate);
});
