import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { connectionUrl } from '@bureau/postgres';
import { offices, testPasswords, testServer } from '@bureau/testing';
import { Client } from 'pg';

const program = join(import.meta.dirname, '../src/prepare-databases.ts');

function environmentWith(changed: Record<string, string> = {}): NodeJS.ProcessEnv {
  const server = testServer();
  const urls = offices.flatMap((office): [string, string][] => {
    const database = office.replaceAll('-', '_');
    const url = (user: string, password: string) => connectionUrl({ ...server, user, password, database });
    return [
      [`${database.toUpperCase()}_DATABASE_URL`, url(database, testPasswords[office].service)],
      [`${database.toUpperCase()}_OWNER_DATABASE_URL`, url(`${database}_owner`, testPasswords[office].owner)],
    ];
  });
  const own = Object.fromEntries(urls);
  return { PATH: process.env['PATH'], ADMIN_DATABASE_URL: connectionUrl(server), ...own, ...changed };
}

function prepare(environment: NodeJS.ProcessEnv) {
  return spawnSync(process.execPath, [program], { env: environment, encoding: 'utf8' });
}

test('makes the databases that the offices’ URLs name', async () => {
  const environment = environmentWith();
  expect(prepare(environment)).toMatchObject({ status: 0, stderr: '' });

  const client = new Client({ connectionString: environment['STUDENT_AID_DATABASE_URL'] });
  await client.connect();
  expect((await client.query('SELECT current_user, current_database()')).rows).toEqual([
    { current_user: 'student_aid', current_database: 'student_aid' },
  ]);
  await client.end();
});

test.each([
  [
    'ADMIN_DATABASE_URL',
    '',
    'ADMIN_DATABASE_URL: a URL that begins with postgres:// is needed (special characters in its password as %XX).',
  ],
  [
    'ENROLLMENT_DATABASE_URL',
    'postgres://roll:x@db/enrollment',
    'ENROLLMENT_DATABASE_URL: it must name the user enrollment with a password and the database enrollment.',
  ],
  [
    'ENROLLMENT_OWNER_DATABASE_URL',
    'postgres://enrollment_owner@db/enrollment',
    'ENROLLMENT_OWNER_DATABASE_URL: it must name the user enrollment_owner with a password and the database enrollment.',
  ],
])('refuses a bad %s in one line', (name, value, line) => {
  expect(prepare(environmentWith({ [name]: value }))).toMatchObject({ status: 1, stderr: `${line}\n` });
});
