import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { GatewayGraphQLResponse } from '@apollo/server-gateway-interface';
import type { RequestContext } from '../request-context.ts';
import type { ServiceClient } from './service-client.ts';
import { ServiceFailure, serviceUnavailable } from './service-unavailable.ts';

/** What the plan executor sees of a service: an answer, or one error that names the office and hides everything else. */
export class ServiceDataSource implements GraphQLDataSource<RequestContext & Record<string, unknown>> {
  readonly #client: ServiceClient;

  constructor(client: ServiceClient) {
    this.#client = client;
  }

  async process(
    options: GraphQLDataSourceProcessOptions<RequestContext & Record<string, unknown>>,
  ): Promise<GatewayGraphQLResponse> {
    const { query, variables, operationName } = options.request;
    const context = options.context as RequestContext;
    try {
      const body = JSON.stringify({ query, variables, operationName });
      return (await this.#client.post(body, context.serviceHeaders, context.signal)) as GatewayGraphQLResponse;
    } catch (error) {
      if (!(error instanceof ServiceFailure)) throw error;
      context.record.serviceFailures.push(error.message);
      const path = 'pathInIncomingRequest' in options ? options.pathInIncomingRequest : undefined;
      throw serviceUnavailable(error.service, context.language, knownPath(path));
    }
  }
}

/** The plan's path up to its first list: `@` stands for "every item" there and means nothing to a client. */
function knownPath(path: (string | number)[] | undefined): (string | number)[] | undefined {
  if (!path || path.length === 0) return undefined;
  const firstList = path.indexOf('@');
  return firstList === -1 ? path : path.slice(0, firstList);
}
