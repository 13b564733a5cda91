import { type Claims, ROLES, type Role } from '@bureau/access';
import type { Ask } from '@bureau/testing';
import { type Bench, openBench } from '../seed/bench.seed.ts';
import type { SeededChild } from '../seed/ledger.seed.ts';

const COUNTY = '640121';

/** What each role may ask of this office: the county's figures, the ledger, and whether a child on the roll is in it. */
const MATRIX: Record<Role, { figures: boolean; ledger: boolean; files: boolean; student: boolean }> = {
  'homeroom-teacher': { figures: true, ledger: true, files: true, student: true },
  'subject-teacher': { figures: true, ledger: false, files: false, student: true },
  'school-registrar': { figures: true, ledger: false, files: false, student: true },
  'school-aid-clerk': { figures: true, ledger: false, files: false, student: true },
  'special-education-teacher': { figures: true, ledger: true, files: true, student: true },
  'school-it-lead': { figures: true, ledger: false, files: false, student: false },
  principal: { figures: true, ledger: true, files: false, student: true },
  'enrollment-office': { figures: true, ledger: false, files: false, student: true },
  'special-education-office': { figures: true, ledger: true, files: true, student: true },
  'student-aid-office': { figures: true, ledger: false, files: false, student: true },
  'internet-plus-office': { figures: true, ledger: false, files: false, student: false },
  'special-education-expert': { figures: false, ledger: false, files: false, student: false },
  'competition-judge': { figures: false, ledger: false, files: false, student: false },
  'deputy-director': { figures: true, ledger: true, files: false, student: true },
  'county-leader': { figures: true, ledger: true, files: false, student: true },
  supervisor: { figures: true, ledger: false, files: false, student: true },
  'township-leader': { figures: true, ledger: false, files: false, student: true },
  'township-education-officer': { figures: true, ledger: false, files: false, student: true },
  'village-cadre': { figures: true, ledger: false, files: false, student: true },
  'county-department': { figures: false, ledger: false, files: false, student: false },
  'paying-bank': { figures: false, ledger: false, files: false, student: false },
  guardian: { figures: false, ledger: false, files: false, student: false },
};

const entities = (fragment: string) =>
  `query ($of: [_Any!]!) { _entities(representations: $of) { __typename ${fragment} } }`;
const QUESTIONS: { part: 'figures' | 'ledger' | 'files' | 'student'; query: string; of?: () => object[] }[] = [
  {
    part: 'figures',
    query: entities(
      '... on County { specialEducation(schoolYear: 2024) { children unplaced enrollmentRate { percent } } }',
    ),
    of: () => [{ __typename: 'County', code: COUNTY }],
  },
  { part: 'ledger', query: '{ disabledChildren { totalCount } }' },
  { part: 'ledger', query: '{ disabledChildren { nodes { name } } }' },
  ...['primaryCategories: ["5"]', 'certificateStatuses: [NONE]', 'identifiedBy: [HOSPITAL]'].flatMap((filter) => [
    { part: 'files' as const, query: `{ disabledChildren(filter: { ${filter} }) { pageInfo { hasNextPage } } }` },
    { part: 'files' as const, query: `{ disabledChildGroups(filter: { ${filter} }, groupBy: SCHOOL) { count } }` },
  ]),
  ...['PRIMARY_CATEGORY', 'CERTIFICATE_STATUS', 'IDENTIFIED_BY'].map((grouping) => ({
    part: 'files' as const,
    query: `{ disabledChildGroups(groupBy: ${grouping}) { key count } }`,
  })),
  ...['certificateStatus', 'identifiedBy', 'disabilities { category level }', 'certificateRecords { status }']
    .concat('assessmentRequests { state }')
    .map((field) => ({
      part: 'files' as const,
      query: entities(`... on DisabledChild { ${field} }`),
      of: () => [{ __typename: 'DisabledChild', id: own.globalId }],
    })),
  { part: 'files', query: '{ assessmentRequests { totalCount nodes { assessment { findings { text } } } } }' },
  { part: 'files', query: '{ assessmentRequestGroups(groupBy: STATE) { key count } }' },
  { part: 'ledger', query: '{ schoolRefusals { totalCount } }' },
  { part: 'ledger', query: '{ disabledChildGroups(groupBy: PLACEMENT_KIND) { key count } }' },
  { part: 'ledger', query: `{ disabledChild(id: "${COUNTY}.00000000-0000-7000-8000-000000000000") { id } }` },
  ...['id', 'name', 'sex', 'bornIn', 'identityNumberMasked', 'registeredOn', 'version']
    .concat(['placement { kind }', 'placements { kind }', 'unplacedNote { reason }'])
    .concat(['student { __typename }', 'school { id }', 'township { code }'])
    .map((field) => ({
      part: 'ledger' as const,
      query: entities(`... on DisabledChild { ${field} }`),
      of: () => [{ __typename: 'DisabledChild', id: own.globalId }],
    })),
  ...['kind', 'externalSchool { name }', 'documentNumber', 'child { id }'].map((field) => ({
    part: 'ledger' as const,
    query: entities(`... on Placement { ${field} }`),
    of: () => [{ __typename: 'Placement', id: placementOf.own }],
  })),
  {
    part: 'student',
    query: entities('... on Student { specialEducation { inLedger placed } }'),
    of: () => [{ __typename: 'Student', id: `${COUNTY}.${own.studentId ?? ''}` }],
  },
];

let bench: Bench;
let own: SeededChild;
let other: SeededChild;
let elsewhere: SeededChild;
const placementOf = { own: '', other: '', elsewhere: '' };

