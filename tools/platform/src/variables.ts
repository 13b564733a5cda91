import { join } from 'node:path';
import { connectionUrl, databaseOf, type Connection } from '@bureau/postgres';
import { type feedReaders, prefixOf, subscribers, type Office } from './office.ts';
import type { Secrets } from './secrets.ts';
import type { DatabaseUrls, OfficeSettings, Settings } from './settings.ts';

export interface Circumstances {
  repository: string;
  settings: Settings;
  secrets: Secrets;
  issuer: string;
  /** The embedded server, when an office has no database of its own. */
  superuser: Connection | undefined;
  environment: NodeJS.ProcessEnv;
}

/** Those that keep ID or account numbers. */
const sealingOffices: ReadonlySet<Office> = new Set<Office>(['enrollment', 'special-education', 'student-aid']);

/** What every program is told; the secrets of single offices are not among it. */
export function sharedVariables({ environment, settings, issuer }: Circumstances): NodeJS.ProcessEnv {
  const own = Object.entries(environment).filter(
    ([name]) => !/_(DATABASE_URL|FEED_KEYS?)$|^(DATA|INDEX)_KEY$/.test(name),
  );
  return {
    ...Object.fromEntries(own),
    NODE_COMPILE_CACHE: environment['NODE_COMPILE_CACHE'] ?? join(settings.dataDir, 'compile-cache'),
    OIDC_ISSUER: issuer,
    OIDC_AUDIENCE: settings.audience,
  };
}

/** For the programs that seal and open ID numbers, and for no other. */
export function sealingVariables({ environment, secrets }: Circumstances): NodeJS.ProcessEnv {
  return {
    DATA_KEY: environment['DATA_KEY'] || secrets.dataKey,
    INDEX_KEY: environment['INDEX_KEY'] || secrets.indexKey,
  };
}

export function serviceVariables(
  one: OfficeSettings,
  urls: DatabaseUrls,
  circumstances: Circumstances,
): NodeJS.ProcessEnv {
  const { environment, secrets } = circumstances;
  const prefix = prefixOf(one.office);
  const keyOf = (office: (typeof feedReaders)[number]) =>
    environment[`${prefixOf(office)}FEED_KEY`] || secrets.feedKeys[office];
  const common = {
    ...(sealingOffices.has(one.office) && sealingVariables(circumstances)),
    [`${prefix}HOST`]: one.host,
    [`${prefix}PORT`]: String(one.port),
    [`${prefix}DATABASE_URL`]: urls.service,
  };

  if (one.office === 'enrollment') {
    const keys = subscribers.map((office) => `${office}=${keyOf(office)}`).join(',');
    return {
      ...common,
      ENROLLMENT_FEED_KEYS: environment['ENROLLMENT_FEED_KEYS'] || keys,
      SPECIAL_EDUCATION_FEED_URL: feedUrl('special-education', circumstances),
      ENROLLMENT_FEED_KEY: keyOf('enrollment'),
    };
  }
  return {
    ...common,
    ENROLLMENT_FEED_URL: feedUrl('enrollment', circumstances),
    [`${prefix}FEED_KEY`]: keyOf(one.office),
    ...(one.office === 'special-education' && {
      SPECIAL_EDUCATION_FEED_KEYS: environment['SPECIAL_EDUCATION_FEED_KEYS'] || `enrollment=${keyOf('enrollment')}`,
    }),
  };
}

function feedUrl(producer: Office, { environment, settings }: Circumstances): string | undefined {
  const found = settings.offices.find(({ office }) => office === producer);
  return environment[`${prefixOf(producer)}FEED_URL`] || (found && `${urlOf(found)}/events`);
}

export function databaseVariables(office: Office, urls: DatabaseUrls): [string, string][] {
  return [
    [`${prefixOf(office)}DATABASE_URL`, urls.service],
    [`${prefixOf(office)}OWNER_DATABASE_URL`, urls.owner],
  ];
}

export function gatewayVariables({ settings, environment }: Circumstances): NodeJS.ProcessEnv {
  const addresses = settings.offices.map((one): [string, string] => {
    const variable = `${prefixOf(one.office)}URL`;
    return [variable, environment[variable] || `${urlOf(one)}/graphql`];
  });
  return { PORT: String(settings.port), HOST: settings.host, ...Object.fromEntries(addresses) };
}

/** Where this machine reaches what listens there: a program that listens everywhere listens on the loopback address, too. */
export function urlOf({ host, port }: { host: string; port: number }): string {
  if (host === '0.0.0.0' || host === '::') return `http://127.0.0.1:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

export function databaseUrls({ office, outside }: OfficeSettings, { superuser, secrets }: Circumstances): DatabaseUrls {
  if (outside) return outside;
  if (!superuser) throw new Error(`${office} has neither a database of its own nor the embedded server`);
  const database = databaseOf(office);
  const passwords = secrets.roles[office];
  return {
    service: connectionUrl({ ...superuser, database, user: database, password: passwords.service }),
    owner: connectionUrl({ ...superuser, database, user: `${database}_owner`, password: passwords.owner }),
  };
}
