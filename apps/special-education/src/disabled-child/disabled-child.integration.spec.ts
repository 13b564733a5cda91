import { composeResidentNumber } from '@bureau/resident-id';
import type { Ask } from '@bureau/testing';
import { type Bench, openBench } from '../seed/bench.seed.ts';
import type { Place, SeededChild } from '../seed/ledger.seed.ts';

const CHILD = `query ($id: ID!, $asOf: Date) {
  disabledChild(id: $id) {
    id name sex bornIn identityNumberMasked student { id } school { id } township { code }
    certificateStatus identifiedBy registeredOn version
    disabilities { category level isPrimary }
    placement(asOf: $asOf) { id kind school { id } externalSchool { name city } startedOn endedOn expiresOn decidedOn documentNumber child { id } }
    placements { kind startedOn endedOn }
    unplacedNote(asOf: $asOf) { notedOn reason nextStep }
  }
}`;

let bench: Bench;
let ask: Ask;
let place: Place;
beforeAll(async () => {
  bench = await openBench();
  await bench.seed.ageBand('640121');
  place = bench.seed.place('640121');
  ask = bench.desk.as({ roles: ['special-education-office'] });
});
afterAll(() => bench.close());

async function find(child: SeededChild, asOf?: string): Promise<Record<string, unknown>> {
  const { data, errors } = await ask(CHILD, { id: child.globalId, asOf });
  expect(errors).toBeUndefined();
  return data?.disabledChild as Record<string, unknown>;
}

it('shows a child with everything that the office knows, the identity number masked', async () => {
  const identityNumber = composeResidentNumber('990121', '2014-09-15', 224);
  const student = bench.seed.place('640121').schoolId;
  const child = await bench.seed.child(place, {
    name: '李小明',
    bornOn: '2014-09-15',
    studentId: student,
    identityNumber,
    disabilities: [
      { category: '5', level: 2 },
      { category: '4', level: 3 },
    ],
  });
  await bench.seed.placement(child, 'REGULAR_CLASS', { startedOn: '2021-09-01', endedOn: '2023-09-01' });
  const placement = await bench.seed.placement(child, 'SPECIAL_SCHOOL_EXTERNAL', {
    decidedOn: '2023-08-20',
    documentNumber: '教特〔2023〕7号',
  });
  expect(await find(child)).toEqual({
    id: child.globalId,
    name: '李小明',
    sex: '1',
    bornIn: '2014-09',
    identityNumberMasked: `990121********224${identityNumber.at(-1) ?? ''}`,
    student: { id: `640121.${student}` },
    school: { id: `640121.${place.schoolId ?? ''}` },
    township: { code: '640121101' },
    certificateStatus: 'NONE',
    identifiedBy: 'HOSPITAL',
    registeredOn: '2022-09-01',
    version: 1,
    disabilities: [
      { category: '5', level: 2, isPrimary: true },
      { category: '4', level: 3, isPrimary: false },
    ],
    placement: {
      id: `640121.${placement}`,
      kind: 'SPECIAL_SCHOOL_EXTERNAL',
      school: null,
      externalSchool: { name: '塞上启智学校', city: '银川市' },
      startedOn: '2023-09-01',
      endedOn: null,
      expiresOn: null,
      decidedOn: '2023-08-20',
      documentNumber: '教特〔2023〕7号',
      child: { id: child.globalId },
    },
    placements: [
      { kind: 'REGULAR_CLASS', startedOn: '2021-09-01', endedOn: '2023-09-01' },
      { kind: 'SPECIAL_SCHOOL_EXTERNAL', startedOn: '2023-09-01', endedOn: null },
    ],
    unplacedNote: null,
  });
});

it('shows a child on no roll, of no school, that was never placed', async () => {
  const child = await bench.seed.child({
    countyCode: '640121',
    townshipCode: '640121104',
    schoolId: null,
    classId: null,
  });
  await bench.seed.note(child, '2024-09-10', { reason: '失联', nextStep: '联合入户' });
  expect(await find(child)).toMatchObject({
    identityNumberMasked: null,
    student: null,
    school: null,
    placement: null,
    placements: [],
    unplacedNote: { notedOn: '2024-09-10', reason: '失联', nextStep: '联合入户' },
  });
});

