import {
  closeToOffices,
  connectionOf,
  databaseOf,
  Fault,
  prepareDatabases,
  type RolePasswords,
} from '@bureau/postgres';
import { offices, prefixOf, type Office } from './office.ts';

/** Makes the databases and roles that the offices' URLs name, on a server given over to the platform (docker-compose.yml). */
async function prepare(environment: NodeJS.ProcessEnv): Promise<void> {
  const superuser = connectionOf(given('ADMIN_DATABASE_URL', environment));
  const passwords = Object.fromEntries(offices.map((office) => [office, passwordsOf(office, environment)]));
  await prepareDatabases(superuser, offices, passwords);
  await closeToOffices(superuser);
}

function passwordsOf(office: Office, environment: NodeJS.ProcessEnv): RolePasswords {
  const database = databaseOf(office);
  return {
    service: passwordOf(`${prefixOf(office)}DATABASE_URL`, database, database, environment),
    owner: passwordOf(`${prefixOf(office)}OWNER_DATABASE_URL`, `${database}_owner`, database, environment),
  };
}

function passwordOf(variable: string, user: string, database: string, environment: NodeJS.ProcessEnv): string {
  const connection = connectionOf(given(variable, environment));
  if (connection.user === user && connection.database === database && connection.password) return connection.password;
  throw new Fault(`${variable}: it must name the user ${user} with a password and the database ${database}.`);
}

function given(variable: string, environment: NodeJS.ProcessEnv): string {
  const url = environment[variable] ?? '';
  if (/^postgres(ql)?:$/.test(URL.parse(url)?.protocol ?? '')) return url;
  throw new Fault(
    `${variable}: a URL that begins with postgres:// is needed (special characters in its password as %XX).`,
  );
}

try {
  await prepare(process.env);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
