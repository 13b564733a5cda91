import { ATTENDANCE_PLACEMENTS, ROLL_STATUSES, STAGES } from '@bureau/codes';
import { createOfficeDatabase, driftFromEntities, type OfficeDatabase } from '@bureau/testing';
import { tables } from '../data-source.ts';
import { SPELL_ENDS } from '../school-spell/school-spell.entity.ts';
import { Seed } from '../seed/county.seed.ts';

let database: OfficeDatabase;
beforeAll(async () => {
  database = await createOfficeDatabase('enrollment', tables);
});
afterAll(() => database.drop());

it('migrations build exactly what the entities declare', async () => {
  expect(await driftFromEntities(tables, database.ownerUrl)).toEqual([]);
});

it('the service role owns nothing, and every table with a county has row-level security', async () => {
  const owned = await database.arrange(`SELECT relname FROM pg_class WHERE relowner = 'enrollment'::regrole`);
  expect(owned).toEqual([]);
  const open = await database.arrange(
    `SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'county_code'
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND NOT c.relrowsecurity`,
  );
  expect(open).toEqual([]);
});

it.each([
  ['school_class', 'stage', STAGES],
  ['student', 'stage', STAGES],
  ['student', 'roll_status', ROLL_STATUSES],
  ['student', 'attendance_placement', ATTENDANCE_PLACEMENTS],
  ['school_spell', 'stage', STAGES],
  ['school_spell', 'roll_status', ROLL_STATUSES],
  ['school_spell', 'attendance_placement', ATTENDANCE_PLACEMENTS],
  ['school_spell', 'ended_by', SPELL_ENDS],
])('PostgreSQL itself takes in %s.%s the values of its closed list and no other', async (table, column, values) => {
  const [check] = (await database.arrange(
    'SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conrelid = $1::regclass AND conname = $2',
    [table, `${table}_${column}_check`],
  )) as { definition: string }[];
  const { definition = '' } = check ?? {};
  expect(definition).toContain(`((${column} = ANY (ARRAY[`);
  expect([...definition.matchAll(/'(\w+)'/g)].map(([, value]) => value)).toEqual([...values]);
});

it('PostgreSQL itself refuses a child, or a spell, in a class of another school', async () => {
  const seed = new Seed(database);
  await seed.county('640121');
  const [one, other] = [await seed.school('640121', '第一小学'), await seed.school('640121', '第二小学')];
  await expect(seed.student({ ...one, class: other.class })).rejects.toThrow('student_class_fkey');
  const student = await seed.student(one, { startedOn: '2023-09-01' });
  const before = { startedOn: '2022-09-01', endedOn: '2023-09-01', endedBy: 'CLASS_CHANGED' } as const;
  await expect(seed.spell({ ...student, class: other.class }, before)).rejects.toThrow('school_spell_class_fkey');
});
