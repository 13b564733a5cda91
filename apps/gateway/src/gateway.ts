import { ApolloGateway } from '@apollo/gateway';
import type { TokenVerifier } from '@bureau/access';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { authenticate } from './access/caller.ts';
import { createApolloServer } from './apollo-server.ts';
import { readCostDirectives } from './cost/cost-directives.ts';
import { CostLimit } from './cost/cost-limit.ts';
import { consoleTabs } from './graphiql/console-tabs.ts';
import { graphiqlRoute, toGraphiql } from './graphiql/graphiql-page.ts';
import { graphqlHandler, type GraphqlHandlerOptions } from './http/graphql-handler.ts';
import { liveRoute, readyRoute, ServiceProbe } from './http/health.ts';
import { HttpServer } from './http/http-server.ts';
import { metricsRoute } from './http/metrics-route.ts';
import { router } from './http/router.ts';
import { Admission } from './limits/admission.ts';
import { checkPersistedQuery } from './limits/persisted-query.ts';
import { Metrics } from './observe/metrics.ts';
import { RequestLog } from './observe/request-log.ts';
import { requestPlugin } from './observe/request-plugin.ts';
import { ServiceClient } from './service/service-client.ts';
import { ServiceDataSource } from './service/service-data-source.ts';
import type { Settings } from './settings.ts';
import type { Service } from './supergraph/services.ts';

export interface GatewayParts {
  settings: Settings;
  supergraphSdl: string;
  services: readonly Service[];
  /** Nothing when authentication is off. */
  verifier: TokenVerifier | undefined;
  logger: Logger;
}

export interface Gateway {
  url: string;
  /** Finishes the requests in flight, then closes everything. */
  stop(): Promise<void>;
}

export async function startGateway(parts: GatewayParts): Promise<Gateway> {
  const { settings, supergraphSdl, logger } = parts;
  const metrics = new Metrics();
  const log = new RequestLog(logger, metrics);
  const clients = createClients(parts, metrics);
  const costLimit = new CostLimit(settings.GATEWAY_MAX_COST);
  let schema: GraphQLSchema | undefined;

  const federation = new ApolloGateway({
    supergraphSdl,
    logger,
    buildService: ({ name }) => new ServiceDataSource(clientOf(clients, name)),
    experimental_approximateQueryPlanStoreMiB: settings.GATEWAY_PLAN_CACHE_MIB,
    __exposeQueryPlanExperimental: false,
  });
  federation.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => {
    schema = apiSchema;
    const directives = readCostDirectives(coreSupergraphSdl);
    costLimit.use({ schema: apiSchema, directives, defaultListSize: settings.GATEWAY_DEFAULT_LIST_SIZE });
  });
  const server = createApolloServer({
    gateway: federation,
    plugin: requestPlugin(costLimit, log),
    logger,
    maxTokens: settings.GATEWAY_MAX_TOKENS,
  });
  await server.start();

  const answerGraphql = graphqlHandler({
    server,
    maxBodyBytes: settings.GATEWAY_MAX_BODY_BYTES,
    log,
    admit: admission(parts),
  });
  const probe = new ServiceProbe(() => clients.values());
  const http = new HttpServer(
    router({
      '/': toGraphiql,
      '/graphiql': graphiqlRoute(() => (schema ? consoleTabs(schema) : [])),
      '/graphql': answerGraphql,
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

  async function stop(): Promise<void> {
    await http.drain(settings.GATEWAY_DRAIN_MS);
    await server.stop();
    await Promise.all([...clients.values()].map((client) => client.close()));
  }

  try {
    const port = await http.listen(settings.PORT, settings.HOST);
    return { url: `http://${settings.HOST}:${port}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function admission({ settings, verifier }: GatewayParts): GraphqlHandlerOptions['admit'] {
  const limits = new Admission({
    querySize: settings.GATEWAY_MAX_QUERY_SIZE,
    tokens: settings.GATEWAY_MAX_TOKENS,
    depth: settings.GATEWAY_MAX_DEPTH,
    aliases: settings.GATEWAY_MAX_ALIASES,
    rootFields: settings.GATEWAY_MAX_ROOT_FIELDS,
    fields: settings.GATEWAY_MAX_FIELDS,
  });
  return async ({ query, persistedQuery }, authorization, { language }) => {
    if (verifier) await authenticate(verifier, { authorization, query, language });
    checkPersistedQuery(persistedQuery, query);
    if (typeof query === 'string') limits.admit(query);
  };
}

function createClients({ settings, services }: GatewayParts, metrics: Metrics): Map<string, ServiceClient> {
  const options = {
    timeoutMs: settings.SERVICE_TIMEOUT_MS,
    maxAnswerBytes: settings.SERVICE_MAX_ANSWER_BYTES,
    connections: settings.SERVICE_CONNECTIONS,
    maxInFlight: settings.SERVICE_MAX_IN_FLIGHT,
    observe: (service: string, seconds: number, reason: string | undefined) => {
      metrics.serviceSeconds.observe({ service }, seconds);
      if (reason !== undefined) metrics.serviceFailures.inc({ service, reason });
    },
  };
  return new Map(services.map(({ name, url }) => [name, new ServiceClient(name, url, options)]));
}

function clientOf(clients: ReadonlyMap<string, ServiceClient>, name: string): ServiceClient {
  const client = clients.get(name);
  if (!client) throw new Error(`the supergraph has no address for the service ${name}`);
  return client;
}
