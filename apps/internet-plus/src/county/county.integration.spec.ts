import { ratio } from '@bureau/money';
import { type Bench, openBench, TODAY } from '../seed/bench.seed.ts';
import { type CountyWorld, plantCounty, randomCounties, type SchoolWorld } from '../seed/campus-world.seed.ts';

const FIGURES = `fragment figures on InternetPlusFigures {
  asOf schools surveyedSchools bandwidthTargetMbps
  networkCoverage { numerator denominator percent }
  bandwidthAttainment { numerator denominator percent }
  classroomCoverage { numerator denominator percent }
  smartCampusSchools platformPilotSchools
}`;
const OF_COUNTY = `query ($representations: [_Any!]!, $schoolYear: Int!) {
  _entities(representations: $representations) { ... on County { internetPlus(schoolYear: $schoolYear) { ...figures } } }
} ${FIGURES}`;

const county = (code: string) => ({ __typename: 'County', code });

/** The years that the random counties are asked about: one past, one under way, one to come. */
const UNTIL: Record<number, string> = { 2023: '2024-08-31', 2024: TODAY, 2025: TODAY };

const conditions: Record<string, (school: SchoolWorld, year: number, targetMbps: number | null) => boolean> = {
  isSurveyed: ({ profiles }, year) => profiles.some(({ schoolYear }) => schoolYear === year),
  isConnected: ({ profiles }, year) =>
    profiles.some(({ schoolYear, broadbandMbps }) => schoolYear === year && broadbandMbps > 0),
  meetsBandwidthTarget: ({ profiles }, year, targetMbps) =>
    targetMbps !== null &&
    profiles.some(({ schoolYear, broadbandMbps }) => schoolYear === year && broadbandMbps >= targetMbps),
  hasSmartCampusRating: ({ ratings }, year) =>
    ratings.some(({ awardedOn, validUntil, endedOn }) => {
      const on = UNTIL[year] ?? '';
      return awardedOn <= on && (validUntil === null || on <= validUntil) && (endedOn === null || on < endedOn);
    }),
  isPlatformPilot: ({ pilots }, year) =>
    pilots.some(({ startedOn, endedOn }) => {
      const on = UNTIL[year] ?? '';
      return startedOn <= on && (endedOn === null || on < endedOn);
    }),
};

function countedIn({ schools }: CountyWorld, year: number): SchoolWorld[] {
  const [startsOn, until] = [`${year}-09-01`, UNTIL[year] ?? ''];
  if (until < startsOn) return [];
  return schools.filter(({ opensOn, closesOn }) => opensOn <= until && (closesOn === null || closesOn > startsOn));
}

function targetIn({ targets }: CountyWorld, year: number): number | null {
  const until = UNTIL[year] ?? '';
  const valid = targets.filter(({ validFrom }) => validFrom <= until);
  return valid.sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0]?.mbps ?? null;
}

function expected(world: CountyWorld, year: number): object {
  const schools = countedIn(world, year);
  const target = targetIn(world, year);
  const count = (name: string) => schools.filter((school) => conditions[name]?.(school, year, target)).length;
  const profiles = schools.flatMap((school) => school.profiles.filter(({ schoolYear }) => schoolYear === year));
  const total = (of: 'teachingClasses' | 'multimediaClasses') => profiles.reduce((sum, row) => sum + row[of], 0);
  return {
    asOf: UNTIL[year],
    schools: schools.length,
    surveyedSchools: count('isSurveyed'),
    networkCoverage: ratio(count('isConnected'), schools.length),
    bandwidthTargetMbps: target,
    bandwidthAttainment: target === null ? null : ratio(count('meetsBandwidthTarget'), schools.length),
    classroomCoverage: ratio(total('multimediaClasses'), total('teachingClasses')),
    smartCampusSchools: count('hasSmartCampusRating'),
    platformPilotSchools: count('isPlatformPilot'),
  };
}

const COUNTIES = Array.from({ length: 8 }, (_, at) => `6401${String(at + 21)}`);
const CASES = COUNTIES.flatMap((code) => [2023, 2024, 2025].map((year) => [code, year] as const));

let bench: Bench;
const worlds = new Map<string, CountyWorld>();
beforeAll(async () => {
  bench = await openBench();
  const random = randomCounties(COUNTIES.length);
  for (const [at, code] of COUNTIES.entries()) {
    const world = random[at];
    if (world) worlds.set(code, await plantCounty(bench.seed, code, world));
  }
});
afterAll(() => bench.close());

const worldOf = (code: string): CountyWorld => worlds.get(code) ?? { schools: [], targets: [] };
const leaderOf = (code: string) => bench.desk.as({ roles: ['county-leader'], county: code });

