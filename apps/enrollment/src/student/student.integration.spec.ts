import type { Ask } from '@bureau/testing';
import { type Bench, openBench } from '../seed/bench.seed.ts';
import type { Place } from '../seed/county.seed.ts';

const LIST = `query ($first: Int, $after: String, $last: Int, $before: String, $orderBy: StudentOrder! = NAME_ASC, $filter: StudentFilter) {
  students(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy, filter: $filter) {
    nodes { id name school { name township { name } } schoolClass { name(schoolYear: 2024) } spells { startedOn } dropoutCases { stage } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
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
  await bench.seed.county('640121', '永宁县');
  place = await bench.seed.school('640121', '李俊小学');
  for (let at = 0; at < 25; at += 1) await bench.seed.student(place, { name: `同名${at % 5}` });
  ask = bench.desk.as({ roles: ['enrollment-office'] });
});
afterAll(() => bench.close());

async function page(variables: Record<string, unknown>): Promise<Page> {
  const { data, errors } = await ask(LIST, variables);
  expect(errors).toBeUndefined();
  return data?.students as Page;
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

it.each(['NAME_ASC', 'NAME_DESC', 'BORN_ASC', 'BORN_DESC'])(
  'pages of 4 in the order %s give every child once',
  async (orderBy) => {
    const ids = await walk({ first: 4, orderBy });
    expect(ids).toHaveLength(25);
    expect(new Set(ids).size).toBe(25);
  },
);

it('neither skips nor repeats a child while others are written before and behind the cursor', async () => {
  const known = new Set(await walk({ first: 200 }));
  let written = 0;
  const ids = await walk({ first: 3 }, async () => {
    await bench.seed.student(place, { name: `同名${written % 7}` });
    written += 1;
  });
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => known.has(id))).toHaveLength(known.size);
});

it('goes back as it came', async () => {
  const forward = await page({ first: 10 });
  const back = await page({
    last: 10,
    before: (await page({ first: 1, after: forward.pageInfo.endCursor })).pageInfo.startCursor,
  });
  expect(back.nodes).toEqual(forward.nodes);
  expect(back.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
});

it('the total, the groups and the list agree, whatever the filter', async () => {
  for (const filter of [
    {},
    { nameContains: '同名3' },
    { schools: [`640121.${place.school}`] },
    { stages: ['VOCATIONAL'] },
  ]) {
    const { data } = await ask(
      `query ($filter: StudentFilter) {
        students(filter: $filter, first: 200) { totalCount nodes { id } }
        studentGroups(filter: $filter, groupBy: STAGE) { key count }
      }`,
      { filter },
    );
    const { students, studentGroups } = data as {
      students: { totalCount: number; nodes: object[] };
      studentGroups: { count: number }[];
    };
    expect(students.totalCount).toBe(students.nodes.length);
    expect(studentGroups.reduce((sum, { count }) => sum + count, 0)).toBe(students.totalCount);
  }
});

describe('counts by a part of the name', () => {
  const GROUPS = '{ studentGroups(filter: { nameContains: "同名3" }, groupBy: SCHOOL) { count } }';

  it.each([
    { roles: ['internet-plus-office'] },
    { roles: ['student-aid-office'] },
    { roles: ['supervisor'] },
    { roles: ['village-cadre'], township: '640121101' },
  ])('are refused to %p, who may not look children up', async (claims) => {
    const { data, errors } = await bench.desk.as(claims)(GROUPS);
    expect(data).toEqual({ studentGroups: null });
    expect(errors).toMatchObject([
      {
        message: 'Not allowed: your roles lack students:read.',
        path: ['studentGroups'],
        extensions: { code: 'FORBIDDEN', scopes: ['students:read'] },
      },
    ]);
    const whole = await bench.desk.as(claims)('{ studentGroups(groupBy: SCHOOL) { count } }');
    expect(whole.errors).toBeUndefined();
  });

  it('are given to a school registrar', async () => {
    const registrar = bench.desk.as({ roles: ['school-registrar'], school: `640121.${place.school}` });
    const { data, errors } = await registrar(GROUPS);
    expect(errors).toBeUndefined();
    expect(data).toEqual({ studentGroups: [{ count: expect.any(Number) as number }] });
  });
});

it.each([5, 20])('%i children with school, township, class, spells and cases take six statements', async (first) => {
  const { errors, statements } = await ask(LIST, { first });
  expect(errors).toBeUndefined();
  expect(statements).toHaveLength(6);
});

it.each([
  [{ first: 201 }, 'first must be from 0 to 200, not 201.'],
  [{ first: 1, after: 'nonsense' }, 'after is not a cursor of this list in the order NAME_ASC.'],
  [{ filter: { schools: ['123'] } }, 'filter.schools is not an id of this graph.'],
])('%p is refused', async (variables, message) => {
  const { errors } = await ask(LIST, variables);
  expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
});

it('a child is on one roll at a time', async () => {
  const student = await bench.seed.student(place, { startedOn: '2023-09-01' });
  await expect(bench.seed.spell(student, { startedOn: '2024-09-01' })).rejects.toThrow('school_spell_one_roll_excl');
  await bench.seed.spell(student, { startedOn: '2022-09-01', endedOn: '2023-09-01', endedBy: 'CLASS_CHANGED' });
});
