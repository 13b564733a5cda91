import type { EventEmitter } from 'node:events';
import { type Actor, guardSchema } from '@bureau/access';
import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { OfficeTables } from './data-source.ts';
import { faultOf, type Language, presentFailure } from './failure.ts';
import { FigureCache } from './figure-cache.ts';
import { readSchemaFiles } from './schema-files.ts';
import { Session } from './session.ts';

/** What a request brings to every resolver. */
export interface RequestContext {
  actor: Actor;
  session: Session;
  language: Language;
  traceId: string;
}

/** One office's service: its contract, its resolvers, its tables, and what a request may use. */
export interface Office<Context extends RequestContext> {
  name: string;
  /** The source folder with `schema.graphql` and the slices. */
  folder: string;
  resolvers: object;
  tables: OfficeTables;
  createContext: (request: RequestContext) => Context;
}

type SchemaModule = Extract<Parameters<typeof buildSubgraphSchema>[0], readonly unknown[]>[number];

export interface GraphqlAnswer {
  status: number;
  headers: HeaderMap;
  body: string;
  /** The SQL statements that the answer took. */
  statements: readonly string[];
}

export interface Caller {
  actor: Actor;
  language: Language;
  traceId: string;
  /** Aborts when the caller is gone. */
  gone?: AbortSignal;
}

export function buildOfficeSchema(office: Pick<Office<RequestContext>, 'folder' | 'resolvers'>): GraphQLSchema {
  const modules = readSchemaFiles(office.folder).map(
    (typeDefs, at) => (at === 0 ? { typeDefs, resolvers: office.resolvers } : { typeDefs }) as SchemaModule,
  );
  return guardSchema(buildSubgraphSchema(modules));
}

function failuresPresented(service: string, log: Logger): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ response, errors, contextValue }) => {
        if (response.body.kind !== 'single' || !response.body.singleResult.errors) return;
        const context = { service, language: contextValue.language, traceId: contextValue.traceId };
        response.body.singleResult.errors = response.body.singleResult.errors.map((formatted, at) => {
          const { answer, fault } = presentFailure(formatted, errors?.[at], context);
          if (fault) log.error({ traceId: context.traceId, path: formatted.path, fault: faultOf(fault) }, 'fault');
          return answer;
        });
      },
    }),
  };
}

/** An office's GraphQL, without the HTTP server around it. */
export class Subgraph<Context extends RequestContext> {
  readonly #office: Office<Context>;
  readonly #dataSource: DataSource;
  readonly #apollo: ApolloServer<RequestContext>;
  readonly #figures = new FigureCache();

  constructor(office: Office<Context>, dataSource: DataSource, log: Logger) {
    this.#office = office;
    this.#dataSource = dataSource;
    poolOf(dataSource).on('error', () => this.#figures.clear());
    this.#apollo = new ApolloServer<RequestContext>({
      schema: buildOfficeSchema(office),
      introspection: false,
      includeStacktraceInErrorResponses: false,
      stopOnTerminationSignals: false,
      logger: log,
      plugins: [
        failuresPresented(office.name, log),
        ApolloServerPluginCacheControlDisabled(),
        ApolloServerPluginInlineTraceDisabled(),
        ApolloServerPluginLandingPageDisabled(),
        ApolloServerPluginUsageReportingDisabled(),
      ],
    });
  }

  start(): Promise<void> {
    return this.#apollo.start();
  }

  stop(): Promise<void> {
    return this.#apollo.stop();
  }

  /** Answers one GraphQL request; the body is the parsed JSON of a POST. */
  async answer(body: unknown, caller: Caller): Promise<GraphqlAnswer> {
    const { gone, ...request } = caller;
    const session = new Session(this.#dataSource, caller.actor, this.#figures);
    gone?.addEventListener('abort', () => session.cancel(), { once: true });
    try {
      const response = await this.#apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: 'POST',
          headers: new HeaderMap([['content-type', 'application/json']]),
          search: '',
          body,
        },
        context: async () => this.#office.createContext({ ...request, session }),
      });
      if (response.body.kind !== 'complete') throw new Error('an answer in parts was not asked for');
      return {
        status: response.status ?? 200,
        headers: response.headers,
        body: response.body.string,
        statements: session.statements,
      };
    } finally {
      // The answer does not wait for the connection to be given back.
      void session.close();
    }
  }
}

interface PoolHolder {
  master: EventEmitter;
}

const poolOf = (dataSource: DataSource) => (dataSource.driver as DataSource['driver'] & PoolHolder).master;
