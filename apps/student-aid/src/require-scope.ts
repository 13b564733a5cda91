import type { Scope } from '@bureau/access';
import type { RequestContext } from '@bureau/subgraph';
import { GraphQLError } from 'graphql';

/** Refuses an act that its argument decides the permission of; one of the scopes is enough. */
export function requireOneOf({ actor }: Pick<RequestContext, 'actor'>, ...scopes: readonly Scope[]): void {
  if (scopes.some((scope) => actor.scopes.has(scope))) return;
  const message = `Not allowed: your roles lack ${scopes.join(' or ')}.`;
  throw new GraphQLError(message, { extensions: { code: 'FORBIDDEN', scopes } });
}
