import { paymentActRefusals, type PersonalAct } from './payment-act.rules.ts';
import { PAYMENT_STATES } from './payment.rules.ts';

const ALLOWED: Record<PersonalAct, string[]> = {
  correct: ['FAILED'],
  abandon: ['FAILED', 'CORRECTED'],
  refund: ['PAID'],
  reclaim: ['PAID'],
};
const asked = { version: 2, reason: '退款' };

it.each((Object.keys(ALLOWED) as PersonalAct[]).flatMap((act) => PAYMENT_STATES.map((state) => [act, state] as const)))(
  '%s a payment that is %s',
  (act, state) => {
    const refusals = ALLOWED[act].includes(state) ? [] : [{ kind: 'PaymentStateUnfit', state }];
    expect(paymentActRefusals({ state, version: 2, batchId: 'b' }, act, asked)).toEqual(refusals);
  },
);

it('tells all reasons at once', () => {
  const payment = { state: 'PAID', version: 3, batchId: null } as const;
  expect(paymentActRefusals(payment, 'correct', { version: 2, reason: ' ' })).toEqual([
    { kind: 'PaymentChanged', version: 3 },
    { kind: 'PaymentStateUnfit', state: 'PAID' },
    { kind: 'PaymentReasonMissing' },
    { kind: 'PaymentOutsideBatch' },
  ]);
});
