import type { AuditRule, PaymentFacts } from './facts.rules.ts';

/** A9: there is no account, or it is neither the child's own nor that of a guardian on record. */
export const strangeAccount: AuditRule<PaymentFacts> = {
  code: 'A9',
  find: ({ kind, hasAccount, relation, isOwnName, hasRelationDocument }) => {
    if (kind === 'WAIVER') return null;
    if (!hasAccount) return { hasAccount };
    const isProper = relation === 'SELF' ? isOwnName : hasRelationDocument;
    return isProper ? null : { relation, isOwnName, hasRelationDocument };
  },
};
