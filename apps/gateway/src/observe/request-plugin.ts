import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { CostLimit } from '../cost/cost-limit.ts';
import { formatForCaller } from '../error-format.ts';
import { isLong } from '../http/answer-body.ts';
import type { RequestContext } from '../request-context.ts';
import type { RequestLog } from './request-log.ts';

/** Checks the cost of an operation, notes what its log line needs, and puts its errors into their final words. */
export function requestPlugin(costLimit: CostLimit, log: RequestLog): ApolloServerPlugin<RequestContext> {
  const listener: GraphQLRequestListener<RequestContext> = {
    async didResolveOperation({ contextValue, document, operation, request }) {
      if (!operation) return;
      contextValue.record.operationName = operation.name?.value;
      contextValue.record.operationType = operation.operation;
      contextValue.record.cost = costLimit.check(document, operation, request.variables ?? {});
    },
    async didEncounterErrors({ errors, contextValue }) {
      for (const error of errors) {
        const cause = error instanceof GraphQLError ? error.originalError : error;
        if (cause && !(cause instanceof GraphQLError) && cause instanceof Error)
          log.fault(cause, contextValue.trace.traceId);
      }
    },
    async willSendResponse({ request, response, contextValue }) {
      if (response.body.kind !== 'single') return;
      const { data } = response.body.singleResult;
      if (isLong(data)) contextValue.record.longData = data;
      const { cost } = contextValue.record;
      if (cost !== undefined && request.extensions?.['cost'] === true) {
        response.body.singleResult.extensions = { ...response.body.singleResult.extensions, cost };
      }
      if (!response.body.singleResult.errors) return;
      const errors = response.body.singleResult.errors.map((error) =>
        formatForCaller(error, { language: contextValue.language, traceId: contextValue.trace.traceId }),
      );
      response.body.singleResult.errors = errors;
      for (const { extensions } of errors) contextValue.record.errorCodes.push(String(extensions?.['code']));
    },
  };
  return { requestDidStart: async () => listener };
}
