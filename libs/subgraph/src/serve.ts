import { AccessRefusal, createTokenVerifier } from '@bureau/access';
import { type Logger, pino } from 'pino';
import type { DataSource } from 'typeorm';
import { createDataSource } from './data-source.ts';
import { isDatabaseAway, languageOf } from './failure.ts';
import { createHttpServer, drain, HttpRefusal, listen, readJson, type Route, sendJson } from './http-server.ts';
import { createMetrics } from './metrics.ts';
import { type Office, type RequestContext, Subgraph } from './subgraph.ts';
import { traceIdOf } from './trace.ts';

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
  routes?: Record<string, Route>;
  run?: (signal: AbortSignal) => Promise<void>;
  /** What `/health/ready` adds to its answer. */
  status?: () => object;
}

export interface ServiceSurroundings {
  dataSource: DataSource;
  log: Logger;
}

/** Runs one office's service until SIGTERM, SIGINT, or the end of the process that started it. */
export async function serveOffice<Context extends RequestContext>(
  office: Office<Context>,
  options: ServeOptions,
  companions: (surroundings: ServiceSurroundings) => Companion[] = () => [],
): Promise<void> {
  const log = pino({ name: office.name, level: options.logLevel, base: null });
  const dataSource = await openDatabase(createDataSource(office.tables, { url: options.databaseUrl }), log);
  const subgraph = new Subgraph(office, dataSource, log);
  await subgraph.start();

  const tokens = createTokenVerifier({ issuer: options.issuer, audience: options.audience });
  const metrics = createMetrics();
  const running = companions({ dataSource, log });

  const graphql: Route = async (request, response) => {
    if (request.method !== 'POST') throw new HttpRefusal(405, 'METHOD_NOT_ALLOWED', 'This path takes POST.');
    const ended = metrics.seconds.startTimer();
    const actor = await tokens.verify(request.headers.authorization).catch((error: unknown) => {
      if (!(error instanceof AccessRefusal)) throw error;
      throw new HttpRefusal(error.status, error.code, error.message);
    });
    const answer = await subgraph.answer(await readJson(request), {
      actor,
      language: languageOf(request.headers['accept-language']),
      traceId: traceIdOf(headerOf(request.headers.traceparent)),
    });
    metrics.statements.inc(answer.statements.length);
    response.writeHead(answer.status, {
      ...Object.fromEntries(answer.headers),
      'content-length': Buffer.byteLength(answer.body),
    });
    response.end(answer.body);
    ended({ outcome: answer.status < 400 ? 'answered' : 'refused' });
  };

  const routes: Record<string, Route> = {
    '/graphql': graphql,
    '/health/live': async (_request, response) => sendJson(response, 200, { service: office.name, alive: true }),
    '/health/ready': async (_request, response) => {
      const database = await reachesDatabase(dataSource);
      const status = Object.assign({}, ...running.map((companion) => companion.status?.() ?? {}));
      sendJson(response, database ? 200 : 503, { service: office.name, ready: database, database, ...status });
    },
    '/metrics': async (_request, response) => {
      const text = await metrics.registry.metrics();
      response.writeHead(200, { 'content-type': metrics.registry.contentType }).end(text);
    },
    ...Object.assign({}, ...running.map((companion) => companion.routes ?? {})),
  };

  const server = createHttpServer(routes, (fault) =>
    log.error({ kind: fault.constructor.name, stack: fault.stack }, 'fault'),
  );
  const port = await listen(server, options.host, options.port);
  log.info({ port }, `${office.name} is ready`);

  const ending = new AbortController();
  const background = running.map((companion) => companion.run?.(ending.signal));
  await untilAskedToEnd();
  ending.abort();
  await drain(server);
  await Promise.allSettled(background);
  await subgraph.stop();
  await dataSource.destroy();
}

const headerOf = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

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

async function reachesDatabase(dataSource: DataSource): Promise<boolean> {
  try {
    await dataSource.query('SELECT 1');
    return true;
  } catch {
    return false;
  }
}

function untilAskedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
    process.once('disconnect', () => resolve());
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
