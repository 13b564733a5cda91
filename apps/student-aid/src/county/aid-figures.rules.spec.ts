import { aidByProgramme, aidSum, type PaidShare } from './aid-figures.rules.ts';

const shares: PaidShare[] = [
  { programmeCode: 'HS_GRANT', kind: 'CASH', personTimes: 2, amountFen: 250_000n },
  { programmeCode: 'HS_FEE', kind: 'WAIVER', personTimes: 3, amountFen: 120_000n },
  { programmeCode: 'HS_FEE', kind: 'CASH', personTimes: 1, amountFen: 40_000n },
];

it('adds person-times and money, and tells waivers apart from cash', () => {
  expect(aidSum(shares)).toEqual({ personTimes: 6, amountFen: 410_000n, cashFen: 290_000n, waiverFen: 120_000n });
});

it('does the same for each programme, by code', () => {
  expect(aidByProgramme(shares)).toEqual([
    { programmeCode: 'HS_FEE', personTimes: 4, amountFen: 160_000n, cashFen: 40_000n, waiverFen: 120_000n },
    { programmeCode: 'HS_GRANT', personTimes: 2, amountFen: 250_000n, cashFen: 250_000n, waiverFen: 0n },
  ]);
});

it('is nothing when nothing was paid', () => {
  expect(aidSum([])).toEqual({ personTimes: 0, amountFen: 0n, cashFen: 0n, waiverFen: 0n });
  expect(aidByProgramme([])).toEqual([]);
});

it('adds fen exactly where floating point no longer counts by ones', () => {
  const large = { programmeCode: 'X', kind: 'CASH', personTimes: 1, amountFen: 2n ** 53n } as const;
  expect(aidSum([large, { ...large, amountFen: 1n }]).amountFen).toBe(9_007_199_254_740_993n);
});
