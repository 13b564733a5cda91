import { ageOn } from '@bureau/calendar';
import { ratio } from '@bureau/money';
import { PLACEMENT_KINDS } from '../placement/placement.rules.ts';
import { type Bench, openBench, TODAY } from '../seed/bench.seed.ts';
import { type LedgerWorld, type PlantedChild, plantLedger, randomLedgers } from '../seed/ledger-world.seed.ts';

const FIGURES = `query ($representations: [_Any!]!, $schoolYear: Int!, $asOf: Date) {
  _entities(representations: $representations) { ... on County { specialEducation(schoolYear: $schoolYear, asOf: $asOf) {
    asOf ageBand { youngest oldest cutoffOn document }
    children inclusiveClass specialClass specialSchoolInCounty specialSchoolOutOfCounty homeTeaching distance
    welfareOrRehabClass vocational deferred exempt completed unplaced movedOut
    enrollmentRate { numerator denominator percent }
    otherRate: enrollmentRate(method: EXCLUDE_DEFERRED_FROM_DENOM) { numerator denominator percent }
  } } }
}`;
const LIST = `query ($filter: DisabledChildFilter!) {
  disabledChildren(filter: $filter, first: 200) { totalCount nodes { id placement { kind } } }
  disabledChildGroups(filter: $filter, groupBy: PLACEMENT_KIND) { key count }
}`;

/** The day on which a school year is looked at when no other is asked for. */
const UNTIL: Record<number, string> = { 2023: '2024-08-31', 2024: TODAY, 2025: TODAY };
const MOMENTS = [
  [2023, undefined],
  [2024, undefined],
  [2025, undefined],
  [2023, '2024-02-29'],
  [2024, '2024-09-01'],
] as const;
const COUNTIES = Array.from({ length: 12 }, (_, at) => `6401${String(at + 21)}`);

function bandIn({ bands }: LedgerWorld, year: number) {
  return bands
    .filter(({ validFrom }) => validFrom <= `${year}-09-01`)
    .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
}

function kindOn({ placements }: PlantedChild, day: string): string | null {
  const inForce = placements.filter(
    ({ startedOn, endedOn, expiresOn }) =>
      startedOn <= day && (endedOn === null || day < endedOn) && (expiresOn === null || day < expiresOn),
  );
  expect(inForce.length).toBeLessThan(2);
  return inForce[0]?.kind ?? null;
}

/** Children of age in the ledger, by kind, counted one by one. */
function counted(world: LedgerWorld, year: number, day: string, sees: (child: PlantedChild) => boolean) {
  const band = bandIn(world, year);
  const isOfAge = ({ bornOn }: PlantedChild) => {
    const age = ageOn(bornOn, `${year}-08-31`);
    return band !== undefined && age >= band.youngest && age <= band.oldest;
  };
  const children = world.children.filter((child) => sees(child) && child.registeredOn <= day && isOfAge(child));
  return { band, of: (kind: string | null) => children.filter((child) => kindOn(child, day) === kind) };
}

function expected(world: LedgerWorld, year: number, day: string, sees: (child: PlantedChild) => boolean = () => true) {
  const { band, of } = counted(world, year, day, sees);
  const sum = (...kinds: (string | null)[]) => kinds.reduce((total, kind) => total + of(kind).length, 0);
  const enrolled = sum(
    ...['REGULAR_CLASS', 'SPECIAL_CLASS', 'SPECIAL_SCHOOL_COUNTY', 'SPECIAL_SCHOOL_EXTERNAL', 'HOME_TEACHING'],
    ...['DISTANCE', 'WELFARE_OR_REHAB_CLASS', 'VOCATIONAL'],
  );
  const children = enrolled + sum('DEFERRED', 'EXEMPT', 'COMPLETED', null);
  return {
    asOf: day,
    ageBand: {
      youngest: band?.youngest,
      oldest: band?.oldest,
      cutoffOn: `${year}-08-31`,
      document: '特殊教育提升计划',
    },
    children,
    inclusiveClass: sum('REGULAR_CLASS'),
    specialClass: sum('SPECIAL_CLASS'),
    specialSchoolInCounty: sum('SPECIAL_SCHOOL_COUNTY'),
    specialSchoolOutOfCounty: sum('SPECIAL_SCHOOL_EXTERNAL'),
    homeTeaching: sum('HOME_TEACHING'),
    distance: sum('DISTANCE'),
    welfareOrRehabClass: sum('WELFARE_OR_REHAB_CLASS'),
    vocational: sum('VOCATIONAL'),
    deferred: sum('DEFERRED'),
    exempt: sum('EXEMPT'),
    completed: sum('COMPLETED'),
    unplaced: sum(null),
    movedOut: sum('MOVED_OUT'),
    enrollmentRate: ratio(enrolled, children),
    otherRate: ratio(enrolled, children - sum('DEFERRED')),
  };
}

