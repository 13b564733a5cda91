import type { RollStatus } from '@bureau/codes';
import type { AuditRule, PaymentFacts } from './facts.rules.ts';

const GONE: readonly RollStatus[] = [
  'TRANSFERRED_OUT',
  'ABROAD',
  'GRADUATED',
  'COMPLETED',
  'LEFT_INCOMPLETE',
  'WITHDRAWN',
  'EXPELLED',
  'DROPPED_OUT',
  'MISSING',
  'CANCELLED',
];

/** A2: paid though the child had left by the freeze day; who leaves after it is still ours for the term. */
export const paidAfterLeaving: AuditRule<PaymentFacts> = {
  code: 'A2',
  find: ({ rollStatus, standingSince, freezeOn }) =>
    rollStatus !== null && GONE.includes(rollStatus) && standingSince !== null && standingSince <= freezeOn
      ? { rollStatus, since: standingSince, freezeOn }
      : null,
};
