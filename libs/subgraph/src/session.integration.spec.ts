import { actorOf, createTestDatabase, type TestDatabase } from '@bureau/testing';
import type { DataSource } from 'typeorm';
import { createDataSource } from './data-source.ts';
import { FigureCache } from './figure-cache.ts';
import { requireBoundRole } from './serve.ts';
import { Session } from './session.ts';

const NO_TABLES = { entities: [], migrations: [] };
const leader = actorOf({ roles: ['county-leader'] });

let database: TestDatabase;
let owner: DataSource;
let service: DataSource;
beforeAll(async () => {
  database = await createTestDatabase('enrollment');
  owner = await createDataSource(NO_TABLES, { url: database.ownerUrl }).initialize();
  await owner.query(`CREATE TABLE note (county_code varchar(6), text text);
    ALTER TABLE note ENABLE ROW LEVEL SECURITY;
    CREATE POLICY own_county ON note USING (county_code = (SELECT current_setting('bureau.county', true)));
    GRANT SELECT, INSERT ON note TO enrollment;`);
  service = await createDataSource(NO_TABLES, { url: database.serviceUrl, poolSize: 2 }).initialize();
});
beforeEach(() => owner.query('TRUNCATE note'));
afterAll(async () => {
  await Promise.all([owner.destroy(), service.destroy()]);
  await database.drop();
});

const write = (text: string) => owner.query(`INSERT INTO note VALUES ('640121', $1), ('640122', $1)`, [text]);
const count = (session: Session): Promise<number> =>
  session.read(async (manager) => {
    const [row]: { count: number }[] = await manager.query('SELECT count(*)::int AS count FROM note');
    return row?.count ?? 0;
  });

it('reads one instant, whatever others commit meanwhile, and only the rows of its county', async () => {
  await write('before');
  const session = new Session(service, leader);
  expect(await count(session)).toBe(1);
  await write('meanwhile');
  expect(await count(session)).toBe(1);
  await session.close();
  expect(await count(session)).toBe(2);
  await session.close();
});

it('reads anew after its own write, which is kept whole or not at all', async () => {
  const session = new Session(service, leader);
  expect(await count(session)).toBe(0);
  await session.transaction((manager) => manager.query(`INSERT INTO note VALUES ('640121', 'kept')`));
  expect(await count(session)).toBe(1);
  const failing = session.transaction(async (manager) => {
    await manager.query(`INSERT INTO note VALUES ('640121', 'lost')`);
    throw new Error('half done');
  });
  await expect(failing).rejects.toThrow('half done');
  expect(await count(session)).toBe(1);
  await session.close();
});

it('an error costs the part that it happened in, not the rest of the answer', async () => {
  await write('there');
  const session = new Session(service, leader);
  await expect(session.read((manager) => manager.query(`SELECT 'x'::uuid`))).rejects.toThrow('uuid');
  expect(await count(session)).toBe(1);
  await session.close();
});

it('a connection that is cut in mid-request is given up, and the pool goes on', async () => {
  await write('there');
  const figures = new FigureCache();
  const session = new Session(service, leader, figures);
  const [{ pid } = { pid: 0 }]: { pid: number }[] = await session.read((manager) =>
    manager.query('SELECT pg_backend_pid() AS pid'),
  );
  const superuser = await createDataSource(NO_TABLES, { url: database.superuserUrl }).initialize();
  await superuser.query('SELECT pg_terminate_backend($1)', [pid]);
  await superuser.destroy();
  await expect(session.read((manager) => manager.query('SELECT pg_sleep(0)'))).rejects.toThrow();
  await session.close();
  const others = Array.from({ length: 8 }, async () => {
    const other = new Session(service, leader, figures);
    const counted = await count(other);
    await other.close();
    return counted;
  });
  expect(await Promise.all(others)).toEqual(Array.from({ length: 8 }, () => 1));
});

it('a figure is counted anew after a commit, and never for another reach', async () => {
  await write('one');
  const figures = new FigureCache();
  const figureOf = async (actor: typeof leader): Promise<number> => {
    const session = new Session(service, actor, figures);
    const counted = await session.figure(['notes'], async (manager) => {
      const [row]: { count: number }[] = await manager.query('SELECT count(*)::int AS count FROM note');
      return row?.count ?? 0;
    });
    await session.close();
    return counted;
  };
  expect(await figureOf(leader)).toBe(1);
  expect(await figureOf({ ...leader, scope: { reach: 'county', county: '640199' } })).toBe(0);
  await write('two');
  expect(await figureOf(leader)).toBe(2);
});

it('what has not begun when the caller goes is not begun', async () => {
  const session = new Session(service, leader);
  session.cancel();
  await expect(count(session)).rejects.toThrow('The caller is gone.');
  await session.close();
});

it('a service runs under a role that row-level security binds, and under no other', async () => {
  await requireBoundRole(service);
  await expect(requireBoundRole(owner)).rejects.toThrow('is not bound by row-level security on note');
});
