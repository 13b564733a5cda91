import type { Actor } from '@bureau/access';
import { GraphQLError } from 'graphql';

const SCOPE = 'special-education-files:read';

/** Refuses a filter or a grouping that would tell a diagnosis, as `@access` refuses the field that says it. */
export function requireFilesScope(actor: Actor, asksForDiagnosis: boolean): void {
  if (!asksForDiagnosis || actor.scopes.has(SCOPE)) return;
  throw new GraphQLError(`Not allowed: your roles lack ${SCOPE}.`, {
    extensions: { code: 'FORBIDDEN', scopes: [SCOPE] },
  });
}
