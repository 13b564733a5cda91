import type { Ask } from '@bureau/testing';
import { type Bench, openBench } from '../seed/bench.seed.ts';
import type { Place } from '../seed/ledger.seed.ts';

const LIST = `query ($first: Int, $after: String, $last: Int, $before: String, $orderBy: DisabledChildOrder! = NAME_ASC, $filter: DisabledChildFilter) {
  disabledChildren(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy, filter: $filter) {
    nodes { id name }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;
const EVERYTHING = `query ($first: Int!) {
  disabledChildren(first: $first, filter: { schoolYear: 2024 }) {
    totalCount
    nodes {
      id school { id } township { code } student { id specialEducation { inLedger placed } }
      disabilities { category level } placement { kind school { id } child { id } } placements { kind } unplacedNote { reason }
    }
  }
}`;

interface Page {
  nodes: { id: string; name: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

let bench: Bench;
let ask: Ask;
let place: Place;
beforeAll(async () => {
  bench = await openBench();
  await bench.seed.ageBand('640121');
  place = bench.seed.place('640121');
  for (let at = 0; at < 50; at += 1) {
    const child = await bench.seed.child(place, {
      name: `同名${at % 5}`,
      bornOn: `201${at % 4}-05-05`,
      studentId: await bench.seed.student(place),
    });
    if (at % 3 > 0) await bench.seed.placement(child, 'REGULAR_CLASS');
  }
  ask = bench.desk.as({ roles: ['special-education-office'] });
});
afterAll(() => bench.close());

async function page(variables: Record<string, unknown>): Promise<Page> {
  const { data, errors } = await ask(LIST, variables);
  expect(errors).toBeUndefined();
  return data?.disabledChildren as Page;
}

async function walk(
  variables: Record<string, unknown>,
  between: () => Promise<unknown> = async () => undefined,
): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const { nodes, pageInfo } = await page({ ...variables, after });
    ids.push(...nodes.map(({ id }) => id));
    if (!pageInfo.hasNextPage) return ids;
    after = pageInfo.endCursor;
    await between();
  }
}

it.each([5, 50])('%i children with all that belongs to them take eight statements', async (first) => {
  await bench.seed.ageBand(`6401${String(first).padStart(2, '0')}`);
  const { data, errors, statements } = await ask(EVERYTHING, { first });
  expect(errors).toBeUndefined();
  expect((data?.disabledChildren as { nodes: object[] }).nodes).toHaveLength(first);
  expect(statements).toHaveLength(8);
});

it.each(['NAME_ASC', 'NAME_DESC', 'BORN_ASC', 'BORN_DESC'])(
  'pages of 7 in the order %s give every child once',
  async (orderBy) => {
    const ids = await walk({ first: 7, orderBy });
    expect(ids).toHaveLength(50);
    expect(new Set(ids).size).toBe(50);
  },
);

it('goes back as it came', async () => {
  const forward = await page({ first: 10 });
  const next = await page({ first: 1, after: forward.pageInfo.endCursor });
  const back = await page({ last: 10, before: next.pageInfo.startCursor });
  expect(back.nodes).toEqual(forward.nodes);
  expect(back.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
});

it('neither skips nor repeats a child while others are entered before and behind the cursor', async () => {
  const known = await walk({ first: 200 });
  let entered = 0;
  const ids = await walk({ first: 6, filter: { schoolYear: 2024 } }, async () => {
    const child = await bench.seed.child(place, { name: `同名${entered % 7}` });
    await bench.seed.placement(child, 'HOME_TEACHING');
    entered += 1;
  });
  expect(entered).toBeGreaterThan(8);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => known.includes(id))).toHaveLength(known.length);
});