let bench: Bench;
const worlds = new Map<string, LedgerWorld>();
beforeAll(async () => {
  bench = await openBench();
  const random = randomLedgers(COUNTIES.length);
  for (const [at, county] of COUNTIES.entries()) {
    const world = random[at];
    if (world) worlds.set(county, await plantLedger(bench.seed, county, world));
  }
});
afterAll(() => bench.close());

const worldOf = (county: string): LedgerWorld => worlds.get(county) ?? { bands: [], places: [], children: [] };
const leaderOf = (county: string) => bench.desk.as({ roles: ['county-leader'], county });
const of = (county: string) => ({ representations: [{ __typename: 'County', code: county }] });
const CASES = COUNTIES.flatMap((county) => MOMENTS.map(([year, asOf]) => [county, year, asOf] as const));

it('the random ledgers have every kind, and unplaced children', () => {
  const all = [...worlds.values()].flatMap((world) =>
    bandIn(world, 2024) ? [counted(world, 2024, TODAY, () => true)] : [],
  );
  for (const kind of [...PLACEMENT_KINDS, null]) {
    const children = all.flatMap(({ of: ofKind }) => ofKind(kind));
    expect([kind, children.length > 3]).toEqual([kind, true]);
  }
});

it.each(CASES)(
  'the figures of %s in %i as of %s are what counting the rows gives',
  async (county, schoolYear, asOf) => {
    const world = worldOf(county);
    const { data, errors } = await leaderOf(county)(FIGURES, { ...of(county), schoolYear, asOf });
    if (!bandIn(world, schoolYear)) {
      expect(data).toEqual({ _entities: [{ specialEducation: null }] });
      expect(errors).toMatchObject([
        {
          message: `The county has set no age band (适龄范围) for the school year ${schoolYear}.`,
          extensions: { code: 'BAD_USER_INPUT', argument: 'schoolYear' },
        },
      ]);
      return;
    }
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      _entities: [{ specialEducation: expected(world, schoolYear, asOf ?? UNTIL[schoolYear] ?? '') }],
    });
  },
);

it.each(CASES.slice(0, 20))(
  'the lists behind the figures of %s in %i as of %s name the children',
  async (county, schoolYear, asOf) => {
    const world = worldOf(county);
    if (!bandIn(world, schoolYear)) return;
    const { of: ofKind } = counted(world, schoolYear, asOf ?? UNTIL[schoolYear] ?? '', () => true);
    const placed = PLACEMENT_KINDS.filter((kind) => kind !== 'MOVED_OUT');
    const filters = [
      [{}, [...placed, null]],
      [{ isUnplaced: true }, [null]],
      [{ isUnplaced: false }, placed],
      ...PLACEMENT_KINDS.map((kind) => [{ placementKinds: [kind] }, [kind]] as const),
      [{ placementKinds: PLACEMENT_KINDS }, PLACEMENT_KINDS],
      [{ placementKinds: PLACEMENT_KINDS, isUnplaced: true }, []],
    ] as const;
    for (const [filter, kinds] of filters) {
      const { data, errors } = await leaderOf(county)(LIST, { filter: { schoolYear, asOf, ...filter } });
      expect(errors).toBeUndefined();
      const nodes = kinds.flatMap((kind) =>
        ofKind(kind).map(({ globalId }) => ({ id: globalId, placement: kind && { kind } })),
      );
      const groups = kinds.map((key) => ({ key, count: ofKind(key).length })).filter(({ count }) => count > 0);
      const found = data as {
        disabledChildren: { totalCount: number; nodes: object[] };
        disabledChildGroups: object[];
      };
      expect(found.disabledChildren.totalCount).toBe(nodes.length);
      expect(new Set(found.disabledChildren.nodes)).toEqual(new Set(nodes));
      expect(found.disabledChildren.nodes).toHaveLength(nodes.length);
      expect(new Set(found.disabledChildGroups)).toEqual(new Set(groups));
    }
  },
);

