import { join } from 'node:path';
import { databaseOf } from '@bureau/postgres';
import { prefixOf } from './office.ts';
import type { ServicePlan } from './process.ts';
import type { DatabaseUrls, OfficeSettings } from './settings.ts';
import type { Task } from './task.ts';
import {
  type Circumstances,
  databaseUrls,
  databaseVariables,
  gatewayVariables,
  sealingVariables,
  serviceVariables,
  sharedVariables,
  urlOf,
} from './variables.ts';

export interface PlatformPlan {
  migrations: Task[];
  /** Loads the demonstration county where it is missing. */
  demonstration: Task[];
  services: ServicePlan[];
  gateway: ServicePlan;
}

interface OfficeDatabase extends OfficeSettings {
  urls: DatabaseUrls;
}

/** Which programs the platform consists of, and what each is told. */
export function platformPlan(circumstances: Circumstances): PlatformPlan {
  const { settings, repository } = circumstances;
  const shared = sharedVariables(circumstances);
  const databases = settings.offices.map((one) => ({ ...one, urls: databaseUrls(one, circumstances) }));
  return {
    migrations: databases.map((one) => migrations(one, shared, repository)),
    demonstration: settings.hasDemonstration
      ? [demonstration(databases, { ...shared, ...sealingVariables(circumstances) }, repository)]
      : [],
    services: databases.map((one) => ({
      name: one.office,
      program: join(repository, `apps/${one.office}/src/main.ts`),
      environment: { ...shared, ...serviceVariables(one, one.urls, circumstances) },
      readyUrl: `${urlOf(one)}/health/ready`,
    })),
    gateway: {
      name: 'gateway',
      program: join(repository, 'apps/gateway/src/main.ts'),
      environment: { ...shared, ...gatewayVariables(circumstances) },
      readyUrl: `${urlOf(settings)}/health/ready`,
    },
  };
}

function migrations({ office, urls, outside }: OfficeDatabase, shared: NodeJS.ProcessEnv, repository: string): Task {
  const sources = [join(repository, `apps/${office}/src`), join(repository, 'libs')];
  return {
    name: `${office} migrations`,
    program: join(repository, `apps/${office}/src/migrate.ts`),
    environment: { ...shared, [`${prefixOf(office)}OWNER_DATABASE_URL`]: urls.owner },
    ...(!outside && { once: { database: databaseOf(office), name: 'migrations', sources } }),
  };
}

function demonstration(databases: OfficeDatabase[], shared: NodeJS.ProcessEnv, repository: string): Task {
  const urls = Object.fromEntries(databases.flatMap((one) => databaseVariables(one.office, one.urls)));
  const isEmbedded = databases.every(({ outside }) => !outside);
  return {
    name: 'demonstration county',
    announcement: 'Making the demonstration county: once, up to a minute …',
    program: join(repository, 'tools/county/src/load.ts'),
    environment: { ...shared, ...urls },
    ...(isEmbedded && { once: { database: databaseOf('enrollment'), name: 'demonstration', sources: [] } }),
  };
}
