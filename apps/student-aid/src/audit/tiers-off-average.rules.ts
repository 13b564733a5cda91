import type { AuditRule, SchoolFacts } from './facts.rules.ts';

/** A11: the amounts of a school's tiers do not come to the programme's average. */
export const tiersOffAverage: AuditRule<SchoolFacts> = {
  code: 'A11',
  find: ({ programmeCode, count, entitledFen }, { tierAverages }) => {
    const averageFen = tierAverages[programmeCode];
    if (averageFen === undefined) return null;
    const isKept = BigInt(entitledFen) === BigInt(averageFen) * BigInt(count);
    return isKept ? null : { programmeCode, count, entitledFen, averageFen };
  },
};
