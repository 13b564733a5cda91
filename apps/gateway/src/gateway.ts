import type { Logger } from 'pino';
import { createApolloServer } from './apollo-server.ts';
import { readCostDirectives } from './cost/cost-directives.ts';
import { CostLimit } from './cost/cost-limit.ts';
import { consoleTabs } from './graphiql/console-tabs.ts';
import { graphiqlRoute, toGraphiql } from './graphiql/graphiql-page.ts';
import { admission, type AdmissionParts } from './admit.ts';
import { graphqlHandler, type GraphqlHandler } from './http/graphql-handler.ts';
import { liveRoute, readyRoute, ServiceProbe } from './http/health.ts';
import { HttpServer } from './http/http-server.ts';
import { metricsRoute } from './http/metrics-route.ts';
import { router } from './http/router.ts';
import type { PersistedOperations } from './limits/persisted-operations.ts';
import { Metrics } from './observe/metrics.ts';
import type { Tracer } from './observe/tracer.ts';
import { RequestLog } from './observe/request-log.ts';
import { requestPlugin } from './observe/request-plugin.ts';
import { FederationGateway } from './plan/federation-gateway.ts';
import { FilePassage } from './files/file-passage.ts';
import { ServiceClients } from './service/service-clients.ts';
import { serviceAsker } from './service/service-asker.ts';
import type { Service } from './supergraph/services.ts';

export interface GatewayParts extends AdmissionParts {
  supergraphSdl: string;
  services: readonly Service[];
  logger: Logger;
  /** Nothing when traces are not wanted. */
  tracer?: Tracer | undefined;
}

export interface Gateway {
  url: string;
  /** Goes over to another supergraph without dropping a request; throws, and stays as it was, if it is none. */
  reload(supergraphSdl: string, services: readonly Service[]): void;
  /** Finishes the requests in flight, then closes everything. */
  stop(): Promise<void>;
}

export async function startGateway(parts: GatewayParts): Promise<Gateway> {
  const { settings, supergraphSdl, logger, persistedOperations } = parts;
  const metrics = new Metrics();
  const log = new RequestLog(logger, metrics, parts.tracer);
  const clients = createClients(parts, metrics);
  metrics.watchServices(() => clients.all());
  const costLimit = new CostLimit(settings.GATEWAY_MAX_COST);
  const defaultSizes = { page: settings.GATEWAY_DEFAULT_PAGE_SIZE, list: settings.GATEWAY_DEFAULT_LIST_SIZE };
  const federation = new FederationGateway(supergraphSdl, serviceAsker(clients, parts.tracer), {
    planCacheMib: settings.GATEWAY_PLAN_CACHE_MIB,
    observePlan: (cache) => metrics.plans.inc({ cache }),
  });
  federation.onSchemaLoadOrUpdate(({ apiSchema: schema, coreSupergraphSdl }) => {
    const directives = readCostDirectives(coreSupergraphSdl);
    costLimit.use({ schema, directives, defaultSizes });
    warm(federation, persistedOperations, logger);
  });
  const maxTokens = settings.GATEWAY_MAX_TOKENS;
  const plugin = requestPlugin(costLimit, log);
  const server = createApolloServer({ gateway: federation, plugin, logger, maxTokens, persistedOperations });
  await server.start();

  const answerGraphql = graphqlHandler({
    server,
    maxBodyBytes: settings.GATEWAY_MAX_BODY_BYTES,
    log,
    admit: admission(parts),
  });
  const files = createFilePassage(parts, log);
  const http = createHttp(parts, { answerGraphql, clients, federation, metrics, log, files });

  function reload(sdl: string, services: readonly Service[]): void {
    clients.use(services);
    files.use(services);
    federation.update(sdl);
  }

  async function stop(): Promise<void> {
    await http.drain(settings.GATEWAY_DRAIN_MS);
    await server.stop();
    await clients.close();
    await parts.tracer?.stop();
    await files.close();
  }

  try {
    const port = await http.listen(settings.PORT, settings.HOST);
    const host = settings.HOST.includes(':') ? `[${settings.HOST}]` : settings.HOST;
    return { url: `http://${host}:${port}`, reload, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface HttpParts {
  answerGraphql: GraphqlHandler;
  clients: ServiceClients;
  federation: FederationGateway;
  metrics: Metrics;
  log: RequestLog;
  files: FilePassage;
}

function createHttp({ settings }: GatewayParts, parts: HttpParts): HttpServer {
  const { answerGraphql, clients, federation, metrics, log, files } = parts;
  const probe = new ServiceProbe(() => clients.all());
  const http: HttpServer = new HttpServer(
    router({
      '/': toGraphiql,
      '/graphiql': graphiqlRoute(() => consoleTabs(federation.schema)),
      '/graphql': answerGraphql,
      '/files/': files.route,
      '/health/live': liveRoute,
      '/health/ready': readyRoute(probe, () => http.isDraining),
      '/metrics': metricsRoute(metrics.registry, settings.METRICS_TOKEN),
    }),
    (error) => log.fault(error, 'none'),
    {
      headersTimeoutMs: settings.GATEWAY_HEADERS_TIMEOUT_MS,
      requestTimeoutMs: settings.GATEWAY_REQUEST_TIMEOUT_MS,
      keepAliveTimeoutMs: 65_000,
    },
  );
  return http;
}

/** Plans the registered operations before they are asked; one that the graph cannot answer is named and left alone. */
function warm(federation: FederationGateway, operations: PersistedOperations, logger: Logger): void {
  for (const query of operations.fixed) {
    try {
      federation.warm(query);
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      logger.warn(
        { operation: /\b(?:query|mutation)\s+(\w+)/.exec(query)?.[1], problem },
        'a registered operation does not fit',
      );
    }
  }
}

function createFilePassage({ settings, services, verifier }: GatewayParts, log: RequestLog): FilePassage {
  return new FilePassage(services, {
    verifier,
    maxBytes: settings.FILES_MAX_BYTES,
    maxInFlight: settings.FILES_MAX_IN_FLIGHT,
    timeoutMs: settings.FILES_TIMEOUT_MS,
    onFailure: (service, error) => log.fileFailed(service, error),
  });
}

function createClients({ settings, services }: GatewayParts, metrics: Metrics): ServiceClients {
  return new ServiceClients(services, {
    timeoutMs: settings.SERVICE_TIMEOUT_MS,
    failuresBeforePause: settings.SERVICE_FAILURES_BEFORE_PAUSE,
    pauseMs: settings.SERVICE_PAUSE_MS,
    doubtMs: settings.SERVICE_DOUBT_MS,
    maxAnswerBytes: settings.SERVICE_MAX_ANSWER_BYTES,
    connections: settings.SERVICE_CONNECTIONS,
    maxInFlight: settings.SERVICE_MAX_IN_FLIGHT,
    observe(service, seconds, reason) {
      metrics.serviceSeconds.observe({ service }, seconds);
      if (reason !== undefined) metrics.serviceFailures.inc({ service, reason });
    },
  });
}
