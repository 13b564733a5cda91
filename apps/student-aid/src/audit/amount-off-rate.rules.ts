import type { AuditRule, PaymentFacts } from './facts.rules.ts';

/** A6: the award is not of the rate of its term, or the payment not of its award; part of a term may be less, never more. */
export const amountOffRate: AuditRule<PaymentFacts> = {
  code: 'A6',
  find: ({ amountFen, awardFen, entitledFen, rateFen }) => {
    const isOfAward = amountFen === awardFen;
    const isOfRate = rateFen !== null && entitledFen === rateFen && BigInt(awardFen) <= BigInt(rateFen);
    return isOfAward && isOfRate ? null : { amountFen, awardFen, entitledFen, rateFen };
  },
};
