import { GraphQLError } from 'graphql';
import { HeaderMap } from '@apollo/server';

export type LimitCode =
  | 'DEPTH_LIMIT_EXCEEDED'
  | 'ALIAS_LIMIT_EXCEEDED'
  | 'ROOT_FIELD_LIMIT_EXCEEDED'
  | 'FIELD_LIMIT_EXCEEDED'
  | 'TOKEN_LIMIT_EXCEEDED'
  | 'COST_LIMIT_EXCEEDED'
  | 'QUERY_SIZE_LIMIT_EXCEEDED';

const measures: Record<LimitCode, string> = {
  DEPTH_LIMIT_EXCEEDED: 'nests {} levels of fields',
  ALIAS_LIMIT_EXCEEDED: 'uses {} aliases',
  ROOT_FIELD_LIMIT_EXCEEDED: 'asks {} root fields',
  FIELD_LIMIT_EXCEEDED: 'asks {} fields, fragments expanded',
  TOKEN_LIMIT_EXCEEDED: 'has {} tokens',
  COST_LIMIT_EXCEEDED: 'costs {} points',
  QUERY_SIZE_LIMIT_EXCEEDED: 'is {} characters long',
};

/** The request is refused before anything is planned or fetched; 400 where the content type allows it. */
export function limitExceeded(code: LimitCode, limit: number, value: number): GraphQLError {
  const message = `The operation ${measures[code].replace('{}', String(value))}; at most ${limit} are allowed.`;
  return new GraphQLError(message, {
    extensions: { code, limit, value, http: { status: 400, headers: new HeaderMap() } },
  });
}
