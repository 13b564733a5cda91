import { type Bench, openBench } from '../seed/bench.seed.ts';
import type { Place, SeededChild } from '../seed/ledger.seed.ts';

let bench: Bench;
let place: Place;
let child: SeededChild;
beforeAll(async () => {
  bench = await openBench();
  place = bench.seed.place('640121');
});
beforeEach(async () => {
  child = await bench.seed.child(place);
});
afterAll(() => bench.close());

const placements = () =>
  bench.database.arrange('SELECT kind, started_on::text, ended_on::text FROM placement WHERE child_id = $1', [
    child.id,
  ]);

describe('a child is in one placement at a time', () => {
  it.each([
    ['one that goes on', {}, { startedOn: '2024-09-01' }],
    ['one that begins earlier', {}, { startedOn: '2022-09-01' }],
    ['one that ends a day too late', {}, { startedOn: '2022-09-01', endedOn: '2023-09-02' }],
    ['the last day of another', { endedOn: '2024-09-01' }, { startedOn: '2024-08-31' }],
  ])('%s overlaps and is refused', async (_, first, second) => {
    await bench.seed.placement(child, 'REGULAR_CLASS', first);
    const before = await placements();
    await expect(bench.seed.placement(child, 'HOME_TEACHING', second)).rejects.toThrow('placement_one_at_a_time_excl');
    expect(await placements()).toEqual(before);
  });

  it('one may begin on the day on which another ends, and after a deferral has expired', async () => {
    await bench.seed.placement(child, 'REGULAR_CLASS', { startedOn: '2022-09-01', endedOn: '2023-09-01' });
    await bench.seed.placement(child, 'DEFERRED', { startedOn: '2023-09-01', expiresOn: '2024-09-01' });
    await bench.seed.placement(child, 'HOME_TEACHING', { startedOn: '2024-09-01' });
    expect(await placements()).toHaveLength(3);
  });

  it('two at the same moment: one is kept', async () => {
    const both = await Promise.allSettled([1, 2].map(() => bench.seed.placement(child, 'REGULAR_CLASS')));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await placements()).toHaveLength(1);
  });
});

it.each([
  ['ends before it begins', 'REGULAR_CLASS', { endedOn: '2023-09-01' }, 'placement_dates_check'],
  ['is at no school', 'REGULAR_CLASS', { schoolId: null }, 'placement_school_check'],
  [
    'is at an external school without a name',
    'SPECIAL_SCHOOL_EXTERNAL',
    { externalSchoolName: null, externalSchoolCity: null },
    'placement_external_school_check',
  ],
  [
    'is at an external school of nowhere',
    'SPECIAL_SCHOOL_EXTERNAL',
    { externalSchoolCity: null },
    'placement_external_school_check',
  ],
  ['defers without an expiry', 'DEFERRED', { expiresOn: null }, 'placement_deferral_check'],
  ['defers without a document', 'DEFERRED', { documentNumber: null }, 'placement_deferral_check'],
  ['defers without a decision', 'DEFERRED', { decidedOn: null }, 'placement_deferral_check'],
  ['defers at a school', 'DEFERRED', { schoolId: '00000000-0000-7000-8000-000000000000' }, 'placement_no_school_check'],
  ['expires without being a deferral', 'REGULAR_CLASS', { expiresOn: '2024-09-01' }, 'placement_deferral_check'],
] as const)('a placement that %s is refused', async (_, kind, given, constraint) => {
  await expect(bench.seed.placement(child, kind, given)).rejects.toThrow(constraint);
  expect(await placements()).toEqual([]);
});

describe('a child has exactly one primary disability', () => {
  it('it must be one of its disabilities', async () => {
    await expect(
      bench.database.arrange(`UPDATE disabled_child SET primary_category = '1' WHERE id = $1`, [child.id]),
    ).rejects.toThrow('disabled_child_primary_category_fkey');
    await expect(bench.database.arrange('DELETE FROM disability WHERE child_id = $1', [child.id])).rejects.toThrow(
      'disabled_child_primary_category_fkey',
    );
  });

  it.each([
    [[], 'primary_category'],
    [[{ category: '8', level: 1 }], 'disability_category_check'],
    [[{ category: '5', level: 5 }], 'disability_level_check'],
    [
      [
        { category: '5', level: 1 },
        { category: '5', level: 2 },
      ],
      'disability_pkey',
    ],
  ])('%p is refused and no child is entered', async (disabilities, constraint) => {
    const count = 'SELECT count(*)::int AS children FROM disabled_child';
    const before = await bench.database.arrange(count);
    await expect(bench.seed.child(place, { disabilities })).rejects.toThrow(constraint);
    expect(await bench.database.arrange(count)).toEqual(before);
  });
});

it.each([
  [{ certificateStatus: 'VALID' }, 'disabled_child_certificate_check'],
  [{ registeredOn: '2015-02-28' }, 'disabled_child_registered_check'],
] as const)('a child with %p is refused', async (given, constraint) => {
  await expect(bench.seed.child(place, given)).rejects.toThrow(constraint);
});

it('a child on the roll, and an identity number, is in the ledger once', async () => {
  const [studentId, identityNumber] = [await bench.seed.student(place), '99012120150301101X'];
  await bench.seed.child(place, { studentId, identityNumber });
  await expect(bench.seed.child(place, { studentId })).rejects.toThrow('disabled_child_student_key');
  await expect(bench.seed.child(place, { identityNumber: '99012120150301101x' })).rejects.toThrow(
    'disabled_child_identity_number_key',
  );
});
