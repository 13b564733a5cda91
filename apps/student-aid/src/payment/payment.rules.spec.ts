import {
  nextPaymentState,
  PAYMENT_STATES,
  PAYMENT_TRANSITIONS,
  type PaymentAct,
  type PaymentState,
} from './payment.rules.ts';

/** The whole table, written out once more: whatever is not here is refused. */
const ALLOWED: Record<PaymentAct, Partial<Record<PaymentState, PaymentState>>> = {
  send: { PENDING: 'SENT' },
  pay: { SENT: 'PAID', RESENT: 'PAID' },
  waive: { PENDING: 'PAID' },
  fail: { SENT: 'FAILED', RESENT: 'FAILED' },
  correct: { FAILED: 'CORRECTED' },
  resend: { CORRECTED: 'RESENT' },
  reverse: { PAID: 'FAILED' },
  refund: { PAID: 'REFUNDED' },
  reclaim: { PAID: 'RECLAIMED' },
  withdraw: { PENDING: 'VOID' },
  abandon: { FAILED: 'VOID', CORRECTED: 'VOID' },
};

const acts = Object.keys(PAYMENT_TRANSITIONS) as PaymentAct[];

it.each(acts.flatMap((act) => PAYMENT_STATES.map((state) => [act, state] as const)))(
  '%s a payment that is %s',
  (act, state) => {
    expect(nextPaymentState(state, act)).toBe(ALLOWED[act][state] ?? null);
  },
);
