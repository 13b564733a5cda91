import type { AuditRule, PaymentFacts } from './facts.rules.ts';

/** A20: the child is suspected of having dropped out; told, and never a reason to stop its aid. */
export const dropoutCaseOpen: AuditRule<PaymentFacts> = {
  code: 'A20',
  find: ({ placement }) => (placement === 'SUSPECTED_DROPOUT' ? { placement } : null),
};
