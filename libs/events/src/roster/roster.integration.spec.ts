import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { newEvent } from '../contract/event.ts';
import { schoolChanged } from '../contract/school-changed.ts';
import { schoolHeadcountChanged } from '../contract/school-headcount-changed.ts';
import { type StudentChanged, studentChanged } from '../contract/student-changed.ts';
import { fedEvents } from '../trial/feed-events.ts';
import { headcount, helan, school, student, yongning } from '../trial/samples.ts';
import { inCounty } from '../trial/database.ts';
import { openOffice, type TrialOffice } from '../trial/trial-office.ts';
import { applyHeadcounts, applySchools, applyStudents, clearRosters } from './roster.ts';
import { rosterMatching, rosterTables } from './roster.tables.ts';

let office: TrialOffice;
beforeAll(async () => {
  office = await openOffice(
    'student-aid',
    (role) => rosterTables(role, ['school_roster', 'student_roster', 'school_headcount']) + rosterMatching,
  );
});
afterEach(() => clear());
afterAll(() => office[Symbol.asyncDispose]());

const clear = () => office.owner.query('TRUNCATE student_roster, school_roster, school_headcount');
const apply = (events: ReturnType<typeof newEvent>[], county = yongning) =>
  inCounty(office.dataSource, county, async (manager) => {
    const fed = fedEvents(events);
    await applySchools(manager, fed);
    await applyStudents(manager, fed);
    await applyHeadcounts(manager, fed);
  });
const applyStates = (...states: StudentChanged[]) =>
  apply(states.map((state) => newEvent(studentChanged, yongning, state)));
const rows = (roster: string) => office.owner.query(`SELECT * FROM ${roster} ORDER BY county_code, version`);

it('keeps a child, a school and its headcount as the events tell', async () => {
  const [child, place, counts] = [
    student({ classId: null, identityIndex: 'ab'.repeat(32), boarding: '2' }),
    school({ successorIds: [uuidv7(), uuidv7()] }),
    headcount(),
  ];
  await apply([
    newEvent(studentChanged, yongning, child),
    newEvent(schoolChanged, yongning, place),
    newEvent(schoolHeadcountChanged, yongning, counts),
  ]);
  const day = (text: string) => new Date(`${text}T00:00:00`);
  expect(await rows('student_roster')).toEqual([
    {
      county_code: yongning,
      id: child.id,
      school_id: child.schoolId,
      class_id: null,
      township_code: '640121100',
      name: '马小明',
      stage: 'PRIMARY',
      grade: 3,
      roll_status: 'ACTIVE',
      attendance_placement: 'IN_SCHOOL',
      born_on: day('2015-03-01'),
      sex: '1',
      identity_index: 'ab'.repeat(32),
      boarding: '2',
      effective_on: day('2024-09-01'),
      version: 1,
    },
  ]);
  expect(await rows('school_roster')).toEqual([
    {
      county_code: yongning,
      id: place.id,
      code: '2164000001',
      name: '永宁县第一小学',
      kind: '211',
      township_code: '640121100',
      opens_on: day('1985-09-01'),
      closes_on: null,
      successor_ids: place.successorIds,
      version: 1,
    },
  ]);
  expect(await rows('school_headcount')).toEqual([
    {
      county_code: yongning,
      school_id: counts.schoolId,
      as_of: day('2024-09-01'),
      classes: 2,
      students: 80,
      by_stage: [{ stage: 'PRIMARY', classes: 2, students: 80 }],
      version: 1,
    },
  ]);
});

it('keeps a child alike whether or not its events name a movement', async () => {
  const movement = {
    id: uuidv7(),
    kind: 'TRANSFER_WITHIN_COUNTY',
    fromSchoolId: uuidv7(),
    fromRollStatus: 'ACTIVE',
    fromPlacement: 'IN_SCHOOL',
    untilOn: null,
    cause: `transfer:${uuidv7()}`,
  } as const;
  await applyStates(student({ name: '甲', version: 1 }), student({ name: '乙', version: 2, movement }));
  await applyStates(student({ name: '丙', version: 3, movement: null }));
  expect((await rows('student_roster')).map(({ name }: { name: string }) => name)).toEqual(['甲', '乙', '丙']);
});

it('lets a newer state replace an older one, and never the reverse', async () => {
  const id = uuidv7();
  const state = (version: number) => student({ id, version, name: `第${version}` });
  const kept = async () => (await rows('student_roster')).map(({ name }: { name: string }) => name);
  await applyStates(state(2));
  await applyStates(state(1));
  expect(await kept()).toEqual(['第2']);
  await applyStates(state(3), state(5), state(4));
  expect(await kept()).toEqual(['第5']);
});

