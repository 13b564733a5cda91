import type { AuditRule, PaymentFacts } from './facts.rules.ts';

/** A16: the notice hung too short or still hangs, or an objection is not settled. */
export const noticeTooShort: AuditRule<PaymentFacts> = {
  code: 'A16',
  find: ({ noticeWorkingDays, noticeEndsOn, openObjections }, { today, noticeWorkingDays: wanted }) => {
    const isShort = noticeWorkingDays !== null && noticeWorkingDays < wanted;
    const hangs = noticeEndsOn !== null && noticeEndsOn >= today;
    return isShort || hangs || openObjections > 0 ? { noticeWorkingDays, noticeEndsOn, openObjections } : null;
  },
};
