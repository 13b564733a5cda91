import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import type { DocumentNode } from 'graphql';
import type { Logger } from 'pino';
import { answerStart } from './http/answer-body.ts';
import { headersOfDeliberateRequests } from './http/deliberate-requests.ts';
import type { PersistedOperations } from './limits/persisted-operations.ts';
import { LruStore } from './lru-store.ts';
import type { RequestContext } from './request-context.ts';

const documentCacheCharacters = 1_000_000;

export interface ApolloServerParts {
  gateway: GatewayInterface;
  plugin: ApolloServerPlugin<RequestContext>;
  logger: Logger;
  maxTokens: number;
  persistedOperations: PersistedOperations;
}

export function createApolloServer({
  gateway,
  plugin,
  logger,
  maxTokens,
  persistedOperations,
}: ApolloServerParts): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    gateway,
    logger,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    csrfPrevention: { requestHeaders: headersOfDeliberateRequests },
    parseOptions: { maxLexicalTokens: maxTokens },
    stringifyResult: answerStart,
    documentStore: new LruStore<DocumentNode>(documentCacheCharacters, (document) => document.loc?.end ?? 0),
    persistedQueries: { cache: persistedOperations },
    plugins: [
      plugin,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
}