it('in the random counties, some schools meet and some miss every condition', () => {
  const standings = [...worlds.values()].flatMap((world) =>
    countedIn(world, 2024).map((school) => ({ school, target: targetIn(world, 2024) })),
  );
  for (const [name, meets] of Object.entries(conditions)) {
    const met = standings.filter(({ school, target }) => meets(school, 2024, target)).length;
    expect([name, met > 4, standings.length - met > 4]).toEqual([name, true, true]);
  }
});

it.each(CASES)(
  'the figures of %s in %i are what counting its rows gives, in one statement',
  async (code, schoolYear) => {
    const { data, errors, statements } = await leaderOf(code)(OF_COUNTY, {
      representations: [county(code)],
      schoolYear,
    });
    expect(errors).toBeUndefined();
    expect(data).toEqual({ _entities: [{ internetPlus: expected(worldOf(code), schoolYear) }] });
    expect(statements).toHaveLength(1);
  },
);

it.each(CASES)('the lists behind the figures of %s in %i name the schools', async (code, schoolYear) => {
  const world = worldOf(code);
  const [schools, target] = [countedIn(world, schoolYear), targetIn(world, schoolYear)];
  const filters: Record<string, boolean | string[]>[] = [
    {},
    ...Object.keys(conditions).flatMap((name) => [{ [name]: true }, { [name]: false }]),
    { isConnected: true, hasSmartCampusRating: false, townships: [`${code}101`, `${code}103`] },
  ];
  const lists = filters.map(
    (_, at) => `list${at}: internetPlusSchools(filter: $filter${at}) { totalCount nodes { id } }`,
  );
  const { data, errors } = await leaderOf(code)(
    `query (${lists.map((_, at) => `$filter${at}: InternetPlusSchoolFilter!`).join(', ')}) { ${lists.join(' ')} }`,
    Object.fromEntries(filters.map((filter, at) => [`filter${at}`, { schoolYear, ...filter }])),
  );
  const meets = (school: SchoolWorld, filter: object) =>
    Object.entries(filter).every(([name, asked]) =>
      Array.isArray(asked) ? asked.includes(school.township) : conditions[name]?.(school, schoolYear, target) === asked,
    );
  const wanted = filters.map((filter, at) => {
    const nodes = schools.filter((school) => meets(school, filter)).map(({ id }) => ({ id }));
    return [`list${at}`, { totalCount: nodes.length, nodes }];
  });
  expect({ data, errors }).toEqual({ data: Object.fromEntries(wanted) as object, errors: undefined });
});

it.each(CASES)('the classes of %s in %i add up by division to the classroom coverage', async (code, schoolYear) => {
  const { data, errors } = await leaderOf(code)(
    `query ($filter: DigitalProfileFilter!) {
      digitalProfileGroups(filter: $filter, groupBy: TOWNSHIP) { count teachingClasses multimediaClasses }
    }`,
    { filter: { schoolYear, isCounted: true } },
  );
  expect(errors).toBeUndefined();
  const groups = data?.digitalProfileGroups as { count: number; teachingClasses: number; multimediaClasses: number }[];
  const sum = (of: keyof (typeof groups)[number]) => groups.reduce((total, group) => total + group[of], 0);
  expect(expected(worldOf(code), schoolYear)).toMatchObject({
    surveyedSchools: sum('count'),
    classroomCoverage: { numerator: sum('multimediaClasses'), denominator: sum('teachingClasses') },
  });
});

it('takes one statement for several years', async () => {
  const { data, statements } = await leaderOf('640121')(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on County {
      last: internetPlus(schoolYear: 2023) { ...figures } this: internetPlus(schoolYear: 2024) { ...figures }
    } } } ${FIGURES}`,
    { representations: [county('640121')] },
  );
  const world = worldOf('640121');
  expect(data).toEqual({ _entities: [{ last: expected(world, 2023), this: expected(world, 2024) }] });
  expect(statements).toHaveLength(1);
});

it.each(['640122', '640199', 'x'])('has no county %s for a leader of 640121', async (code) => {
  const { data, errors, statements } = await leaderOf('640121')(OF_COUNTY, {
    representations: [county(code)],
    schoolYear: 2024,
  });
  expect({ data, errors, statements }).toEqual({ data: { _entities: [null] }, errors: undefined, statements: [] });
});

it.each([1985, 2101, 99_999])('refuses the year %i and says which argument', async (schoolYear) => {
  const { data, errors } = await leaderOf('640121')(OF_COUNTY, { representations: [county('640121')], schoolYear });
  expect(data).toEqual({ _entities: [{ internetPlus: null }] });
  expect(errors).toMatchObject([
    {
      message: `schoolYear must be a year from 1986 to 2100, not ${schoolYear}.`,
      path: ['_entities', 0, 'internetPlus'],
      extensions: { code: 'BAD_USER_INPUT', argument: 'schoolYear' },
    },
  ]);
});
