import type { Claims } from '@bureau/access';
import { actorSettings } from '@bureau/subgraph';
import { actorOf } from '@bureau/testing';
import { type Bench, openBench } from './seed/bench.seed.ts';
import type { SeededSchool } from './seed/campus.seed.ts';

/** Connected to 500 Mbps, all classes with multimedia, rated and a pilot; the other has nothing of it; the third is in another county. */
let bench: Bench;
let best: SeededSchool;
let bare: SeededSchool;
let away: SeededSchool;
beforeAll(async () => {
  bench = await openBench();
  const { seed } = bench;
  best = await seed.school('640121', { township: '101' });
  bare = await seed.school('640121', { township: '102' });
  away = await seed.school('640122', { township: '101' });
  for (const county of ['640121', '640122']) await seed.target(county, '2018-09-01', 200);
  for (const school of [best, away]) {
    await seed.profile(school, { broadbandMbps: 500, teachingClasses: 12, multimediaClasses: 12 });
    await seed.rating(school);
    await seed.pilot(school);
  }
  await seed.profile(bare, { broadbandMbps: 0, teachingClasses: 20, multimediaClasses: 5 });
});
afterAll(() => bench.close());

const NOTHING = '0191d5a0-0000-7000-8000-00000000000f';
const ROLES: Record<string, () => Claims> = {
  'county-leader': () => ({ roles: ['county-leader'] }),
  'deputy-director': () => ({ roles: ['deputy-director'] }),
  'internet-plus-office': () => ({ roles: ['internet-plus-office'] }),
  'enrollment-office': () => ({ roles: ['enrollment-office'] }),
  supervisor: () => ({ roles: ['supervisor'] }),
  'county-department': () => ({ roles: ['county-department'] }),
  'township-leader of 101': () => ({ roles: ['township-leader'], township: '640121101' }),
  'township-education-officer of 102': () => ({ roles: ['township-education-officer'], township: '640121102' }),
  'village-cadre of 103': () => ({ roles: ['village-cadre'], township: '640121103' }),
  'principal of the best school': () => ({ roles: ['principal'], school: best.globalId }),
  'school-registrar of the best school': () => ({ roles: ['school-registrar'], school: best.globalId }),
  'school-it-lead of the bare school': () => ({ roles: ['school-it-lead'], school: bare.globalId }),
  'homeroom-teacher in the bare school': () => ({
    roles: ['homeroom-teacher'],
    school: bare.globalId,
    class: `640121.${NOTHING}`,
  }),
  'guardian of a child in the best school': () => ({
    roles: ['guardian'],
    school: best.globalId,
    class: `640121.${NOTHING}`,
  }),
  'county-leader of 640122': () => ({ roles: ['county-leader'], county: '640122' }),
};

/** [schools, connected, over the target, classes with multimedia, classes, rated, pilots] */
const whole = [2, 1, 1, 17, 32, 1, 1];
const ofBest = [1, 1, 1, 12, 12, 1, 1];
const ofBare = [1, 0, 0, 5, 20, 0, 0];
const ofNone = [0, 0, 0, 0, 0, 0, 0];
const both = () => [best.globalId, bare.globalId];

type Sight = [role: string, figures: number[] | 'FORBIDDEN', schools: () => string[], seesRecords: boolean];
const MATRIX: Sight[] = [
  ['county-leader', whole, both, true],
  ['deputy-director', whole, both, true],
  ['internet-plus-office', whole, both, true],
  ['enrollment-office', whole, both, false],
  ['supervisor', whole, both, false],
  ['county-department', 'FORBIDDEN', both, false],
  ['township-leader of 101', ofBest, () => [best.globalId], false],
  ['township-education-officer of 102', ofBare, () => [bare.globalId], false],
  ['village-cadre of 103', ofNone, () => [], false],
  ['principal of the best school', ofBest, () => [best.globalId], true],
  ['school-registrar of the best school', ofBest, () => [best.globalId], false],
  ['school-it-lead of the bare school', ofBare, () => [bare.globalId], true],
  ['homeroom-teacher in the bare school', ofBare, () => [bare.globalId], false],
  ['guardian of a child in the best school', 'FORBIDDEN', () => [best.globalId], false],
  ['county-leader of 640122', ofBest, () => [away.globalId], true],
];