describe('everybody sees the figures of the own rows only', () => {
  const everywhere = COUNTIES.flatMap((county) => [0, 1, 2].map((at) => [county, at] as const));

  it.each(everywhere)('in %s at place %i', async (county, at) => {
    const world = worldOf(county);
    if (!bandIn(world, 2024)) return;
    const place = world.places[at];
    const [school, schoolClass] = [`${county}.${place?.schoolId}`, `${county}.${place?.classId}`];
    const readers = [
      [{ roles: ['school-registrar'], school }, (child: PlantedChild) => child.schoolId === place?.schoolId],
      [
        { roles: ['homeroom-teacher'], school, class: schoolClass },
        (child: PlantedChild) => child.classId === place?.classId,
      ],
      [
        { roles: ['township-leader'], township: place?.townshipCode },
        (child: PlantedChild) => child.townshipCode === place?.townshipCode,
      ],
    ] as const;
    for (const [claims, sees] of readers) {
      const { data, errors } = await bench.desk.as({ ...claims, county })(FIGURES, { ...of(county), schoolYear: 2024 });
      expect(errors).toBeUndefined();
      expect(data).toEqual({ _entities: [{ specialEducation: expected(world, 2024, TODAY, sees) }] });
    }
  });
});

it('takes one statement for the ages and one for the figures, whatever is asked of them', async () => {
  await bench.seed.ageBand('640199');
  const { statements } = await leaderOf('640121')(FIGURES, { ...of('640121'), schoolYear: 2025 });
  expect(statements).toHaveLength(2);
});

it.each(['640122', '640199', 'x'])('has no county %s for a leader of 640121', async (county) => {
  const { data, errors, statements } = await leaderOf('640121')(FIGURES, { ...of(county), schoolYear: 2024 });
  expect({ data, errors, statements }).toEqual({ data: { _entities: [null] }, errors: undefined, statements: [] });
});

it.each([
  [{ schoolYear: 1985 }, 'schoolYear must be a year from 1986 to 2100, not 1985.', 'schoolYear'],
  [{ schoolYear: 2101 }, 'schoolYear must be a year from 1986 to 2100, not 2101.', 'schoolYear'],
  [{ schoolYear: 1990 }, 'The county has set no age band (适龄范围) for the school year 1990.', 'schoolYear'],
  [{ schoolYear: 2024, asOf: '2024-12-06' }, 'asOf must not be after 2024-12-05.', 'asOf'],
  [{ schoolYear: 2023, asOf: '2024-09-01' }, 'asOf must not be after 2024-08-31.', 'asOf'],
])('refuses %p and says which argument', async (asked, message, argument) => {
  const county = COUNTIES.find((code) => bandIn(worldOf(code), 2023)) ?? '';
  const { data, errors } = await leaderOf(county)(FIGURES, { ...of(county), ...asked });
  expect(data).toEqual({ _entities: [{ specialEducation: null }] });
  expect(errors).toMatchObject([
    { message, path: ['_entities', 0, 'specialEducation'], extensions: { code: 'BAD_USER_INPUT', argument } },
  ]);
});
