import type { AuditRule, PaymentFacts } from './facts.rules.ts';

/** A17: who approves the money has reviewed the application himself. */
export const twoEyes: AuditRule<PaymentFacts> = {
  code: 'A17',
  find: ({ reviewers }, { approver }) =>
    approver !== null && reviewers.includes(approver) ? { approverReviewed: true } : null,
};
