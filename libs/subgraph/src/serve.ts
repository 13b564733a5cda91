import { createTokenVerifier, type TokenVerifier } from '@bureau/access';
import { type Logger, pino } from 'pino';
import type { DataSource } from 'typeorm';
import { createDataSource } from './data-source.ts';
import { faultOf, isDatabaseAway } from './failure.ts';
import { createHttpServer, drain, listen, type Route } from './http-server.ts';
import { officeRoutes } from './office-routes.ts';
import { type Office, type RequestContext, Subgraph } from './subgraph.ts';

export interface ServeOptions {
  host: string;
  port: number;
  databaseUrl: string;
  issuer: string;
  audience: string;
  logLevel: string;
}

/** What a service runs beside its GraphQL: further paths, and work in the background until the signal aborts. */
export interface Companion {
  routes?: Readonly<Record<string, Route>>;
  run?: (signal: AbortSignal) => Promise<void>;
  /** What `/health/ready` adds to its answer. */
  status?: () => object;
}

export interface ServiceSurroundings {
  dataSource: DataSource;
  tokens: TokenVerifier;
  log: Logger;
}

/** Runs one office's service until SIGTERM, SIGINT, or the end of the process that started it. */
export async function serveOffice<Context extends RequestContext>(
  office: Office<Context>,
  options: ServeOptions,
  companions: (surroundings: ServiceSurroundings) => Companion[] = () => [],
): Promise<void> {
  const ended = untilAskedToEnd();
  const log = pino({ name: office.name, level: options.logLevel, base: null });
  const opening = openDatabase(createDataSource(office.tables, { url: options.databaseUrl }), log);
  const dataSource = await Promise.race([opening, ended]);
  if (!dataSource) return;
  await requireBoundRole(dataSource);
  const subgraph = new Subgraph(office, dataSource, log);
  await subgraph.start();

  const tokens = createTokenVerifier({ issuer: options.issuer, audience: options.audience });
  const running = companions({ dataSource, tokens, log });
  const routes = {
    ...officeRoutes({ name: office.name, subgraph, tokens, dataSource, status: () => statusOf(running) }),
    ...Object.fromEntries(running.flatMap((companion) => Object.entries(companion.routes ?? {}))),
  };
  const server = createHttpServer(routes, (fault) => log.error({ fault: faultOf(fault) }, 'fault'));
  const port = await listen(server, options.host, options.port);
  log.info({ port }, `${office.name} is ready`);

  const ending = new AbortController();
  const background = running.flatMap((companion) => (companion.run ? [companion.run(ending.signal)] : []));
  await ended;
  ending.abort();
  await drain(server);
  await Promise.allSettled(background);
  await subgraph.stop();
  await dataSource.destroy();
}

function statusOf(companions: Companion[]): Record<string, unknown> {
  return Object.fromEntries(companions.flatMap((companion) => Object.entries(companion.status?.() ?? {})));
}

/** Under the owner of the tables or a superuser every row of the county would be everybody's. */
export async function requireBoundRole(dataSource: DataSource): Promise<void> {
  const free: { table: string }[] = await dataSource.query(
    `SELECT relname AS "table" FROM pg_class
     WHERE relrowsecurity AND relnamespace = 'public'::regnamespace AND NOT row_security_active(oid)`,
  );
  if (free.length === 0) return;
  const tables = free.map(({ table }) => table).join(', ');
  throw new Error(
    `The role of the service's database URL is not bound by row-level security on ${tables}: use the role of the service, which owns nothing, not the owner's or a superuser's.`,
  );
}

async function openDatabase(dataSource: DataSource, log: Logger): Promise<DataSource> {
  for (let wait = 250; ; wait = Math.min(wait * 2, 5_000)) {
    try {
      return await dataSource.initialize();
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      log.warn({ retryInMs: wait }, 'the database is away');
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

function untilAskedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
    process.once('disconnect', () => resolve());
    if (process.send !== undefined && !process.connected) resolve();
  });
}

/** The last line of a `main.ts`: a process that cannot run says why in one line and ends. */
export function runMain(main: () => Promise<void>): void {
  main().then(
    () => process.exit(0),
    (error: unknown) => {
      process.stderr.write(`${lineOf(error)}\n`);
      process.exit(1);
    },
  );
}

function lineOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE')
    return `A port is already taken: ${error.message}. End the other process or set another port.`;
  return error.message;
}
