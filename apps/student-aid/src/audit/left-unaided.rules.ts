import type { AuditRule, ChildFacts } from './facts.rules.ts';

/** A18: a child with live evidence is not aided, and its family has not declined (漏助). */
export const leftUnaided: AuditRule<ChildFacts> = {
  code: 'A18',
  find: ({ hasAward, hasDeclined, category }) => (hasAward || hasDeclined ? null : { category }),
};
