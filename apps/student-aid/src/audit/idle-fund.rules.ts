import { addDays } from '@bureau/calendar';
import type { AuditRule, FundFacts } from './facts.rules.ts';

/** A19: money lies idle for longer than the county allows. */
export const idleFund: AuditRule<FundFacts> = {
  code: 'A19',
  find: ({ availableFen, lastReceivedOn }, { today, idleFundDays }) =>
    BigInt(availableFen) > 0n && addDays(lastReceivedOn, idleFundDays) < today
      ? { availableFen, lastReceivedOn }
      : null,
};
