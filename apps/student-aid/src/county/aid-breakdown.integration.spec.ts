import type { Claims } from '@bureau/access';
import { allocate, formatYuan } from '@bureau/money';
import { formatGlobalId } from '@bureau/subgraph';
import fc from 'fast-check';
import { FUND_SOURCES } from '../fund/fund.entity.ts';
import { type Bench, openBench } from '../seed/bench.seed.ts';
import { breakdownWorld, type PlantedShare, plantShares } from '../seed/breakdown-world.seed.ts';

const SUM = 'personTimes students amount amountFen cashAmount waiverAmount';
const CATEGORIES = `byCategory { ground categories level ${SUM} }`;
const BREAKDOWNS = (more = '') => `query ($county: ID!, $from: Date!, $to: Date!) {
  _entities(representations: [{ __typename: "County", code: $county }]) {
    ... on County { studentAid(from: $from, to: $to) {
      ${SUM}
      byStage { stage ${SUM} }
      bySchool { school { id } ${SUM} }
      byTownship { township { code } ${SUM} }
      bySource { source ${SUM} }
      ${more}
    } }
  }
}`;
const LISTED = `query ($from: Date!, $to: Date!) {
  ${['STAGE', 'SCHOOL', 'TOWNSHIP'].map((by) => `${by}: aidAwardGroups(filter: { paidFrom: $from, paidTo: $to }, groupBy: ${by}) { key count students amountFen }`).join(' ')}
}`;
const HALF_YEAR = { from: '2024-01-01', to: '2024-06-30' };

interface Sum {
  personTimes: number;
  students: number;
  amount: string;
  amountFen: string;
  cashAmount: string;
  waiverAmount: string;
}
type Group = Sum & Record<string, unknown>;
type Figures = Sum &
  Record<'byStage' | 'bySchool' | 'byTownship' | 'bySource', Group[]> & { byCategory?: Group[] | null };

/** Part of a payment that counts in one group. */
interface Share {
  studentId: string;
  kind: string;
  fen: bigint;
}

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

let counties = 0;
const newCounty = () => String(640_400 + (counties += 1));

async function ask(claims: Claims & { county: string }, more?: string) {
  const { data, errors, statements } = await bench.desk.as(claims)(BREAKDOWNS(more), {
    county: claims.county,
    ...HALF_YEAR,
  });
  const { studentAid } = (data as { _entities: [{ studentAid: Figures }] })._entities[0];
  return { figures: studentAid, errors, statements };
}

const fenOf = (shares: readonly Share[], kind?: string) =>
  shares.filter((share) => !kind || share.kind === kind).reduce((sum, { fen }) => sum + fen, 0n);

const sumOf = (shares: readonly Share[]): Sum => ({
  personTimes: shares.length,
  students: new Set(shares.map(({ studentId }) => studentId)).size,
  amount: formatYuan(fenOf(shares)),
  amountFen: String(fenOf(shares)),
  cashAmount: formatYuan(fenOf(shares, 'CASH')),
  waiverAmount: formatYuan(fenOf(shares, 'WAIVER')),
});

const shareOf = ({ award, payment }: PlantedShare): Share => ({
  studentId: award.studentId,
  kind: payment.kind,
  fen: BigInt(award.amountFen),
});

/** What a payment took from each source, from the rule of the allocation. */
function sourcesOf(planted: PlantedShare): { key: object; share: Share }[] {
  const share = shareOf(planted);
  if (planted.funding.length === 0) return [{ key: { source: null }, share }];
  const parts = allocate(
    share.fen,
    planted.funding.map((fund) => fund.share),
  );
  return FUND_SOURCES.map((source) => {
    const fen = planted.funding.reduce((sum, fund, at) => (fund.source === source ? sum + (parts[at] ?? 0n) : sum), 0n);
    return { key: { source }, share: { ...share, fen } };
  }).filter((part) => part.share.fen > 0n);
}

function groundOf({ award: { categories, level } }: PlantedShare): object {
  if (categories && categories.length > 0)
    return { ground: 'ATTESTED', categories: [...categories].sort(), level: null };
  if (level) return { ground: 'RECOGNISED', categories: [], level };
  return { ground: categories ? 'NEITHER' : 'UNRECORDED', categories: [], level: null };
}

const groupsOf = (parts: { key: object; share: Share }[]): object[] =>
  [...Map.groupBy(parts, ({ key }) => JSON.stringify(key)).values()].map((its) => ({
    ...its[0]?.key,
    ...sumOf(its.map(({ share }) => share)),
  }));

/** In any order, with nothing else. */
const exactly = (groups: object[]): unknown => {
  const all: unknown = expect.arrayContaining(groups);
  return all;
};

function expectCounted(figures: Figures, planted: readonly PlantedShare[]): void {
  const paid = planted.filter(
    ({ payment: { state, paidOn } }) =>
      state === 'PAID' && paidOn !== null && paidOn >= HALF_YEAR.from && paidOn <= HALF_YEAR.to,
  );
  const by = (keyOf: (one: PlantedShare) => object) =>
    groupsOf(paid.map((one) => ({ key: keyOf(one), share: shareOf(one) })));
  const expected = {
    byStage: by(({ award }) => ({ stage: award.stage })),
    bySchool: by(({ award }) => ({
      school: { id: formatGlobalId({ county: award.countyCode, id: award.schoolId }) },
    })),
    byTownship: by(({ award }) => ({ township: { code: award.townshipCode } })),
    bySource: groupsOf(paid.flatMap(sourcesOf)),
    ...(figures.byCategory && { byCategory: by(groundOf) }),
  };
  expect(figures).toMatchObject(sumOf(paid.map(shareOf)));
  for (const [name, groups] of Object.entries(expected)) {
    const given = figures[name as keyof typeof expected] as Group[];
    expect(given).toHaveLength(groups.length);
    expect(given).toEqual(exactly(groups));
    expect(String(given.reduce((sum, { amountFen }) => sum + BigInt(amountFen), 0n))).toBe(figures.amountFen);
    if (name !== 'bySource') expect(given.reduce((sum, one) => sum + one.personTimes, 0)).toBe(figures.personTimes);
  }
}

