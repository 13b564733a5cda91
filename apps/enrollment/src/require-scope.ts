import type { Actor, Scope } from '@bureau/access';
import { GraphQLError } from 'graphql';

/** Refuses what an argument asks for as `@access` refuses a field. */
export function requireScope(actor: Actor, scope: Scope): void {
  if (actor.scopes.has(scope)) return;
  throw new GraphQLError(`Not allowed: your roles lack ${scope}.`, {
    extensions: { code: 'FORBIDDEN', scopes: [scope] },
  });
}
