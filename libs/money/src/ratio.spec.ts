import fc from 'fast-check';

import { percentOf, ratio } from './ratio.ts';

it.each([
  [176, 179, '98.32'],
  [0, 179, '0.00'],
  [179, 179, '100.00'],
  [1, 3, '33.33'],
  [2, 3, '66.67'],
  [1, 20_000, '0.01'],
  [1, 20_001, '0.00'],
  [99_995, 100_000, '100.00'],
  [99_994, 100_000, '99.99'],
  [5, 4, '125.00'],
  [0, 0, null],
  [3, 0, null],
])('%i of %i is %s', (numerator, denominator, percent) => {
  expect(ratio(numerator, denominator)).toEqual({ numerator, denominator, percent });
});

it.each([
  [-1, 2],
  [1, -2],
  [0.5, 2],
  [1, Number.POSITIVE_INFINITY],
])('refuses %d of %d', (numerator, denominator) => {
  expect(() => ratio(numerator, denominator)).toThrow(RangeError);
});

it('is within half a hundredth of the true quotient, upwards included', () => {
  const counts = fc.bigInt({ min: 0n, max: 10n ** 30n });
  fc.assert(
    fc.property(counts, counts, (numerator, denominator) => {
      fc.pre(denominator > 0n);
      const hundredths = BigInt((percentOf(numerator, denominator) ?? '').replace('.', ''));
      const off = 2n * (hundredths * denominator - numerator * 10_000n);
      expect(off > -denominator && off <= denominator).toBe(true);
    }),
  );
});
