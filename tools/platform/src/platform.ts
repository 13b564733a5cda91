import { join } from 'node:path';
import { orDiskFull, prepareDatabases, type Connection } from '@bureau/postgres';
import { keepPostgres } from './database.ts';
import { developmentIssuer, publishIssuer } from './issuer.ts';
import { keepRunning } from './keep-running.ts';
import { trimLogs } from './log-files.ts';
import { platformPlan, type PlatformPlan } from './plan.ts';
import { checkPorts, type NeededPort } from './ports.ts';
import type { ServicePlan } from './process.ts';
import { prefixOf } from './office.ts';
import { becomeTheOnlyOne } from './running.ts';
import { openSecrets, type Secrets } from './secrets.ts';
import type { Settings } from './settings.ts';
import { runTask, type Task } from './task.ts';

export interface PlatformOptions {
  repository: string;
  settings: Settings;
  environment: NodeJS.ProcessEnv;
  report: (line: string) => void;
  /** Aborted when the platform is to end. */
  ending: AbortSignal;
  /** Other programs in place of the real ones. */
  plan?: typeof platformPlan;
}

/** Starts everything, one stage after the other; `cleanup` ends it in the opposite order. */
export async function startPlatform(options: PlatformOptions, cleanup: AsyncDisposableStack): Promise<void> {
  const { settings } = options;
  const lock = await becomeTheOnlyOne(settings.dataDir, {
    pid: process.pid,
    url: `http://localhost:${settings.port}`,
    ...(!settings.issuer && { issuerPort: settings.issuerPort }),
  });
  cleanup.defer(() => lock.release());
  await checkPorts(neededPorts(settings));
  try {
    await startStages(options, cleanup);
  } catch (error) {
    options.ending.throwIfAborted();
    throw orDiskFull(settings.dataDir, error);
  }
}

async function startStages(options: PlatformOptions, cleanup: AsyncDisposableStack): Promise<void> {
  const { settings, ending, report } = options;
  const logDir = join(settings.dataDir, 'logs');
  const { plan, superuser } = await prepare(options, cleanup);
  const tasks = (given: Task[]) =>
    Promise.all(given.map((task) => runTask(task, { logDir, ending, superuser, report })));
  const services = async (plans: ServicePlan[]) => {
    const kept = plans.map((service) => keepRunning(service, { logDir, report }));
    cleanup.defer(async () => {
      await Promise.all(kept.map((service) => service.end()));
    });
    await Promise.race([Promise.all(kept.map(({ ready }) => ready)), untilAborted(ending)]);
    ending.throwIfAborted();
  };

  await timed(report, 'Databases are up to date', () => tasks(plan.migrations));
  cleanup.use(trimLogs([logDir, join(settings.dataDir, 'postgres')], report));
  if (plan.demonstration.length > 0) {
    await timed(report, 'The demonstration county is there', () => tasks(plan.demonstration));
  }
  const names = plan.services.map(({ name }) => name).join(', ');
  await timed(report, `Services are ready: ${names}`, () => services(plan.services));
  await timed(report, 'The gateway is ready', () => services([plan.gateway]));
}

export function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

interface Prepared {
  plan: PlatformPlan;
  superuser: Connection | undefined;
}

async function prepare(options: PlatformOptions, cleanup: AsyncDisposableStack): Promise<Prepared> {
  const { settings, repository, environment, report, ending, plan = platformPlan } = options;
  const secrets = await openSecrets(settings.dataDir);
  const superuser = await embeddedDatabases(settings, secrets, report, cleanup);
  ending.throwIfAborted();

  let issuer = settings.issuer;
  if (!issuer) {
    const development = await developmentIssuer(settings.dataDir, settings.issuerPort, settings.audience);
    cleanup.use(await publishIssuer(development, settings.issuerPort));
    issuer = development.issuer;
  }
  return { plan: plan({ repository, settings, secrets, issuer, superuser, environment }), superuser };
}

async function embeddedDatabases(
  { offices, dataDir }: Settings,
  secrets: Secrets,
  report: (line: string) => void,
  cleanup: AsyncDisposableStack,
): Promise<Connection | undefined> {
  const embedded = offices.filter(({ outside }) => !outside).map(({ office }) => office);
  if (embedded.length === 0) return undefined;
  report(`PostgreSQL keeps its data in ${join(dataDir, 'postgres')}`);
  return timed(report, 'PostgreSQL is ready', async () => {
    const postgres = await keepPostgres(dataDir, report);
    cleanup.defer(() => postgres.end());
    await prepareDatabases(postgres.server.superuser, embedded, secrets.roles);
    return postgres.server.superuser;
  });
}

function neededPorts(settings: Settings): NeededPort[] {
  const offices = settings.offices.map(({ office, host, port }) => ({
    host,
    port,
    variable: `${prefixOf(office)}PORT`,
  }));
  const issuer = { host: '127.0.0.1', port: settings.issuerPort, variable: 'DEV_ISSUER_PORT' };
  return [
    { host: settings.host, port: settings.port, variable: 'PORT' },
    ...offices,
    ...(settings.issuer ? [] : [issuer]),
  ];
}

async function timed<Value>(report: (line: string) => void, line: string, work: () => Promise<Value>): Promise<Value> {
  const startedAt = performance.now();
  const value = await work();
  report(`${line} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
  return value;
}
