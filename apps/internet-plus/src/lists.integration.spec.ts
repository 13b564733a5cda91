import type { Ask } from '@bureau/testing';
import { type Bench, openBench } from './seed/bench.seed.ts';
import type { SeededSchool } from './seed/campus.seed.ts';
import { walk } from './seed/walk.seed.ts';

const query = (list: string, orderBy: string, filter: string, node = 'id') =>
  `query ($first: Int, $after: String, $last: Int, $before: String) {
    ${list}(filter: ${filter}, orderBy: ${orderBy}, first: $first, after: $after, last: $last, before: $before) {
      nodes { ${node} } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }`;

const LISTS: [list: string, orderBy: string, filter: string][] = [
  ['internetPlusSchools', 'CODE_ASC', '{ schoolYear: 2024 }'],
  ['internetPlusSchools', 'NAME_ASC', '{ schoolYear: 2024, isConnected: true }'],
  ['digitalProfiles', 'BANDWIDTH_ASC', '{ schoolYear: 2024 }'],
  ['digitalProfiles', 'BANDWIDTH_DESC', '{ schoolYear: 2024, isCounted: true }'],
  ['digitalProfiles', 'SURVEYED_DESC', '{ schoolYear: 2024 }'],
  ['smartCampusRatings', 'AWARDED_DESC', '{}'],
  ['smartCampusRatings', 'AWARDED_ASC', '{ inForceOn: "2024-12-05" }'],
  ['smartCampusRatings', 'STARS_DESC', '{}'],
  ['platformPilots', 'STARTED_DESC', '{}'],
  ['platformPilots', 'STARTED_ASC', '{ underWayOn: "2024-12-05" }'],
];

let bench: Bench;
let ask: Ask;
let serial = 0;

/** A school with one of everything; the values that lists go by repeat every few schools. */
async function plant(): Promise<SeededSchool> {
  const { seed } = bench;
  const at = (serial += 1);
  const day = `2024-0${(at % 3) + 1}-01`;
  const school = await seed.school('640121');
  await seed.profile(school, { broadbandMbps: 100 * ((at % 4) + 1), surveyedOn: day });
  await seed.rating(school, { stars: (at % 4) + 2, awardedOn: day });
  await seed.pilot(school, { startedOn: day });
  return school;
}

beforeAll(async () => {
  bench = await openBench();
  ask = bench.desk.as({ roles: ['internet-plus-office'] });
  for (let at = 0; at < 17; at += 1) await plant();
});
afterAll(() => bench.close());

it.each(LISTS)('%s by %s in pages of 4 give every row once, forth as back', async (list, orderBy, filter) => {
  const whole = await walk(ask, { query: query(list, orderBy, filter), first: 200 });
  expect(new Set(whole).size).toBe(17);
  expect(await walk(ask, { query: query(list, orderBy, filter), first: 4 })).toEqual(whole);

  const { data } = await ask(query(list, orderBy, filter), { last: 6 });
  expect(data).toMatchObject({
    [list]: { nodes: whole.slice(-6).map((id) => ({ id })), pageInfo: { hasNextPage: false, hasPreviousPage: true } },
  });
});

it.each(LISTS)('%s by %s neither skip nor repeat a row while others are written', async (list, orderBy, filter) => {
  const known = await walk(ask, { query: query(list, orderBy, filter), first: 200 });
  const ids = await walk(ask, { query: query(list, orderBy, filter), first: 6, between: plant });
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => known.includes(id))).toEqual(known);
});

it.each([5, 15])('%i profiles, ratings or pilots with their schools take one statement a list', async (first) => {
  for (const [list, orderBy, filter] of LISTS.slice(2)) {
    const { data, errors, statements } = await ask(query(list, orderBy, filter, 'id school { id }'), { first });
    expect(errors).toBeUndefined();
    expect((data as Record<string, { nodes: object[] }>)[list]?.nodes).toHaveLength(first);
    expect(statements).toHaveLength(1);
  }
});

it.each([5, 15])('%i schools with profile, stars and pilots take four statements', async (first) => {
  const node = `id digitalProfile(schoolYear: 2024) { broadbandMbps } last: digitalProfile(schoolYear: 2023) { id }
    smartCampusRating { stars } platformPilots { level } isPlatformPilot`;
  const { data, errors, statements } = await ask(
    query('internetPlusSchools', 'CODE_ASC', '{ schoolYear: 2024 }', node),
    { first },
  );
  expect(errors).toBeUndefined();
  const { nodes } = data?.internetPlusSchools as { nodes: object[] };
  expect(nodes).toHaveLength(first);
  expect(nodes[0]).toEqual({
    id: expect.stringMatching(/^640121\./) as string,
    digitalProfile: { broadbandMbps: 200 },
    last: null,
    smartCampusRating: { stars: 3 },
    platformPilots: [{ level: 'NATIONAL' }],
    isPlatformPilot: true,
  });
  expect(statements).toHaveLength(4);
});

it('the total is a statement of its own, and only when asked for', async () => {
  for (const [list, orderBy, filter] of LISTS) {
    const { data, statements } = await ask(
      `query { ${list}(filter: ${filter}, orderBy: ${orderBy}, first: 0) { totalCount } }`,
    );
    expect(data).toEqual({ [list]: { totalCount: serial } });
    expect(statements).toHaveLength(1);
  }
});

it.each([
  [{ first: 201 }, 'first must be from 0 to 200, not 201.'],
  [{ first: 1, after: 'nonsense' }, 'after is not a cursor of this list in the order BANDWIDTH_ASC.'],
])('%p is refused', async (variables, message) => {
  const { errors } = await ask(query('digitalProfiles', 'BANDWIDTH_ASC', '{ schoolYear: 2024 }'), variables);
  expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
});

it.each([
  ['digitalProfiles(filter: { schoolYear: 2024, schools: ["123"] })', 'filter.schools is not an id of this graph.'],
  ['smartCampusRatings(filter: { schools: ["123"] })', 'filter.schools is not an id of this graph.'],
  ['platformPilots(filter: { schools: ["123"] })', 'filter.schools is not an id of this graph.'],
  ['digitalProfiles(filter: { schoolYear: 1985 })', 'filter.schoolYear must be a year from 1986 to 2100, not 1985.'],
  [
    'internetPlusSchools(filter: { schoolYear: 2101 })',
    'filter.schoolYear must be a year from 1986 to 2100, not 2101.',
  ],
])('%s is refused', async (list, message) => {
  const { errors } = await ask(`{ ${list} { totalCount } }`);
  expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
});
