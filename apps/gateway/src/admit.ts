import type { TokenVerifier } from '@bureau/access';
import { authenticate } from './access/caller.ts';
import type { GraphqlHandlerOptions } from './http/graphql-handler.ts';
import { Admission } from './limits/admission.ts';
import type { PersistedOperations } from './limits/persisted-operations.ts';
import { checkIsPersisted, checkPersistedQuery } from './limits/persisted-query.ts';
import type { Settings } from './settings.ts';

export interface AdmissionParts {
  settings: Settings;
  /** Nothing when authentication is off. */
  verifier: TokenVerifier | undefined;
  persistedOperations: PersistedOperations;
}

/** Everything that is checked before the GraphQL server sees a request, in this order: who asks, and whether this may be asked. */
export function admission({ settings, verifier, persistedOperations }: AdmissionParts): GraphqlHandlerOptions['admit'] {
  const limits = new Admission({
    querySize: settings.GATEWAY_MAX_QUERY_SIZE,
    tokens: settings.GATEWAY_MAX_TOKENS,
    depth: settings.GATEWAY_MAX_DEPTH,
    aliases: settings.GATEWAY_MAX_ALIASES,
    rootFields: settings.GATEWAY_MAX_ROOT_FIELDS,
    fields: settings.GATEWAY_MAX_FIELDS,
  });
  const onlyPersisted = settings.GATEWAY_ONLY_PERSISTED === 'on';
  return async ({ query, persistedQuery }, authorization, { language }) => {
    if (verifier) await authenticate(verifier, { authorization, query, language });
    checkPersistedQuery(persistedQuery, query);
    if (onlyPersisted) checkIsPersisted(persistedOperations, persistedQuery, query);
    if (typeof query === 'string') limits.admit(query);
  };
}
