import { STAGES } from '@bureau/codes';
import { newId } from '@bureau/subgraph';
import type { OfficeDatabase } from '@bureau/testing';
import fc from 'fast-check';
import type { AidAward } from '../award/aid-award.entity.ts';
import { FUND_SOURCES, type FundSource } from '../fund/fund.entity.ts';
import type { Payment } from '../payment/payment.entity.ts';
import type { AidSeed, Place } from './aid.seed.ts';

const PROGRAMME = 'CE_LIVING_B';
const CHILDREN = 8;

const funding = fc.uniqueArray(
  fc.record({
    source: fc.constantFrom(...FUND_SOURCES),
    budgetYear: fc.constantFrom(2023, 2024),
    share: fc.integer({ min: 1, max: 9 }),
  }),
  { selector: ({ source, budgetYear }) => `${source} ${budgetYear}`, maxLength: 4 },
);
const award = fc.record({
  child: fc.nat({ max: CHILDREN - 1 }),
  year: fc.integer({ min: 2015, max: 2023 }),
  place: fc.nat({ max: 2 }),
  stage: fc.constantFrom(...STAGES),
  level: fc.constantFrom('SPECIAL', 'HARD', null),
  categories: fc.option(
    fc.subarray(['DISABLED', 'ORPHAN', 'RURAL_LOW_INCOME']).chain((these) => fc.shuffledSubarray(these)),
  ),
  amountFen: fc.constantFrom('1', '2', '62501', '9007199254740993'),
  kind: fc.constantFrom('CASH', 'WAIVER'),
  state: fc.constantFrom('PAID', 'PAID', 'PAID', 'SENT'),
  paidOn: fc.constantFrom('2024-01-01', '2024-06-30', '2024-07-01'),
  batch: fc.option(fc.nat({ max: 2 })),
});

/** Awards with every ground, some of them paid, some of those out of the funds of batches. */
export const breakdownWorld = fc.record({
  fundings: fc.tuple(funding, funding, funding),
  awards: fc.uniqueArray(award, { selector: ({ child, year }) => `${child} ${year}`, maxLength: 25, size: 'max' }),
});
type World = typeof breakdownWorld extends fc.Arbitrary<infer T> ? T : never;

/** A payment with all that it is counted by. */
export interface PlantedShare {
  award: AidAward;
  payment: Payment;
  funding: readonly { source: FundSource; share: number }[];
}

export interface PlantedShares {
  places: readonly [Place, Place, Place];
  shares: PlantedShare[];
}

const FUND = `INSERT INTO fund (county_code, id, source, programme_code, budget_year, balances, version)
  VALUES ($1, $2, $3, '${PROGRAMME}', $4, '{0,0,0,0,0,0,0}', 1) ON CONFLICT ON CONSTRAINT fund_source_key DO NOTHING`;
const BATCH = `INSERT INTO disbursement_batch (county_code, id, number, programme_code, school_year, season, payment_kind, state,
    declared_count, declared_fen, payment_count, payment_fen, pay_by, made_by, made_at)
  VALUES ($1, $2, $3, '${PROGRAMME}', 2023, 'SPRING', 'CASH', 'DRAFT', 1, 1, 0, 0, '2024-06-30', 'clerk', now())`;
const FUNDING = `INSERT INTO disbursement_funding (county_code, batch_id, fund_id, position, share)
  SELECT county_code, $2, id, $5, $6 FROM fund WHERE county_code = $1 AND source = $3 AND budget_year = $4`;

/** Writes the world into a county of its own. */
export async function plantShares(
  { database, seed }: { database: OfficeDatabase; seed: AidSeed },
  county: string,
  { fundings, awards }: World,
): Promise<PlantedShares> {
  await seed.programme(county, PROGRAMME);
  const first = seed.place(county);
  const places = [first, seed.place(county), seed.place(county, '102')] as const;
  const batches = fundings.map(() => newId());
  for (const [at, batch] of batches.entries()) {
    await database.arrange(BATCH, [county, batch, `2024-0000${at}`]);
    for (const [position, { source, budgetYear, share }] of (fundings[at] ?? []).entries()) {
      await database.arrange(FUND, [county, newId(), source, budgetYear]);
      await database.arrange(FUNDING, [county, batch, source, budgetYear, position + 1, share]);
    }
  }
  const children = Array.from({ length: CHILDREN }, () => newId());
  const shares = awards.map(({ child, year, place, kind, state, paidOn, batch, ...given }, at): PlantedShare => {
    const studentId = children[child] ?? newId();
    const made = seed.newAward(places[place] ?? first, PROGRAMME, { ...given, studentId, schoolYear: year });
    const paid = state === 'PAID' ? { state, paidOn } : { state };
    const sent = batch === null ? {} : { batchId: batches[batch] ?? null, sequence: at + 1 };
    return {
      award: made,
      payment: seed.newPayment(made, { kind, ...paid, ...sent }),
      funding: (batch === null ? undefined : fundings[batch]) ?? [],
    };
  });
  if (shares.length > 0) {
    await seed.insertAwards(shares.map((share) => share.award));
    await seed.insertPayments(shares.map(({ payment }) => payment));
  }
  return { places, shares };
}
