import type { Ask } from '@bureau/testing';
import type { Place } from '../seed/aid.seed.ts';
import { type Bench, openBench } from '../seed/bench.seed.ts';
import type { PaymentState } from './payment.entity.ts';

const COUNTY = '640121';
const LIST = `query ($first: Int, $after: String, $orderBy: PaymentOrder! = MADE_DESC, $filter: PaymentFilter) {
  payments(first: $first, after: $after, orderBy: $orderBy, filter: $filter) {
    totalCount
    nodes { id amountFen }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface Page {
  totalCount: number;
  nodes: { id: string; amountFen: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const STATES: PaymentState[] = ['PENDING', 'SENT', 'PAID', 'FAILED', 'REFUNDED', 'RECLAIMED'];

let bench: Bench;
let ask: Ask;
let places: [Place, Place];
beforeAll(async () => {
  bench = await openBench();
  const { seed } = bench;
  places = [seed.place(COUNTY), seed.place(COUNTY, '102')];
  for (const code of ['CE_LIVING_B', 'HS_FEE']) await seed.programme(COUNTY, code);
  for (let at = 0; at < 36; at += 1) {
    const isWaiver = at % 4 === 0;
    const award = await seed.award(places[at % 2] ?? places[0], isWaiver ? 'HS_FEE' : 'CE_LIVING_B', {
      season: at % 3 === 0 ? 'AUTUMN' : 'SPRING',
      amountFen: String(31_250 + (at % 5)),
    });
    await seed.payment(award, { state: STATES[at % 6] ?? 'PAID', kind: isWaiver ? 'WAIVER' : 'CASH' });
  }
  ask = bench.desk.as({ roles: ['student-aid-office'] });
});
afterAll(() => bench.close());

async function walk(
  variables: Record<string, unknown>,
  between: () => Promise<unknown> = async () => undefined,
): Promise<Page['nodes']> {
  const found: Page['nodes'] = [];
  for (let after: string | null = null; ;) {
    const { data, errors } = await ask(LIST, { ...variables, after });
    expect(errors).toBeUndefined();
    const { nodes, pageInfo } = data?.payments as Page;
    found.push(...nodes);
    if (!pageInfo.hasNextPage) return found;
    after = pageInfo.endCursor;
    await between();
  }
}

const FILTERS: [string, () => Record<string, unknown>, number][] = [
  ['nothing', () => ({}), 36],
  ['a state', () => ({ states: ['FAILED'] }), 6],
  ['those that reached the payee', () => ({ paidFrom: '2024-05-20', paidTo: '2024-05-20' }), 18],
  ['those that reached him a day later', () => ({ paidFrom: '2024-05-21' }), 0],
  ['those that reached him a day earlier', () => ({ paidTo: '2024-05-19' }), 0],
  ['a kind', () => ({ kinds: ['WAIVER'] }), 9],
  ['a programme', () => ({ programmes: ['CE_LIVING_B'] }), 27],
  ['a school', () => ({ schools: [`${COUNTY}.${places[0].schoolId}`] }), 18],
  ['a township', () => ({ townships: ['640121102'] }), 18],
  ['a school year', () => ({ schoolYear: 2023 }), 36],
  ['another school year', () => ({ schoolYear: 2024 }), 0],
  ['a season', () => ({ season: 'AUTUMN' }), 12],
  ['a term by its name', () => ({ terms: ['2024年春季学期'] }), 24],
  ['a term by its code', () => ({ terms: ['2023-2024-1'] }), 12],
  ['a term and a state', () => ({ terms: ['2023-2024-1'], states: ['PAID'] }), 0],
];

it.each(FILTERS)('%s: the total and the list agree', async (_, filterOf, count) => {
  const filter = filterOf();
  expect(await walk({ filter, first: 7 })).toHaveLength(count);
  const { data } = await ask(LIST, { filter, first: 0 });
  expect(data?.payments).toMatchObject({ totalCount: count });
});

it.each(['MADE_ASC', 'MADE_DESC', 'AMOUNT_DESC'])(
  'pages of 5 in the order %s give every payment once',
  async (orderBy) => {
    const nodes = await walk({ first: 5, orderBy });
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(36);
    const values = nodes.map(({ id, amountFen }) => (orderBy === 'AMOUNT_DESC' ? amountFen : id));
    const ascending = values.toSorted();
    expect(values).toEqual(orderBy === 'MADE_ASC' ? ascending : ascending.toReversed());
  },
);

it('shows an attempt with its reason, and the award behind it', async () => {
  const award = await bench.seed.award(places[0], 'CE_LIVING_B');
  const failed = await bench.seed.payment(award, { state: 'FAILED' });
  const paid = await bench.seed.payment(award);
  const { data, errors } = await ask(
    `query ($id: ID!) {
      payment(id: $id) {
        amount kind state paidOn failureCode endToEndReference
        award { id payments { id state paidOn failureCode } }
      }
    }`,
    { id: `${COUNTY}.${failed.id}` },
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    payment: {
      amount: '625.00',
      kind: 'CASH',
      state: 'FAILED',
      paidOn: null,
      failureCode: 'NAME_MISMATCH',
      endToEndReference: failed.endToEndReference,
      award: {
        id: award.globalId,
        payments: [
          { id: `${COUNTY}.${failed.id}`, state: 'FAILED', paidOn: null, failureCode: 'NAME_MISMATCH' },
          { id: `${COUNTY}.${paid.id}`, state: 'PAID', paidOn: '2024-05-20', failureCode: null },
        ],
      },
    },
  });
});

it('neither skips nor repeats a payment while others are made', async () => {
  const known = (await walk({ first: 200 })).map(({ id }) => id);
  for (const orderBy of ['MADE_ASC', 'AMOUNT_DESC']) {
    let made = 0;
    const nodes = await walk({ first: 6, orderBy }, async () => {
      if (made > 4) return;
      await bench.seed.payment(await bench.seed.award(places[0], 'CE_LIVING_B', { amountFen: String(31_249 + made) }));
      made += 1;
    });
    const ids = nodes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => known.includes(id))).toHaveLength(known.length);
  }
});

it.each([
  [{ schoolYear: 2101 }, 'filter.schoolYear'],
  [{ terms: ['spring'] }, 'filter.terms'],
  [{ schools: ['x'] }, 'filter.schools'],
  [{ paidFrom: '2024-06-30', paidTo: '2024-06-29' }, 'filter.paidTo'],
])('%p is refused', async (filter, argument) => {
  const { errors } = await ask(LIST, { filter });
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument } }]);
});
