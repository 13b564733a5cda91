export const PAYMENT_STATES = [
  'PENDING',
  'SENT',
  'PAID',
  'FAILED',
  'CORRECTED',
  'RESENT',
  'REFUNDED',
  'RECLAIMED',
  'VOID',
] as const;

/**
 * FAILED did not reach the payee, CORRECTED may be sent again; REFUNDED (退款) and RECLAIMED (追回) did reach him, and came back:
 * given back, or demanded. VOID was given up, and its award may be paid anew.
 */
export type PaymentState = (typeof PAYMENT_STATES)[number];

/** What may happen to a payment, and from which states it may (docs/rules/student-aid.md#payments). */
export const PAYMENT_TRANSITIONS = {
  send: { from: ['PENDING'], to: 'SENT' },
  pay: { from: ['SENT', 'RESENT'], to: 'PAID' },
  waive: { from: ['PENDING'], to: 'PAID' },
  fail: { from: ['SENT', 'RESENT'], to: 'FAILED' },
  correct: { from: ['FAILED'], to: 'CORRECTED' },
  resend: { from: ['CORRECTED'], to: 'RESENT' },
  reverse: { from: ['PAID'], to: 'FAILED' },
  refund: { from: ['PAID'], to: 'REFUNDED' },
  reclaim: { from: ['PAID'], to: 'RECLAIMED' },
  withdraw: { from: ['PENDING'], to: 'VOID' },
  abandon: { from: ['FAILED', 'CORRECTED'], to: 'VOID' },
} as const satisfies Record<string, { from: readonly PaymentState[]; to: PaymentState }>;
export type PaymentAct = keyof typeof PAYMENT_TRANSITIONS;

/** Where the act leads from the state; null when it is not allowed there. */
export function nextPaymentState(state: PaymentState, act: PaymentAct): PaymentState | null {
  const { from, to } = PAYMENT_TRANSITIONS[act];
  return from.some((one) => one === state) ? to : null;
}

/** The states in which a payment stands for its award, so that no other may. */
export const LIVE_PAYMENT_STATES: readonly PaymentState[] = ['PENDING', 'SENT', 'PAID', 'CORRECTED', 'RESENT'];

/** The states in which nothing more is to be done for a payment of a batch. */
export const SETTLED_PAYMENT_STATES: readonly PaymentState[] = ['PAID', 'REFUNDED', 'RECLAIMED', 'VOID'];

/** The states that keep money of the batch's funds committed. */
export const OWED_PAYMENT_STATES: readonly PaymentState[] = ['PENDING', 'SENT', 'FAILED', 'CORRECTED', 'RESENT'];
