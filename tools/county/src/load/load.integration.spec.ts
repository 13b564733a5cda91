import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

import { createSealer } from '@bureau/access';
import { connect, connectionOf } from '@bureau/postgres';
import { createTestDatabase, offices, type TestDatabase } from '@bureau/testing';

import { generateCounty } from '../generate/county.ts';
import type { OfficeName } from './office-databases.ts';

const repository = join(import.meta.dirname, '../../../..');
const dataKey = randomBytes(32);
const indexKey = randomBytes(32);
const county = generateCounty();
const variable = (office: string, name: string) => `${office.toUpperCase().replaceAll('-', '_')}_${name}`;

let databases: Record<OfficeName, TestDatabase>;
let environment: NodeJS.ProcessEnv;

beforeAll(async () => {
  const created = await Promise.all(offices.map(async (office) => [office, await createTestDatabase(office)] as const));
  databases = Object.fromEntries(created) as typeof databases;
  environment = {
    ...process.env,
    DATA_KEY: dataKey.toString('base64'),
    INDEX_KEY: indexKey.toString('base64'),
    ...Object.fromEntries(created.map(([office, { serviceUrl }]) => [variable(office, 'DATABASE_URL'), serviceUrl])),
    ...Object.fromEntries(created.map(([office, { ownerUrl }]) => [variable(office, 'OWNER_DATABASE_URL'), ownerUrl])),
  };
  const migrate = (office: string) => join(repository, `apps/${office}/src/migrate.ts`);
  await Promise.all(
    offices.map((office) => promisify(execFile)(process.execPath, [migrate(office)], { env: environment })),
  );
}, 120_000);

afterAll(() => Promise.all(Object.values(databases).map((database) => database.drop())));

