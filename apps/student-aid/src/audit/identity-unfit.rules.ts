import type { AuditRule, PaymentFacts } from './facts.rules.ts';

/** A12: the child has no valid ID number, so nobody can tell whether it is paid elsewhere. */
export const identityUnfit: AuditRule<PaymentFacts> = {
  code: 'A12',
  find: ({ rollStatus, hasIdentity }) => (rollStatus !== null && !hasIdentity ? { hasIdentity } : null),
};
