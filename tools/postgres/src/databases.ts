import { escapeIdentifier, escapeLiteral, type Client } from 'pg';
import { connect, type Connection } from './connection.ts';

export interface RolePasswords {
  /** Of the role the service runs under. */
  service: string;
  /** Of the role that owns the tables and runs the migrations. */
  owner: string;
}

export function databaseOf(office: string): string {
  return office.replaceAll('-', '_');
}

/** One database and two roles per office; doing it again changes nothing but the passwords. */
export async function prepareDatabases(
  superuser: Connection,
  offices: readonly string[],
  passwords: Readonly<Record<string, RolePasswords>>,
): Promise<void> {
  await prepareRoles(superuser, offices, passwords);
  for (const office of offices) await prepareDatabase(superuser, databaseOf(office), office);
}

/** The roles `<database>` and `<database>_owner` of each office: neither may do anything to the server itself. */
export async function prepareRoles(
  superuser: Connection,
  offices: readonly string[],
  passwords: Readonly<Record<string, RolePasswords>>,
): Promise<void> {
  await exclusively(superuser, async (client) => {
    for (const office of offices) {
      const given = passwords[office];
      if (!given) throw new Error(`no passwords for ${office}`);
      await prepareRole(client, databaseOf(office), given.service);
      await prepareRole(client, `${databaseOf(office)}_owner`, given.owner);
    }
  });
}

/** A database that the office's owner role owns, its service role may use, and nobody else may enter. */
export async function prepareDatabase(superuser: Connection, name: string, office: string): Promise<void> {
  const [database, service, owner] = [name, databaseOf(office), `${databaseOf(office)}_owner`].map(escapeIdentifier);
  await exclusively(superuser, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0)
      await client.query(`CREATE DATABASE ${database} OWNER ${owner} TEMPLATE template0 ENCODING 'UTF8'`);
    await client.query(`REVOKE CONNECT, TEMPORARY ON DATABASE ${database} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${owner}, ${service}`);

    await using inside = await connect({ ...superuser, database: name });
    await inside.query(`ALTER SCHEMA public OWNER TO ${owner}`);
    await inside.query('REVOKE ALL ON SCHEMA public FROM PUBLIC');
    await inside.query(`GRANT USAGE ON SCHEMA public TO ${service}`);
    await inside.query('CREATE EXTENSION IF NOT EXISTS btree_gist');
  });
}

async function prepareRole(client: Client, name: string, password: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
  await client.query(
    `${rowCount === 0 ? 'CREATE' : 'ALTER'} ROLE ${escapeIdentifier(name)} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS NOINHERIT PASSWORD ${escapeLiteral(password)}`,
  );
}

/** Two preparers at once would trip over each other (CREATE ROLE and CREATE DATABASE know no IF NOT EXISTS). */
async function exclusively(superuser: Connection, act: (client: Client) => Promise<void>): Promise<void> {
  await using client = await connect(superuser);
  await client.query(`SELECT pg_advisory_lock(hashtext('bureau: prepare databases'))`);
  await act(client);
}