function startLoader(): ChildProcess {
  const program = join(repository, 'tools/county/src/load.ts');
  return spawn(process.execPath, [program], { env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function endOf(loader: ChildProcess): Promise<number | null> {
  if (loader.exitCode === null && loader.signalCode === null) await once(loader, 'exit');
  return loader.exitCode;
}

/** Asks as the superuser, whom row-level security does not bind. */
async function ask<Row>(office: OfficeName, sql: string): Promise<Row[]> {
  await using client = await connect(connectionOf(databases[office].superuserUrl));
  return (await client.query(sql)).rows as Row[];
}

async function countOf(office: OfficeName, table: string): Promise<number> {
  const [row] = await ask<{ count: number }>(office, `SELECT count(*)::int AS count FROM ${table}`);
  return row?.count ?? 0;
}

/** The table that each office fills last. */
const LAST_TABLES = [
  ['enrollment', 'childrenOfAge'],
  ['student-aid', 'payments'],
  ['internet-plus', 'platformPilots'],
] as const;
const TABLES = { childrenOfAge: 'child_of_age', payments: 'payment', platformPilots: 'platform_pilot' } as const;

/** A loader holds its office's lock for as long as it writes. */
async function untilItWrites(): Promise<void> {
  await using client = await connect(connectionOf(databases.enrollment.superuserUrl));
  const writers = `SELECT FROM pg_locks JOIN pg_database ON pg_database.oid = database AND datname = current_database()
    WHERE locktype = 'advisory'`;
  while ((await client.query(writers)).rowCount === 0) await sleep(50);
}

it('is loaded wholly, whenever it was killed before, and once, whoever loads beside', async () => {
  for (const milliseconds of [0, 400, 1_200]) {
    const loader = startLoader();
    await untilItWrites();
    await sleep(milliseconds);
    loader.kill('SIGKILL');
    await endOf(loader);
    for (const [office, table] of LAST_TABLES)
      expect([0, county[table].length]).toContain(await countOf(office, TABLES[table]));
  }
  const together = [startLoader(), startLoader()];
  expect(await Promise.all(together.map(endOf))).toEqual([0, 0]);

  expect(await countOf('enrollment', 'student')).toBe(county.children.length);
  expect(await countOf('enrollment', 'school_spell')).toBe(county.children.flatMap(({ spells }) => spells).length);
  expect(await countOf('enrollment', 'child_of_age')).toBe(county.childrenOfAge.length);
  expect(await countOf('enrollment', 'outbox_event')).toBe(county.children.length + 2 * county.schools.length);
  expect(await countOf('special-education', 'disabled_child')).toBe(county.disabilities.length);
  expect(await countOf('student-aid', 'payment')).toBe(county.payments.length);
  expect(await countOf('internet-plus', 'school_digital_profile')).toBe(county.digitalProfiles.length);
}, 300_000);

it('does nothing where it has been loaded', async () => {
  const positions = () => ask('enrollment', 'SELECT max(recorded_order) FROM outbox_event');
  const before = await positions();
  expect(await endOf(startLoader())).toBe(0);
  expect(await positions()).toEqual(before);
});

it('says in one line which setting is missing', async () => {
  const { STUDENT_AID_DATABASE_URL: _, ...incomplete } = environment;
  const program = join(repository, 'tools/county/src/load.ts');
  await expect(promisify(execFile)(process.execPath, [program], { env: incomplete })).rejects.toMatchObject({
    code: 1,
    stderr: "STUDENT_AID_DATABASE_URL: the address of the office's database is needed, postgres://…\n",
  });
});

it('seals identity numbers, each in its own row', async () => {
  const sealer = createSealer({ dataKey, indexKey });
  const [row] = await ask<{ id: string; identity_number: Buffer; identity_number_index: Buffer }>(
    'enrollment',
    'SELECT id, identity_number, identity_number_index FROM student ORDER BY id LIMIT 1',
  );
  const child = county.children.find(({ id }) => id === row?.id);
  const sealed = row?.identity_number ?? Buffer.alloc(0);
  expect(sealer.open(sealed, `student.identity_number:${row?.id}`)).toBe(child?.identityNumber);
  expect(row?.identity_number_index).toEqual(sealer.index(child?.identityNumber ?? ''));
});

it('tells of every child as it stands', async () => {
  const standing = await ask<{ n: number }>(
    'enrollment',
    `SELECT count(*)::int AS n FROM student s JOIN outbox_event e
       ON e.county_code = s.county_code AND e.subject = s.county_code || '.' || s.id
     WHERE e.data->>'rollStatus' = s.roll_status AND e.data->>'schoolId' = s.school_id::text
       AND e.data->>'attendancePlacement' = s.attendance_placement AND (e.data->>'version')::int = s.version`,
  );
  expect(standing).toEqual([{ n: county.children.length }]);
});

it('keeps in a child what its last spell says', async () => {
  const differing = await ask(
    'enrollment',
    `SELECT s.id FROM student s JOIN LATERAL (
       SELECT * FROM school_spell WHERE county_code = s.county_code AND student_id = s.id ORDER BY started_on DESC LIMIT 1
     ) spell ON true
     WHERE (spell.school_id, spell.class_id, spell.stage) IS DISTINCT FROM (s.school_id, s.class_id, s.stage)
        OR spell.ended_on IS NULL AND (spell.roll_status, spell.attendance_placement) IS DISTINCT FROM (s.roll_status, s.attendance_placement)`,
  );
  expect(differing).toEqual([]);
});

it('pays what the rate of the term says', async () => {
  const wrong = await ask(
    'student-aid',
    `SELECT a.id FROM aid_award a LEFT JOIN aid_rate r
       ON r.county_code = a.county_code AND r.programme_code = a.programme_code AND r.stage = a.stage AND r.tier = a.tier
      AND (r.valid_from_school_year, r.valid_from_season) <= (a.school_year, a.season)
      AND (r.valid_to_school_year IS NULL OR (r.valid_to_school_year, r.valid_to_season) >= (a.school_year, a.season))
     WHERE r.amount_fen IS DISTINCT FROM a.amount_fen`,
  );
  expect(wrong).toEqual([]);
});