const askAs = (role: string) => bench.desk.as(ROLES[role]?.() ?? {});
const countyOf = (role: string) => (role.endsWith('640122') ? '640122' : '640121');

interface Figures {
  schools: number;
  networkCoverage: { numerator: number };
  bandwidthAttainment: { numerator: number };
  classroomCoverage: { numerator: number; denominator: number };
  smartCampusSchools: number;
  platformPilotSchools: number;
}

it.each(MATRIX)('%s has the figures %p', async (role, wanted) => {
  const { data, errors } = await askAs(role)(
    `query ($code: ID!) { _entities(representations: [{ __typename: "County", code: $code }]) { ... on County {
      internetPlus(schoolYear: 2024) {
        schools networkCoverage { numerator } bandwidthAttainment { numerator }
        classroomCoverage { numerator denominator } smartCampusSchools platformPilotSchools
      }
    } } }`,
    { code: countyOf(role) },
  );
  const [county] = data?._entities as [{ internetPlus: Figures | null }];
  const figures = county.internetPlus;
  const seen = figures && [
    figures.schools,
    figures.networkCoverage.numerator,
    figures.bandwidthAttainment.numerator,
    figures.classroomCoverage.numerator,
    figures.classroomCoverage.denominator,
    figures.smartCampusSchools,
    figures.platformPilotSchools,
  ];
  expect(seen ?? errors?.[0]?.extensions.code).toEqual(wanted);
});

it.each(MATRIX)('%s lists the schools that the figures count, and no other', async (role, figures, schools) => {
  const { data, errors } = await askAs(role)(
    `{ internetPlusSchools(filter: { schoolYear: 2024 }) { totalCount nodes { id } }
       digitalProfileGroups(filter: { schoolYear: 2024 }, groupBy: TOWNSHIP) { count } }`,
  );
  if (figures === 'FORBIDDEN') {
    expect([data, errors?.[0]?.extensions.code]).toEqual([
      { digitalProfileGroups: null, internetPlusSchools: null },
      'FORBIDDEN',
    ]);
    return;
  }
  const ids = schools();
  expect(data).toEqual({
    internetPlusSchools: { totalCount: ids.length, nodes: ids.map((id) => ({ id })) },
    digitalProfileGroups: ids.map(() => ({ count: 1 })),
  });
});

it.each(MATRIX)('%s sees the records behind the figures, or none', async (role, figures, schools, seesRecords) => {
  const ids = schools();
  const rated = figures !== 'FORBIDDEN' && figures[5] === 1 ? ids.slice(0, 1) : [];
  for (const [list, filter, wanted] of [
    ['digitalProfiles', '{ schoolYear: 2024 }', ids],
    ['smartCampusRatings', '{}', rated],
    ['platformPilots', '{}', rated],
  ] as const) {
    const { data, errors } = await askAs(role)(`{ ${list}(filter: ${filter}) { totalCount nodes { school { id } } } }`);
    if (!seesRecords) {
      expect([list, errors?.[0]?.extensions.code]).toEqual([list, 'FORBIDDEN']);
      continue;
    }
    const { totalCount, nodes } = data?.[list] as { totalCount: number; nodes: { school: { id: string } }[] };
    expect([list, totalCount]).toEqual([list, wanted.length]);
    expect(nodes.map(({ school }) => school.id).sort()).toEqual([...wanted].sort());
  }
});

