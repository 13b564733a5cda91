import type { Ask } from '@bureau/testing';
import type { Place } from '../seed/aid.seed.ts';
import { type Bench, openBench } from '../seed/bench.seed.ts';

const COUNTY = '640121';
const LIST = `query ($first: Int, $after: String, $last: Int, $before: String, $orderBy: AidAwardOrder! = AWARDED_DESC, $filter: AidAwardFilter) {
  aidAwards(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy, filter: $filter) {
    nodes { id amountFen awardedOn term { code } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;
const EVERYTHING = `query ($first: Int!) {
  aidAwards(first: $first) {
    totalCount
    nodes {
      id studentName programme { code name rates { amount } rate(term: "2023-2024-2", stage: PRIMARY) { amount } }
      term { schoolYear season code name calendarYear } stage tier amount amountFen school { id } township { code } awardedOn
      payments { id amount kind state paidOn failureCode endToEndReference programme { code } award { id } }
    }
  }
}`;

interface Page {
  nodes: { id: string; amountFen: string; awardedOn: string; term: { code: string } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

let bench: Bench;
let ask: Ask;
let places: [Place, Place];
beforeAll(async () => {
  bench = await openBench();
  const { seed } = bench;
  places = [seed.place(COUNTY), seed.place(COUNTY, '102')];
  for (const code of ['CE_LIVING_B', 'HS_FEE']) {
    await seed.programme(COUNTY, code);
    await seed.rate(COUNTY, code);
  }
  for (let at = 0; at < 40; at += 1) {
    const award = await seed.award(places[at % 2] ?? places[0], at % 4 === 0 ? 'HS_FEE' : 'CE_LIVING_B', {
      studentId: await seed.student(places[0]),
      season: at % 5 === 0 ? 'AUTUMN' : 'SPRING',
      schoolYear: at % 10 === 0 ? 2024 : 2023,
      stage: at % 4 === 0 ? 'SENIOR_SECONDARY' : 'PRIMARY',
      tier: (at % 3) + 1,
      amountFen: String(31_250 * ((at % 3) + 1)),
      awardedOn: `2024-04-0${(at % 4) + 1}`,
    });
    await seed.payment(award, { state: 'FAILED' });
    if (at % 2 === 0) await seed.payment(award, { paidOn: at % 4 === 0 ? '2024-05-20' : '2024-07-01' });
  }
  ask = bench.desk.as({ roles: ['student-aid-office'] });
});
afterAll(() => bench.close());

async function page(variables: Record<string, unknown>): Promise<Page> {
  const { data, errors } = await ask(LIST, variables);
  expect(errors).toBeUndefined();
  return data?.aidAwards as Page;
}

async function walk(
  variables: Record<string, unknown>,
  between: () => Promise<unknown> = async () => undefined,
): Promise<Page['nodes']> {
  const found: Page['nodes'] = [];
  for (let after: string | null = null; ;) {
    const { nodes, pageInfo } = await page({ ...variables, after });
    found.push(...nodes);
    if (!pageInfo.hasNextPage) return found;
    after = pageInfo.endCursor;
    await between();
  }
}

describe('the filter', () => {
  const school = (at: 0 | 1) => `${COUNTY}.${places[at].schoolId}`;
  const FILTERS: [string, () => Record<string, unknown>, number][] = [
    ['nothing', () => ({}), 40],
    ['a school year', () => ({ schoolYear: 2023 }), 36],
    ['a season', () => ({ season: 'AUTUMN' }), 8],
    ['a school year and a season', () => ({ schoolYear: 2023, season: 'AUTUMN' }), 4],
    ['a term by its code', () => ({ terms: ['2023-2024-2'] }), 32],
    ['a term by its name', () => ({ terms: ['2024年春季学期'] }), 32],
    ['both terms of the calendar year 2024', () => ({ terms: ['2024年春季学期', '2024年秋季学期'] }), 36],
    ['no term', () => ({ terms: [] }), 0],
    ['a programme', () => ({ programmes: ['HS_FEE'] }), 10],
    ['a stage', () => ({ stages: ['PRIMARY'] }), 30],
    ['a school', () => ({ schools: [school(1)] }), 20],
    ['a school of another county', () => ({ schools: [`640122.${places[0].schoolId}`] }), 0],
    ['a township', () => ({ townships: ['640121102'] }), 20],
    ['paid at some time', () => ({ paidFrom: '1986-01-01' }), 20],
    ['paid until the end of June', () => ({ paidTo: '2024-06-30' }), 10],
    ['paid from July on', () => ({ paidFrom: '2024-07-01' }), 10],
    ['paid on a day when nothing was', () => ({ paidFrom: '2024-05-21', paidTo: '2024-06-30' }), 0],
    ['all at once', () => ({ schools: [school(0)], stages: ['PRIMARY'], season: 'SPRING', paidFrom: '2024-07-01' }), 8],
  ];

  it.each(FILTERS)('%s: the total, the list and every grouping agree', async (_, filterOf, count) => {
    const filter = filterOf();
    const nodes = await walk({ filter, first: 7 });
    expect(nodes).toHaveLength(count);
    const fen = nodes.reduce((sum, { amountFen }) => sum + BigInt(amountFen), 0n);
    for (const groupBy of ['PROGRAMME', 'TERM', 'STAGE', 'TIER', 'SCHOOL', 'TOWNSHIP']) {
      const { data, errors } = await ask(
        `query ($filter: AidAwardFilter, $groupBy: AidAwardGrouping!) {
          aidAwards(filter: $filter) { totalCount }
          aidAwardGroups(filter: $filter, groupBy: $groupBy) { key count students amountFen }
        }`,
        { filter, groupBy },
      );
      expect(errors).toBeUndefined();
      const { aidAwards, aidAwardGroups } = data as {
        aidAwards: { totalCount: number };
        aidAwardGroups: { count: number; students: number; amountFen: string }[];
      };
      expect(aidAwards.totalCount).toBe(count);
      expect(aidAwardGroups.reduce((sum, group) => sum + group.count, 0)).toBe(count);
      expect(aidAwardGroups.reduce((sum, group) => sum + group.students, 0)).toBe(count);
      expect(aidAwardGroups.reduce((sum, group) => sum + BigInt(group.amountFen), 0n)).toBe(fen);
    }
  });

  it.each([
    [{ schoolYear: 1985 }, 'filter.schoolYear'],
    [{ terms: ['2023-2024-2', '2024-2023-1'] }, 'filter.terms'],
    [{ terms: ['2024年夏季学期'] }, 'filter.terms'],
    [{ schools: ['1'] }, 'filter.schools'],
    [{ paidFrom: '2024-06-30', paidTo: '2024-06-29' }, 'filter.paidTo'],
  ])('%p is refused', async (filter, argument) => {
    const { errors, statements } = await ask(LIST, { filter });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument } }]);
    expect(statements).toEqual([]);
  });
});

it('groups name their value as the schema does', async () => {
  const keys = async (groupBy: string) => {
    const { data } = await ask('query ($by: AidAwardGrouping!) { aidAwardGroups(groupBy: $by) { key count } }', {
      by: groupBy,
    });
    return (data as { aidAwardGroups: { key: string }[] }).aidAwardGroups;
  };
  expect(await keys('TERM')).toEqual([
    { key: '2023-2024-1', count: 4 },
    { key: '2023-2024-2', count: 32 },
    { key: '2024-2025-1', count: 4 },
  ]);
  expect(await keys('TIER')).toEqual([
    { key: '1', count: 14 },
    { key: '2', count: 13 },
    { key: '3', count: 13 },
  ]);
  expect(await keys('SCHOOL')).toEqual(
    places
      .map(({ schoolId }) => ({ key: `${COUNTY}.${schoolId}`, count: 20 }))
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
  );
});

const sorted: Record<string, (node: Page['nodes'][number]) => string> = {
  AWARDED_ASC: ({ awardedOn }) => awardedOn,
  AWARDED_DESC: ({ awardedOn }) => awardedOn,
  TERM_ASC: ({ term }) => term.code,
  TERM_DESC: ({ term }) => term.code,
  AMOUNT_DESC: ({ amountFen }) => amountFen.padStart(19, '0'),
};

it.each(Object.keys(sorted))('pages of 7 in the order %s give every award once', async (orderBy) => {
  const nodes = await walk({ first: 7, orderBy });
  expect(new Set(nodes.map(({ id }) => id)).size).toBe(40);
  const values = nodes.map((node) => sorted[orderBy]?.(node) ?? '');
  const ascending = values.toSorted();
  expect(values).toEqual(orderBy.endsWith('ASC') ? ascending : ascending.toReversed());
});

it('goes back as it came', async () => {
  const forward = await page({ first: 10 });
  const next = await page({ first: 1, after: forward.pageInfo.endCursor });
  const back = await page({ last: 10, before: next.pageInfo.startCursor });
  expect(back.nodes).toEqual(forward.nodes);
  expect(back.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
});

it.each([
  [{ first: 201 }, 'first must be from 0 to 200, not 201.'],
  [{ first: 1, after: 'nonsense' }, 'after is not a cursor of this list in the order AWARDED_DESC.'],
])('%p is refused', async (variables, message) => {
  const { errors } = await ask(LIST, variables);
  expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
});

it.each([5, 40])('%i awards with all that belongs to them take seven statements', async (first) => {
  await bench.seed.programme(COUNTY, `X${first}`);
  const { data, errors, statements } = await ask(EVERYTHING, { first });
  expect(errors).toBeUndefined();
  expect((data?.aidAwards as { nodes: object[] }).nodes).toHaveLength(first);
  expect(statements).toHaveLength(7);
});

it('neither skips nor repeats an award while others are made before and behind the cursor', async () => {
  const known = (await walk({ first: 200 })).map(({ id }) => id);
  let made = 0;
  const ids = (
    await walk({ first: 6 }, async () => {
      await bench.seed.award(places[0], 'CE_LIVING_B', { awardedOn: `2024-04-0${(made % 5) + 1}` });
      made += 1;
    })
  ).map(({ id }) => id);
  expect(made).toBeGreaterThan(5);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => known.includes(id))).toHaveLength(known.length);
});
