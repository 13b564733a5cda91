import type { AuditRule, PaymentFacts } from './facts.rules.ts';

/** A8: children of this ground pay no fee, and this one's was not waived: it may have been charged (免了又收费). */
export const exemptButCharged: AuditRule<PaymentFacts> = {
  code: 'A8',
  find: ({ isFeeExempt, hasFeeWaiver, programmeCode }) => (isFeeExempt && !hasFeeWaiver ? { programmeCode } : null),
};
