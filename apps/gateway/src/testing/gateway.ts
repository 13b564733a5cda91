import { pino } from 'pino';
import { Writable } from 'node:stream';
import type { TokenVerifier } from '@bureau/access';
import { PersistedOperations } from '../limits/persisted-operations.ts';
import { startGateway } from '../gateway.ts';
import type { Tracer } from '../observe/tracer.ts';
import { readSettings } from '../settings.ts';
import { compose } from './compose.ts';
import { startSubgraph, type RunningSubgraph, type SubgraphDefinition } from './subgraph.ts';

export interface GraphqlAnswer {
  status: number;
  headers: Headers;
  data?: Record<string, unknown> | null;
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
  extensions?: Record<string, unknown>;
}

export interface TestGateway {
  url: string;
  subgraphs: Record<string, RunningSubgraph>;
  /** The lines of the log, parsed. */
  log: Record<string, unknown>[];
  /** Goes over to a supergraph of these services, and back when they are the same. */
  reload(services: RunningSubgraph[]): void;
  ask(query: string, options?: AskOptions): Promise<GraphqlAnswer>;
  stop(): Promise<void>;
}

export interface AskOptions {
  variables?: Record<string, unknown>;
  extensions?: Record<string, unknown>;
  headers?: Record<string, string>;
  operationName?: string;
  signal?: AbortSignal;
}

export interface TestGatewayOptions {
  services: SubgraphDefinition[];
  environment?: Record<string, string>;
  verifier?: TokenVerifier;
  persistedOperations?: ReadonlyMap<string, string>;
  tracer?: Tracer;
}

/** A whole gateway on a free port before real services on free ports, all in this process. */
export async function startTestGateway(options: TestGatewayOptions): Promise<TestGateway> {
  const running = await Promise.all(options.services.map(startSubgraph));
  const log: Record<string, unknown>[] = [];
  const stream = new Writable({
    write(line: Buffer, _encoding, done) {
      log.push(JSON.parse(line.toString()) as Record<string, unknown>);
      done();
    },
  });
  const gateway = await startGateway({
    settings: readSettings({ PORT: '0', GATEWAY_AUTH: 'off', NODE_ENV: 'test', ...options.environment }),
    supergraphSdl: compose(running),
    services: running.map(({ name, url }) => ({ name, url })),
    verifier: options.verifier,
    tracer: options.tracer,
    persistedOperations: new PersistedOperations(options.persistedOperations),
    logger: pino({ level: 'info' }, stream),
  });
  return {
    url: gateway.url,
    subgraphs: Object.fromEntries(running.map((subgraph) => [subgraph.name, subgraph])),
    log,
    reload: (services) =>
      gateway.reload(
        compose(services),
        services.map(({ name, url }) => ({ name, url })),
      ),
    ask: (query, { headers, signal, ...rest } = {}) =>
      postJson(`${gateway.url}/graphql`, { query, ...rest }, headers, signal),
    async stop() {
      await gateway.stop();
      await Promise.all(running.map((subgraph) => subgraph.stop()));
    },
  };
}

export async function postJson(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
  signal?: AbortSignal,
): Promise<GraphqlAnswer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });
  return { status: response.status, headers: response.headers, ...((await response.json()) as object) };
}