it('every breakdown equals a count by hand and adds up, for the county, a township and a school', async () => {
  await fc.assert(
    fc.asyncProperty(breakdownWorld, async (world) => {
      const county = newCounty();
      const { places, shares } = await plantShares(bench, county, world);
      const whole = await ask({ roles: ['student-aid-office'], county }, CATEGORIES);
      expect(whole.errors).toBeUndefined();
      expectCounted(whole.figures, shares);
      for (const { townshipCode, schoolId } of places) {
        const township = await ask({ roles: ['township-leader'], county, township: townshipCode });
        expectCounted(
          township.figures,
          shares.filter(({ award }) => award.townshipCode === townshipCode),
        );
        const school = await ask({ roles: ['principal'], county, school: `${county}.${schoolId}` });
        expectCounted(
          school.figures,
          shares.filter(({ award }) => award.schoolId === schoolId),
        );
      }
    }),
    { numRuns: process.env['DEEP'] ? 300 : 12 },
  );
});

it('the groups of the list of awards are the groups of the figures', async () => {
  const [world] = fc
    .sample(breakdownWorld, { numRuns: 20, seed: 20_240_630 })
    .toSorted((a, b) => b.awards.length - a.awards.length);
  if (!world) throw new Error('no world');
  const county = newCounty();
  await plantShares(bench, county, world);
  const claims = { roles: ['student-aid-office'], county };
  const { figures } = await ask(claims);
  const keyed = (groups: Group[], keyOf: (group: Group) => unknown) =>
    groups.map((group) => ({
      key: keyOf(group),
      count: group.personTimes,
      students: group.students,
      amountFen: group.amountFen,
    }));
  const listed = (await bench.desk.as(claims)(LISTED, HALF_YEAR)).data as Record<string, object[]>;
  expect(figures.byStage.length).toBeGreaterThan(1);
  for (const [by, groups] of Object.entries({
    STAGE: keyed(figures.byStage, ({ stage }) => stage),
    SCHOOL: keyed(figures.bySchool, ({ school }) => (school as { id: string }).id),
    TOWNSHIP: keyed(figures.byTownship, ({ township }) => (township as { code: string }).code),
  })) {
    expect(listed[by]).toHaveLength(groups.length);
    expect(listed[by]).toEqual(exactly(groups));
  }
});

describe('a county of its own', () => {
  const pay = async (county: string, count: number) => {
    const place = bench.seed.place(county);
    for (let at = 0; at < count; at += 1)
      await bench.seed.payment(await bench.seed.award(at % 2 ? place : bench.seed.place(county), 'CE_LIVING_B'));
  };

  it('is asked once a breakdown, however many rows and groups', async () => {
    const county = newCounty();
    await bench.seed.programme(county, 'CE_LIVING_B');
    for (const count of [1, 20]) {
      await pay(county, count);
      const { errors, statements } = await ask({ roles: ['county-leader'], county }, CATEGORIES);
      expect(errors).toBeUndefined();
      expect(statements).toHaveLength(6);
    }
  });

  it('names groups in order, what is not recorded last', async () => {
    const county = newCounty();
    await bench.seed.programme(county, 'CE_LIVING_B');
    const place = bench.seed.place(county);
    for (const given of [
      { stage: 'VOCATIONAL' },
      { stage: 'PRIMARY', categories: [] },
      { stage: 'PRIMARY', categories: ['ORPHAN', 'DISABLED', 'ORPHAN'] },
      { stage: 'PRE_SCHOOL', level: 'HARD' },
    ] as const)
      await bench.seed.payment(
        await bench.seed.award(place, 'CE_LIVING_B', {
          ...given,
          categories: 'categories' in given ? [...given.categories] : null,
        }),
      );
    const { figures } = await ask({ roles: ['student-aid-office'], county }, CATEGORIES);
    expect(figures.byStage.map(({ stage, personTimes }) => [stage, personTimes])).toEqual([
      ['PRE_SCHOOL', 1],
      ['PRIMARY', 2],
      ['VOCATIONAL', 1],
    ]);
    expect(figures.byCategory?.map(({ ground, categories, level }) => [ground, categories, level])).toEqual([
      ['ATTESTED', ['DISABLED', 'ORPHAN'], null],
      ['RECOGNISED', [], 'HARD'],
      ['NEITHER', [], null],
      ['UNRECORDED', [], null],
    ]);
    expect(figures.bySource.map(({ source, amount }) => [source, amount])).toEqual([[null, '2500.00']]);
  });

  it.each(['principal', 'township-leader'])('does not tell a %s what awards were granted for', async (role) => {
    const county = newCounty();
    await bench.seed.programme(county, 'CE_LIVING_B');
    await pay(county, 1);
    const reach = role === 'principal' ? { school: `${county}.${crypto.randomUUID()}` } : { township: `${county}101` };
    const { figures, errors } = await ask({ roles: [role], county, ...reach }, CATEGORIES);
    expect(errors).toMatchObject([
      { path: ['_entities', 0, 'studentAid', 'byCategory'], extensions: { code: 'FORBIDDEN' } },
    ]);
    expect(figures.byCategory).toBeNull();
    expect(figures.personTimes).toBe(role === 'principal' ? 0 : 1);
  });
});