const SCHOOL = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on School {
  id digitalProfile(schoolYear: 2024) { broadbandMbps } smartCampusRating { stars } platformPilots { level } isPlatformPilot
} } }`;
const school = (id: string) => ({ __typename: 'School', id });
const shownBest = () => ({
  id: best.globalId,
  digitalProfile: { broadbandMbps: 500 },
  smartCampusRating: { stars: 3 },
  platformPilots: [{ level: 'NATIONAL' }],
  isPlatformPilot: true,
});
const shownBare = () => ({
  id: bare.globalId,
  digitalProfile: { broadbandMbps: 0 },
  smartCampusRating: null,
  platformPilots: [],
  isPlatformPilot: false,
});

it.each([
  ['county-leader', () => [shownBest(), shownBare(), null, null]],
  ['principal of the best school', () => [shownBest(), null, null, null]],
  ['school-it-lead of the bare school', () => [null, shownBare(), null, null]],
])('%s reaches through _entities the schools in sight and nothing of others', async (role, wanted) => {
  const ids = [best.globalId, bare.globalId, away.globalId, `640121.${NOTHING}`];
  const { data, errors, statements } = await askAs(role)(SCHOOL, { representations: ids.map(school) });
  expect({ data, errors }).toEqual({ data: { _entities: wanted() }, errors: undefined });
  expect(statements).toHaveLength(4);
});

it('a registrar may know that the school is there, and not what its survey found', async () => {
  const { data, errors } = await askAs('school-registrar of the best school')(SCHOOL, {
    representations: [school(best.globalId)],
  });
  const nothing = { digitalProfile: null, smartCampusRating: null, platformPilots: null, isPlatformPilot: null };
  expect(data).toEqual({ _entities: [{ id: best.globalId, ...nothing }] });
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(Array(4).fill('FORBIDDEN'));
});

it('refuses what is no id', async () => {
  const { data, errors } = await askAs('county-leader')(SCHOOL, { representations: [school('1; DROP TABLE school')] });
  expect(data).toEqual({ _entities: [null] });
  expect(errors).toMatchObject([
    { message: 'id is not an id of this graph.', extensions: { code: 'BAD_USER_INPUT', argument: 'id' } },
  ]);
});

it('a school of another county is not found by filters or counts', async () => {
  const { data } = await askAs('internet-plus-office')(
    `query ($schools: [ID!]) {
      digitalProfiles(filter: { schoolYear: 2024, schools: $schools }) { totalCount nodes { id } }
      digitalProfileGroups(filter: { schoolYear: 2024, schools: $schools }, groupBy: BANDWIDTH) { key count }
      smartCampusRatings(filter: { schools: $schools }) { totalCount nodes { id } }
      platformPilots(filter: { schools: $schools }) { totalCount nodes { id } }
    }`,
    { schools: [away.globalId] },
  );
  const none = { totalCount: 0, nodes: [] };
  expect(data).toEqual({
    digitalProfiles: none,
    digitalProfileGroups: [],
    smartCampusRatings: none,
    platformPilots: none,
  });
});

it.each(['school_digital_profile', 'smart_campus_rating', 'platform_pilot', 'bandwidth_target', 'school_roster'])(
  'without an actor %s has no row for the service',
  async (table) => {
    expect(await bench.database.dataSource.query(`SELECT * FROM ${table}`)).toEqual([]);
    expect(await bench.database.arrange(`SELECT count(*) > 0 AS "hasRows" FROM ${table}`)).toEqual([{ hasRows: true }]);
  },
);

it('the service cannot write for a school, a division or a county that the actor does not reach', async () => {
  const { dataSource } = bench.database;
  const write = (place: SeededSchool) =>
    dataSource.transaction(async (manager) => {
      await manager.query(actorSettings(actorOf(ROLES['school-it-lead of the bare school']?.() ?? {})));
      await manager.query(
        `INSERT INTO platform_pilot (county_code, id, school_id, township_code, level, batch, started_on)
         VALUES ($1, gen_random_uuid(), $2, $3, 'COUNTY', '2024年', '2024-09-01')`,
        [place.countyCode, place.id, place.townshipCode],
      );
      throw new Error('written, and taken back');
    });
  await expect(write(bare)).rejects.toThrow('written, and taken back');
  for (const place of [best, away]) await expect(write(place)).rejects.toThrow('violates row-level security policy');
});
