import { randomBytes } from 'node:crypto';
import { testServer } from '@bureau/testing';
import { connect, type Connection } from './connection.ts';
import { databaseOf, prepareDatabases } from './databases.ts';

const suffix = `test-${randomBytes(4).toString('hex')}`;
const enrollment = `enrollment-${suffix}`;
const aid = `student-aid-${suffix}`;
const offices = [enrollment, aid];
const passwords = {
  [enrollment]: { service: "it's", owner: 'b' },
  [aid]: { service: 'c', owner: 'd' },
};

function login(office: string, role: 'service' | 'owner', database = databaseOf(office)): Connection {
  const user = databaseOf(office) + (role === 'owner' ? '_owner' : '');
  return { ...testServer(), user, password: passwords[office]?.[role] ?? '', database };
}

async function rows(connection: Connection, sql: string): Promise<unknown[]> {
  await using client = await connect(connection);
  const result = await client.query<object>(sql);
  return result.rows;
}

beforeAll(async () => {
  await Promise.all([1, 2].map(() => prepareDatabases(testServer(), offices, passwords)));
  await rows(
    login(enrollment, 'owner'),
    `CREATE TABLE school (code text); GRANT SELECT ON school TO ${databaseOf(enrollment)}`,
  );
});

afterAll(async () => {
  await using client = await connect(testServer());
  for (const name of offices.map(databaseOf)) {
    await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await client.query(`DROP ROLE ${name}, ${name}_owner`);
  }
});

describe('the databases of the offices', () => {
  test('keep their tables when they are prepared again, with the newest passwords', async () => {
    const newer = { ...passwords, [aid]: { service: 'e', owner: 'd' } };
    await prepareDatabases(testServer(), offices, newer);

    expect(await rows(login(enrollment, 'service'), 'SELECT * FROM school')).toEqual([]);
    await expect(rows(login(aid, 'service'), 'SELECT 1')).rejects.toThrow('password authentication failed');
    expect(await rows({ ...login(aid, 'service'), password: 'e' }, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await prepareDatabases(testServer(), offices, passwords);
  });

  test.each([aid, 'postgres', 'template1'])('are closed to the roles of another office: %s', async (database) => {
    for (const role of ['service', 'owner'] as const) {
      await expect(rows(login(enrollment, role, databaseOf(database)), 'SELECT 1')).rejects.toThrow(
        'permission denied for database',
      );
    }
  });

  test('are served by roles without any power over the server', async () => {
    const powers = `SELECT rolcanlogin, rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls FROM pg_roles WHERE rolname LIKE '%${suffix.replaceAll('-', '_')}%'`;
    const none = {
      rolcanlogin: true,
      rolsuper: false,
      rolcreatedb: false,
      rolcreaterole: false,
      rolreplication: false,
      rolbypassrls: false,
    };
    expect(await rows(testServer(), powers)).toEqual([none, none, none, none]);
  });

  test('are served by a role that owns nothing and makes nothing', async () => {
    const owned = `SELECT count(*)::int FROM pg_shdepend WHERE deptype = 'o' AND refobjid = '${databaseOf(enrollment)}'::regrole`;
    expect(await rows(testServer(), owned)).toEqual([{ count: 0 }]);
    await expect(rows(login(enrollment, 'service'), 'CREATE TABLE mine (id int)')).rejects.toThrow(
      'permission denied for schema public',
    );
    await expect(rows(login(enrollment, 'service'), 'CREATE TEMPORARY TABLE mine (id int)')).rejects.toThrow(
      'permission denied to create temporary tables',
    );
    await expect(rows(login(enrollment, 'service'), 'DROP TABLE school')).rejects.toThrow(
      'must be owner of table school',
    );
    await expect(rows(login(enrollment, 'service'), `SET ROLE ${databaseOf(enrollment)}_owner`)).rejects.toThrow(
      'permission denied to set role',
    );
  });

  test('can exclude overlapping periods', async () => {
    const table =
      'CREATE TABLE spell (student int, during daterange, EXCLUDE USING gist (student WITH =, during WITH &&))';
    await rows(login(enrollment, 'owner'), table);
    expect(await rows(login(enrollment, 'owner'), 'SELECT count(*)::int FROM spell')).toEqual([{ count: 0 }]);
  });

  test('hold Chinese text in UTF-8', async () => {
    expect(
      await rows(
        login(enrollment, 'owner'),
        "SELECT octet_length('闽宁镇') AS bytes, current_setting('server_encoding') AS encoding",
      ),
    ).toEqual([{ bytes: 9, encoding: 'UTF8' }]);
  });
});
