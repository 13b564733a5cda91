import fc from 'fast-check';
import { fundParts } from './funding.rules.ts';

const central = { fundId: 'central', share: 8 };
const region = { fundId: 'region', share: 2 };

it('splits each payment for itself: 400.00 at 8 and 2, three times', () => {
  const parts = fundParts([{ amountFen: 40_000n, count: 3 }], [central, region]);
  expect(Object.fromEntries(parts)).toEqual({ central: 96_000n, region: 24_000n });
});

it('gives the fen that does not divide to the earlier fund, in every payment', () => {
  const halves = [
    { fundId: 'central', share: 5 },
    { fundId: 'region', share: 5 },
  ];
  expect(Object.fromEntries(fundParts([{ amountFen: 31_251n, count: 2 }], halves))).toEqual({
    central: 31_252n,
    region: 31_250n,
  });
});

it('gives nothing for no payments', () => {
  expect(Object.fromEntries(fundParts([], [central, region]))).toEqual({ central: 0n, region: 0n });
});

const amounts = fc.array(
  fc.record({ amountFen: fc.bigInt({ min: 1n, max: 2n ** 40n }), count: fc.integer({ min: 1, max: 5_000 }) }),
  { maxLength: 12 },
);
const funding = fc
  .array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 4 })
  .map((shares) => shares.map((share, at) => ({ fundId: `fund ${at}`, share })));

it('parts add up to the payments, and the parts of some and of the rest to those of all', () => {
  fc.assert(
    fc.property(amounts, amounts, funding, (some, rest, shares) => {
      const [first, second, all] = [
        fundParts(some, shares),
        fundParts(rest, shares),
        fundParts([...some, ...rest], shares),
      ];
      const total = [...some, ...rest].reduce((sum, { amountFen, count }) => sum + amountFen * BigInt(count), 0n);
      expect([...all.values()].reduce((sum, part) => sum + part, 0n)).toBe(total);
      for (const [fund, part] of all) expect((first.get(fund) ?? 0n) + (second.get(fund) ?? 0n)).toBe(part);
    }),
  );
});
