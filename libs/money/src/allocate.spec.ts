import fc from 'fast-check';

import { allocate } from './allocate.ts';

it.each([
  [332_260_000n, [8, 2], [265_808_000n, 66_452_000n]],
  [31_250n, [5, 5], [15_625n, 15_625n]],
  [1n, [5, 5], [1n, 0n]],
  [-1n, [5, 5], [-1n, 0n]],
  [100n, [1, 1, 1], [34n, 33n, 33n]],
  [5n, [1, 9], [1n, 4n]],
  [99n, [8, 2], [79n, 20n]],
  [7n, [0, 3], [0n, 7n]],
  [0n, [8, 2], [0n, 0n]],
])('%s fen at %j make %j', (total, shares, parts) => {
  expect(allocate(total, shares)).toEqual(parts);
});

it.each([[[]], [[0, 0]], [[-1, 2]], [[0.5, 0.5]], [[Number.NaN]]])('refuses the shares %j', (shares) => {
  expect(() => allocate(100n, shares)).toThrow(RangeError);
});

it('loses no fen and is never more than one fen off', () => {
  const shares = fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), shares, (total, weights) => {
      const sum = weights.reduce((a, b) => a + b, 0);
      fc.pre(sum > 0);
      const parts = allocate(total, weights);
      expect(parts.reduce((a, b) => a + b, 0n)).toBe(total);
      parts.forEach((part, index) => {
        const off = part * BigInt(sum) - total * BigInt(weights[index] ?? 0);
        expect(off < BigInt(sum) && off > -BigInt(sum)).toBe(true);
      });
    }),
  );
});