beforeAll(async () => {
  bench = await openBench();
  const planted = async (county: string, township?: string) => {
    const place = bench.seed.place(county, township);
    const child = await bench.seed.child(place, { studentId: await bench.seed.student(place) });
    const placement = await bench.seed.placement(child, 'HOME_TEACHING');
    await bench.seed.note(child, '2023-01-01');
    return { child, placement: `${county}.${placement}` };
  };
  for (const county of [COUNTY, '640122']) await bench.seed.ageBand(county);
  const three = [await planted(COUNTY), await planted(COUNTY, '102'), await planted('640122')] as const;
  [own, other, elsewhere] = [three[0].child, three[1].child, three[2].child];
  Object.assign(placementOf, {
    own: three[0].placement,
    other: three[1].placement,
    elsewhere: three[2].placement,
  });
});
afterAll(() => bench.close());

function claimsOf(role: Role): Claims {
  const { reach } = ROLES[role];
  return {
    roles: [role],
    ...(reach === 'township' && { township: own.townshipCode }),
    ...((reach === 'school' || reach === 'class') && { school: `${COUNTY}.${own.schoolId ?? ''}` }),
    ...(reach === 'class' && { class: `${COUNTY}.${own.classId ?? ''}` }),
  };
}
const askAs = (role: Role): Ask => bench.desk.as(claimsOf(role));

/** Every value of an answer, the types' names left out. */
function leaves(answer: unknown): unknown[] {
  if (answer === null || typeof answer !== 'object') return [answer];
  return Object.entries(answer).flatMap(([field, value]) => (field === '__typename' ? [] : leaves(value)));
}

describe.each(Object.entries(MATRIX) as [Role, (typeof MATRIX)[Role]][])('%s', (role, may) => {
  it.each(QUESTIONS)('$part: $query', async ({ part, query, of }) => {
    const { data, errors } = await askAs(role)(query, of && { of: of() });
    if (may[part]) {
      expect(errors).toBeUndefined();
      return;
    }
    expect(errors?.length).toBeGreaterThan(0);
    for (const { extensions } of errors ?? []) expect(extensions.code).toBe('FORBIDDEN');
    expect(leaves(data).filter((value) => value != null)).toEqual([]);
  });
});

describe.each(['principal', 'special-education-teacher'] as const)('a %s', (role) => {
  it('lists and counts the children of the own school', async () => {
    const { data, errors } = await askAs(role)(`{
      disabledChildren { totalCount nodes { id } }
      disabledChildGroups(groupBy: SCHOOL) { key count }
    }`);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      disabledChildren: { totalCount: 1, nodes: [{ id: own.globalId }] },
      disabledChildGroups: [{ key: `${COUNTY}.${own.schoolId ?? ''}`, count: 1 }],
    });
  });

  it('finds no child of another school or county, however it asks', async () => {
    const { data, errors } = await askAs(role)(
      `query ($of: [_Any!]!, $id: ID!, $schools: [ID!]!) {
        _entities(representations: $of) { __typename }
        disabledChild(id: $id) { id }
        disabledChildren(filter: { schools: $schools }) { totalCount nodes { id } }
        disabledChildGroups(filter: { townships: ["640121102"] }, groupBy: TOWNSHIP) { count }
      }`,
      {
        id: other.globalId,
        schools: [`${COUNTY}.${other.schoolId ?? ''}`, `640122.${elsewhere.schoolId ?? ''}`],
        of: [
          { __typename: 'DisabledChild', id: other.globalId },
          { __typename: 'DisabledChild', id: elsewhere.globalId },
          { __typename: 'DisabledChild', id: elsewhere.globalId.replace('640122', COUNTY) },
          { __typename: 'Placement', id: placementOf.other },
          { __typename: 'Placement', id: placementOf.elsewhere },
          { __typename: 'Student', id: `${COUNTY}.${other.studentId ?? ''}` },
          { __typename: 'Student', id: `640122.${elsewhere.studentId ?? ''}` },
          { __typename: 'County', code: '640122' },
        ],
      },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      _entities: Array.from({ length: 8 }, () => null),
      disabledChild: null,
      disabledChildren: { totalCount: 0, nodes: [] },
      disabledChildGroups: [],
    });
  });
});

it('a class teacher is told of the own class and of no other child of the school', async () => {
  const { countyCode, townshipCode, schoolId } = own;
  const neighbour = await bench.seed.student({ ...bench.seed.place(countyCode), townshipCode, schoolId });
  const { data } = await askAs('homeroom-teacher')(
    entities('... on Student { specialEducation { inLedger placed } }'),
    { of: [own.studentId, neighbour].map((id) => ({ __typename: 'Student', id: `${COUNTY}.${id ?? ''}` })) },
  );
  expect(data).toEqual({
    _entities: [{ __typename: 'Student', specialEducation: { inLedger: true, placed: true } }, null],
  });
});

it('a child on the roll without a row in the ledger, and one deferred, are not placed', async () => {
  const place = bench.seed.place(COUNTY);
  const [healthy, deferred] = [await bench.seed.student(place), await bench.seed.student(place)];
  await bench.seed.placement(await bench.seed.child(place, { studentId: deferred }), 'DEFERRED');
  const { data, statements } = await askAs('enrollment-office')(
    entities('... on Student { specialEducation { inLedger placed } }'),
    { of: [healthy, deferred].map((id) => ({ __typename: 'Student', id: `${COUNTY}.${id}` })) },
  );
  expect(data).toEqual({
    _entities: [
      { __typename: 'Student', specialEducation: { inLedger: false, placed: false } },
      { __typename: 'Student', specialEducation: { inLedger: true, placed: false } },
    ],
  });
  expect(statements).toHaveLength(1);
});