it('says as of a day where the child was, and why it was unplaced', async () => {
  const child = await bench.seed.child(place);
  await bench.seed.placement(child, 'DEFERRED', { startedOn: '2022-09-01', expiresOn: '2023-09-01' });
  await bench.seed.note(child, '2023-09-04');
  await bench.seed.placement(child, 'HOME_TEACHING', { startedOn: '2023-10-01', endedOn: '2024-06-01' });

  const standing = async (day: string) => {
    const { placement, unplacedNote } = (await find(child, day)) as {
      placement: { kind: string } | null;
      unplacedNote: { notedOn: string } | null;
    };
    return [placement?.kind, unplacedNote?.notedOn];
  };
  expect(await standing('2022-08-31')).toEqual([undefined, undefined]);
  expect(await standing('2023-08-31')).toEqual(['DEFERRED', undefined]);
  expect(await standing('2023-09-01')).toEqual([undefined, undefined]);
  expect(await standing('2023-09-04')).toEqual([undefined, '2023-09-04']);
  expect(await standing('2023-10-01')).toEqual(['HOME_TEACHING', undefined]);
  expect(await standing('2024-06-01')).toEqual([undefined, undefined]);
});

it('a list shows its children as of the day that it was asked for', async () => {
  const nowhere = bench.seed.place('640121');
  const child = await bench.seed.child(nowhere);
  await bench.seed.placement(child, 'REGULAR_CLASS', { startedOn: '2024-09-01' });
  const list = `query ($filter: DisabledChildFilter!) {
    disabledChildren(filter: $filter) { edges { node { placement { kind } now: placement(asOf: "2024-12-05") { kind } } } }
  }`;
  const schools = [`640121.${nowhere.schoolId}`];
  for (const [filter, placement] of [
    [{ schools, schoolYear: 2023, isUnplaced: true }, null],
    [{ schools, asOf: '2024-08-31', isUnplaced: true }, null],
    [{ schools, schoolYear: 2024, isUnplaced: false }, { kind: 'REGULAR_CLASS' }],
    [{ schools }, { kind: 'REGULAR_CLASS' }],
  ] as const) {
    const { data } = await ask(list, { filter });
    const node = { placement, now: { kind: 'REGULAR_CLASS' } };
    expect(data).toEqual({ disabledChildren: { edges: [{ node }] } });
  }
});

