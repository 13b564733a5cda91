import type { AuditRule, PaymentFacts } from './facts.rules.ts';

/** A15: the term's money should have been paid by now. */
export const paidLate: AuditRule<PaymentFacts> = {
  code: 'A15',
  find: ({ payBy }, { today }) => (today > payBy ? { payBy } : null),
};
