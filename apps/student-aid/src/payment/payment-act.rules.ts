import { nextPaymentState, type PaymentAct, type PaymentState } from './payment.rules.ts';

/** What a person may do with one payment of a batch. */
export type PersonalAct = Extract<PaymentAct, 'correct' | 'abandon' | 'refund' | 'reclaim'>;

export interface ActablePayment {
  state: PaymentState;
  version: number;
  batchId: string | null;
}

export type PaymentRefusal =
  | { kind: 'PaymentNotFound' }
  | { kind: 'PaymentChanged'; version: number }
  | { kind: 'PaymentStateUnfit'; state: PaymentState }
  | { kind: 'PaymentReasonMissing' }
  | { kind: 'PaymentOutsideBatch' };

/** Every reason not to do the act with a payment now; empty when it may be done (docs/rules/student-aid.md#payments). */
export function paymentActRefusals(
  payment: ActablePayment,
  act: PersonalAct,
  asked: { version: number; reason: string },
): PaymentRefusal[] {
  const refusals: PaymentRefusal[] = [];
  if (asked.version !== payment.version) refusals.push({ kind: 'PaymentChanged', version: payment.version });
  if (nextPaymentState(payment.state, act) === null) refusals.push({ kind: 'PaymentStateUnfit', state: payment.state });
  if (asked.reason.trim() === '') refusals.push({ kind: 'PaymentReasonMissing' });
  if (payment.batchId === null) refusals.push({ kind: 'PaymentOutsideBatch' });
  return refusals;
}

/** What the act does with the money of the batch's funds: nothing, frees it, or takes it back from where it was paid. */
export const MOVEMENT_OF = {
  correct: null,
  abandon: 'RELEASE_COMMITTED',
  refund: 'TAKE_BACK',
  reclaim: 'TAKE_BACK',
} as const satisfies Record<PersonalAct, string | null>;
