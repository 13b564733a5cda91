import type { AuditRule, PaymentFacts } from './facts.rules.ts';

/** A14: the list of another county has the same person for the same programme and term. */
export const listedElsewhere: AuditRule<PaymentFacts> = {
  code: 'A14',
  find: ({ otherCounty }) => (otherCounty === null ? null : { otherCounty }),
};
