import type { IncomingMessage, ServerResponse } from 'node:http';
import { headersOfDeliberateRequests } from './deliberate-requests.ts';
import { HeaderMap, type ApolloServer, type HTTPGraphQLResponse } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { Cancellation } from '../cancellation.ts';
import { preferredLanguage } from '../language.ts';
import { continueTrace } from '../observe/trace.ts';
import type { RequestLog } from '../observe/request-log.ts';
import type { RequestContext } from '../request-context.ts';
import { withLongData } from './answer-body.ts';
import { readGraphqlRequest, type GraphqlParameters } from './graphql-request.ts';
import { send, type Answer } from './respond.ts';
import { statusFor } from './status.rules.ts';

export interface GraphqlHandlerOptions {
  server: ApolloServer<RequestContext>;
  maxBodyBytes: number;
  log: RequestLog;
  /** Lets the request in, or throws the GraphQL error that turns it away. */
  admit: (parameters: GraphqlParameters, authorization: string | undefined, context: RequestContext) => Promise<void>;
}

export type GraphqlHandler = (request: IncomingMessage, response: ServerResponse, search: string) => Promise<void>;

/** In logs and figures only: nobody was there any more. */
const callerGone = 499;

/** All that the GraphQL server looks at. */
const lookedAt = ['content-type', 'accept', ...headersOfDeliberateRequests];

const passedOn = ['authorization', 'tracestate', 'accept-language'] as const;

/** `/graphql`: reads the request, lets the GraphQL server answer it, sends the answer, and leaves one line in the log. */
export function graphqlHandler({ server, maxBodyBytes, log, admit }: GraphqlHandlerOptions): GraphqlHandler {
  async function execute(
    request: IncomingMessage,
    search: string,
    parameters: GraphqlParameters,
    context: RequestContext,
  ): Promise<Answer> {
    const answer = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: request.method ?? '', headers: headerMap(request), search, body: parameters.body },
      context: async () => {
        await admit(parameters, request.headers.authorization, context).catch((error: unknown) => {
          throw error instanceof GraphQLError ? error : fault(error, context);
        });
        return context;
      },
    });
    return toAnswer(answer, context);
  }

  function fault(error: unknown, { trace: { traceId } }: RequestContext): GraphQLError {
    log.fault(error, traceId);
    return new GraphQLError('Internal server error', { extensions: { code: 'INTERNAL_SERVER_ERROR', traceId } });
  }

  return async (request, response, search) => {
    const startedAt = performance.now();
    const cancellation = new Cancellation();
    const context = requestContext(request, cancellation);
    log.begun();
    response.on('close', () => {
      log.ended();
      if (!response.writableFinished) cancellation.cancel();
    });
    const read = await readGraphqlRequest(request, search, maxBodyBytes);
    const answer = 'refusal' in read ? read.refusal : await execute(request, search, read.parameters, context);
    await send(request, response, answer);
    log.answered(context, cancellation.isCancelled ? callerGone : answer.status, startedAt);
  };
}

function requestContext({ headers }: IncomingMessage, cancellation: Cancellation): RequestContext {
  const traceparent = headers['traceparent'];
  const trace = continueTrace(typeof traceparent === 'string' ? traceparent : undefined);
  const serviceHeaders: Record<string, string> = {
    'content-type': 'application/json',
    accept: 'application/json',
    traceparent: trace.traceparent,
  };
  for (const name of passedOn) {
    const value = headers[name];
    if (typeof value === 'string') serviceHeaders[name] = value;
  }
  return {
    serviceHeaders,
    language: preferredLanguage(headers['accept-language']),
    trace,
    cancellation,
    record: {
      operationName: undefined,
      operationType: undefined,
      cost: undefined,
      errorCodes: [],
      serviceFailures: [],
      longData: undefined,
    },
  };
}

function headerMap({ headers }: IncomingMessage): HeaderMap {
  const map = new HeaderMap();
  for (const name of lookedAt) {
    const value = headers[name];
    if (typeof value === 'string') map.set(name, value);
  }
  return map;
}

function toAnswer({ status, headers, body }: HTTPGraphQLResponse, { record }: RequestContext): Answer {
  if (body.kind !== 'complete') throw new Error('incremental delivery is not offered');
  return {
    status: statusFor(status ?? 200, headers.get('content-type') ?? '', body.string, record.errorCodes),
    headers: Object.fromEntries(headers),
    body: record.longData ? withLongData(body.string, record.longData) : body.string,
  };
}
