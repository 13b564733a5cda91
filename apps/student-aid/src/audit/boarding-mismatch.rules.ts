import type { AuditRule, PaymentFacts } from './facts.rules.ts';

const BOARDER = '2';

/** A5: a boarder's amount to a day pupil, or a day pupil's to a boarder. */
export const boardingMismatch: AuditRule<PaymentFacts> = {
  code: 'A5',
  find: ({ boarding, boardingWanted }) => {
    if (boarding === null || boardingWanted === null) return null;
    return (boarding === BOARDER) === (boardingWanted === 'BOARDER') ? null : { boarding, boardingWanted };
  },
};
