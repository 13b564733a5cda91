import { randomBytes } from 'node:crypto';
import { connect, connectionUrl, databaseOf, prepareDatabase } from '@bureau/postgres';
import { testPasswords, type Office } from './offices.ts';
import { testServer } from './test-server.ts';

export interface TestDatabase {
  name: string;
  /** For migrations: the role that owns everything in the database. */
  ownerUrl: string;
  /** For the service: the role that owns nothing and that row-level security binds. */
  serviceUrl: string;
  /** For arranging what neither role may: row-level security does not bind it. */
  superuserUrl: string;
  drop(): Promise<void>;
}

/** A fresh, empty database of an office, as the platform prepares it. */
export async function createTestDatabase(office: Office): Promise<TestDatabase> {
  const name = `${databaseOf(office)}_test_${randomBytes(6).toString('hex')}`;
  const server = testServer();
  await prepareDatabase(server, name, office);

  const as = (user: string, password: string) => connectionUrl({ ...server, user, password, database: name });
  const passwords = testPasswords[office];
  return {
    name,
    ownerUrl: as(`${databaseOf(office)}_owner`, passwords.owner),
    serviceUrl: as(databaseOf(office), passwords.service),
    superuserUrl: as(server.user, server.password),
    drop: () => dropTestDatabase(name),
  };
}

/** Refuses whatever does not call itself a test, so that no mistake in a test costs anybody's data. */
export async function dropTestDatabase(name: string): Promise<void> {
  if (!name.includes('test')) throw new Error(`${name} does not call itself a test database: it is not dropped`);
  await using client = await connect(testServer());
  await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
}
