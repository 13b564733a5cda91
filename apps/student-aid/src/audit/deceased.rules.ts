import type { AuditRule, PaymentFacts } from './facts.rules.ts';

/** A3: the child has died, whenever that was. */
export const deceased: AuditRule<PaymentFacts> = {
  code: 'A3',
  find: ({ rollStatus, standingSince }) => (rollStatus === 'DECEASED' ? { since: standingSince } : null),
};