describe('filters', () => {
  const COUNTY = '640181';
  const [first, second] = [() => bench.seed.place(COUNTY), () => bench.seed.place(COUNTY, '102')];
  let schools: Place[];
  let names: Record<string, string>;
  beforeAll(async () => {
    schools = [first(), second()];
    const [one, other] = schools as [Place, Place];
    const ming = await bench.seed.child(one, { name: '张小明', disabilities: [{ category: '1', level: 1 }] });
    const hong = await bench.seed.child(one, { name: '王小红', certificateStatus: 'APPLYING', identifiedBy: 'SCHOOL' });
    const gang = await bench.seed.child(other, {
      name: '李刚',
      disabilities: [
        { category: '4', level: 1 },
        { category: '1', level: 3 },
      ],
    });
    const gone = await bench.seed.child(other, { name: '赵远' });
    await bench.seed.placement(ming, 'REGULAR_CLASS');
    await bench.seed.placement(hong, 'HOME_TEACHING');
    await bench.seed.placement(gone, 'MOVED_OUT');
    names = { [ming.globalId]: '张小明', [hong.globalId]: '王小红', [gang.globalId]: '李刚', [gone.globalId]: '赵远' };
  });

  const school = (at: number) => `${COUNTY}.${schools[at]?.schoolId ?? ''}`;
  const cases: [string, () => object, string[]][] = [
    ['none, children who moved out left out', () => ({}), ['张小明', '王小红', '李刚']],
    ['who moved out', () => ({ placementKinds: ['MOVED_OUT'] }), ['赵远']],
    ['kinds', () => ({ placementKinds: ['REGULAR_CLASS', 'HOME_TEACHING'] }), ['张小明', '王小红']],
    ['unplaced', () => ({ isUnplaced: true }), ['李刚']],
    ['schools', () => ({ schools: [school(1)] }), ['李刚']],
    ['no school at all', () => ({ schools: [] }), []],
    ['schools of another county', () => ({ schools: [school(0).replace(COUNTY, '640121')] }), []],
    ['townships', () => ({ townships: [`${COUNTY}101`] }), ['张小明', '王小红']],
    ['primary category', () => ({ primaryCategories: ['1'] }), ['张小明']],
    ['certificate', () => ({ certificateStatuses: ['APPLYING'] }), ['王小红']],
    ['identified by', () => ({ identifiedBy: ['HOSPITAL'] }), ['张小明', '李刚']],
    ['name', () => ({ nameContains: '小' }), ['张小明', '王小红']],
    ['name, taken literally', () => ({ nameContains: '%' }), []],
    ['entered by then', () => ({ asOf: '2022-08-31' }), []],
  ];

  it.each(cases)('%s: list, total and groups agree', async (_, filter, found) => {
    const { data, errors } = await bench.desk.as({ roles: ['special-education-office'], county: COUNTY })(
      `query ($filter: DisabledChildFilter!) {
        disabledChildren(filter: $filter) { totalCount nodes { id } }
        kinds: disabledChildGroups(filter: $filter, groupBy: PLACEMENT_KIND) { count }
        schools: disabledChildGroups(filter: $filter, groupBy: SCHOOL) { count }
        townships: disabledChildGroups(filter: $filter, groupBy: TOWNSHIP) { count }
        categories: disabledChildGroups(filter: $filter, groupBy: PRIMARY_CATEGORY) { count }
        certificates: disabledChildGroups(filter: $filter, groupBy: CERTIFICATE_STATUS) { count }
        identifications: disabledChildGroups(filter: $filter, groupBy: IDENTIFIED_BY) { count }
      }`,
      { filter: filter() },
    );
    expect(errors).toBeUndefined();
    const { disabledChildren, ...groups } = data as {
      disabledChildren: { totalCount: number; nodes: { id: string }[] };
    } & Record<string, { count: number }[]>;
    expect(disabledChildren.nodes.map(({ id }) => names[id]).sort()).toEqual([...found].sort());
    expect(disabledChildren.totalCount).toBe(found.length);
    for (const counts of Object.values(groups))
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(found.length);
  });

  it('groups have the keys by which the list is filtered', async () => {
    const { data } = await bench.desk.as({ roles: ['special-education-office'], county: COUNTY })(`{
      schools: disabledChildGroups(groupBy: SCHOOL) { key count }
      kinds: disabledChildGroups(groupBy: PLACEMENT_KIND) { key count }
      categories: disabledChildGroups(groupBy: PRIMARY_CATEGORY) { key count }
    }`);
    expect(data).toEqual({
      schools: [
        { key: school(0), count: 2 },
        { key: school(1), count: 1 },
      ].sort((a, b) => (a.key < b.key ? -1 : 1)),
      kinds: [
        { key: 'HOME_TEACHING', count: 1 },
        { key: 'REGULAR_CLASS', count: 1 },
        { key: null, count: 1 },
      ],
      categories: [
        { key: '1', count: 1 },
        { key: '4', count: 1 },
        { key: '5', count: 1 },
      ],
    });
  });
});

it.each([
  ['{ disabledChildren(first: 201) { totalCount } }', 'first must be from 0 to 200, not 201.'],
  [
    '{ disabledChildren(first: 1, after: "x") { nodes { id } } }',
    'after is not a cursor of this list in the order NAME_ASC.',
  ],
  ['{ disabledChildren(filter: { schools: ["1"] }) { totalCount } }', 'filter.schools is not an id of this graph.'],
  ['{ disabledChildren(filter: { asOf: "2024-12-06" }) { totalCount } }', 'filter.asOf must not be after 2024-12-05.'],
  [
    '{ disabledChildren(filter: { schoolYear: 1985 }) { totalCount } }',
    'filter.schoolYear must be a year from 1986 to 2100, not 1985.',
  ],
  [
    '{ disabledChildGroups(filter: { schoolYear: 2013 }, groupBy: SCHOOL) { count } }',
    'The county has set no age band (适龄范围) for the school year 2013.',
  ],
  ['{ disabledChild(id: "1") { id } }', 'id is not an id of this graph.'],
])('%s is refused', async (query, message) => {
  const { errors } = await ask(query);
  expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
});
