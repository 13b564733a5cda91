import type { AuditRule, PaymentFacts } from './facts.rules.ts';

/** A1: the same person, programme and term twice; under one record the database refuses it, so under two. */
export const duplicatePayment: AuditRule<PaymentFacts> = {
  code: 'A1',
  find: ({ twinPaymentId }) => (twinPaymentId === null ? null : { twinPayment: twinPaymentId }),
};
