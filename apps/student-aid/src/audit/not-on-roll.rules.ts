import type { AuditRule, PaymentFacts } from './facts.rules.ts';

/** A4: on no roll of the county on the freeze day, or not known to enrollment at all. */
export const notOnRoll: AuditRule<PaymentFacts> = {
  code: 'A4',
  find: ({ rollStatusAtFreeze, rollStatus, freezeOn }) => {
    if (rollStatusAtFreeze !== null)
      return rollStatusAtFreeze === 'ACTIVE' ? null : { rollStatus: rollStatusAtFreeze, freezeOn };
    return rollStatus === null ? { rollStatus: null, freezeOn } : null;
  },
};
