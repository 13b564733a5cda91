import type { AuditRule, PaymentFacts } from './facts.rules.ts';

/** A10: several children are paid to one account, and nobody has seen that they are siblings. */
export const sharedAccount: AuditRule<PaymentFacts> = {
  code: 'A10',
  find: ({ kind, accountChildren, hasSiblingsDocument }) =>
    kind === 'CASH' && accountChildren > 1 && !hasSiblingsDocument ? { accountChildren } : null,
};
