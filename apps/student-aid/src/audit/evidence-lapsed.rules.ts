import type { AuditRule, PaymentFacts } from './facts.rules.ts';

/** A7: the award rests on no ground, or on evidence that no longer holds today. */
export const evidenceLapsed: AuditRule<PaymentFacts> = {
  code: 'A7',
  find: ({ hasGround, evidenceEndsOn }, { today }) => {
    if (hasGround === false) return { hasGround };
    return evidenceEndsOn !== null && evidenceEndsOn <= today ? { evidenceEndsOn } : null;
  },
};