it('ends with the last state of each child, however the events are cut into pages', async () => {
  const ids = [uuidv7(), uuidv7(), uuidv7()];
  const history = fc.array(fc.nat(ids.length - 1), { minLength: 1, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(history, fc.array(fc.integer({ min: 1, max: 7 })), async (whose, cuts) => {
      await clear();
      const states = whose.map((who, at) => student({ id: ids[who] ?? '', version: at + 1, grade: (at % 6) + 1 }));
      const last = new Map(states.map((state) => [state.id, state]));
      for (const rest = [...states]; rest.length > 0;) await applyStates(...rest.splice(0, cuts.shift() ?? 30));
      const kept: { id: string; version: number; grade: number }[] = await rows('student_roster');
      const expected = [...last.values()].sort((one, other) => one.version - other.version);
      expect(kept.map(({ id, version, grade }) => [id, version, grade])).toEqual(
        expected.map(({ id, version, grade }) => [id, version, grade]),
      );
    }),
    { numRuns: 25 },
  );
});

it('refuses an event whose payload is not what the contract promises', async () => {
  const event = newEvent(studentChanged, yongning, student());
  await expect(apply([{ ...event, data: { ...student(), rollStatus: 'HERE' } }])).rejects.toThrow();
  await expect(apply([{ ...event, data: student() }])).rejects.toThrow('another subject');
  await expect(apply([{ ...event, dataschema: 'urn:bureau:event:enrollment.student.changed:2' }])).rejects.toThrow(
    'dataschema',
  );
  expect(await rows('student_roster')).toEqual([]);
});

describe('row-level security', () => {
  const [here, there] = [school({ townshipCode: '640121102' }), school({ townshipCode: '640121104' })];
  const names = (table: string, scope: Parameters<typeof inCounty>[3], county = yongning) =>
    inCounty(
      office.dataSource,
      county,
      async (manager) =>
        (await manager.query(`SELECT * FROM ${table} ORDER BY version`)).map((row: { version: number }) => row.version),
      scope,
    );
  const [classId, otherClassId] = [uuidv7(), uuidv7()];

  beforeEach(async () => {
    await apply([
      newEvent(schoolChanged, yongning, { ...here, version: 1 }),
      newEvent(schoolChanged, yongning, { ...there, version: 2 }),
      newEvent(
        studentChanged,
        yongning,
        student({ townshipCode: '640121102', schoolId: here.id, classId, version: 1 }),
      ),
      newEvent(
        studentChanged,
        yongning,
        student({ townshipCode: '640121102', schoolId: here.id, classId: otherClassId, version: 2 }),
      ),
      newEvent(studentChanged, yongning, student({ townshipCode: '640121104', schoolId: there.id, version: 3 })),
      newEvent(schoolHeadcountChanged, yongning, headcount({ schoolId: here.id, version: 1 })),
      newEvent(schoolHeadcountChanged, yongning, headcount({ schoolId: there.id, version: 2 })),
    ]);
    await apply([newEvent(studentChanged, helan, student({ version: 4 }))], helan);
  });

  it.each([
    ['the county', {}, { student: [1, 2, 3], school: [1, 2], headcount: [1, 2] }],
    ['a township', { township: '640121104' }, { student: [3], school: [2], headcount: [2] }],
    ['a school', { school: here.id }, { student: [1, 2], school: [1], headcount: [1] }],
    ['a class', { school: here.id, class: classId }, { student: [1], school: [1], headcount: [1] }],
  ])('shows %s its own rows', async (_, scope, seen) => {
    expect(await names('student_roster', scope)).toEqual(seen.student);
    expect(await names('school_roster', scope)).toEqual(seen.school);
    expect(await names('school_headcount', scope)).toEqual(seen.headcount);
  });

  it('shows nobody’s rows to nobody', async () => {
    for (const table of ['student_roster', 'school_roster', 'school_headcount']) {
      expect(await office.dataSource.query(`SELECT FROM ${table}`)).toEqual([]);
    }
  });

  it('lets a rebuild delete the rows of every county, and nothing else do so', async () => {
    await office.dataSource.transaction((manager) => clearRosters(manager, ['student_roster']));
    expect((await rows('student_roster')).length).toBe(4);
    await office.dataSource.transaction(async (manager) => {
      await manager.query(`SELECT set_config('bureau.rebuild', 'on', true)`);
      await clearRosters(manager, ['student_roster']);
    });
    expect([(await rows('student_roster')).length, (await rows('school_roster')).length]).toEqual([0, 2]);
  });
});
