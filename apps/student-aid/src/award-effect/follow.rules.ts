import { daysOfMultirange } from '../award/covers.rules.ts';
import {
  awardUnder,
  type AwardTerm,
  type Days,
  type Policy,
  proratedFen,
  type Standing,
} from '../roster/standing.rules.ts';

export type LivePayment = 'PENDING' | 'SENT' | 'PAID';

/** An award with all that bears on it. */
export interface FollowedAward extends AwardTerm {
  id: string;
  studentId: string;
  state: 'GRANTED' | 'HELD' | 'STOPPED';
  amountFen: string;
  entitledFen: string;
  /** As PostgreSQL writes it; null of awards older than that record. */
  covers: string | null;
  version: number;
  livePayment: LivePayment | null;
  /** Of a recovery that has not been settled. */
  openRecoveryFen: string | null;
  /** What was told of the child, without what was undone for this award. */
  standings: (Standing & { eventId: string })[];
}

export interface Change {
  award: FollowedAward;
  state: FollowedAward['state'];
  amountFen: bigint;
  covers: Days[];
  /** How much of what was paid was not due; 0n when all was. */
  overpaidFen: bigint;
  isDead: boolean;
  cause: { eventId: string; standingVersion: number; rule: string; ruleVersion: string };
}

/** Aid that was changed and is whole again. */
const RESTORED = { rule: 'roll.restored', ruleVersion: '1' };

/**
 * What becomes of an award; null when it stays as it is. Money that is on its way or was paid keeps its award's amount: the
 * difference is had back. An award in a batch that was not sent is held until the batch lets go of it.
 *
 * @see docs/rules/student-aid.md#aid-follows-the-child
 */
export function changeOf(award: FollowedAward, policies: readonly Policy[]): Change | null {
  const decision = awardUnder(award.standings, policies, award);
  const [entitled, present] = [BigInt(award.entitledFen), BigInt(award.amountFen)];
  const prorated = decision.state === 'STOPPED' ? null : proratedFen(entitled, decision.covers, award);
  const state = prorated === null ? 'STOPPED' : decision.state;
  const covers = prorated === null ? [] : decision.covers;
  const due = prorated ?? 0n;
  const isOut = award.livePayment === 'PAID' || award.livePayment === 'SENT';
  const amountFen = award.livePayment || prorated === null ? present : due;
  const overpaidFen = isOut && present > due ? present - due : 0n;
  const isWaiting = award.livePayment === 'PENDING' && due !== present && state === 'GRANTED';

  const last = award.standings.reduce<FollowedAward['standings'][number] | null>(
    (best, one) => (best && best.version > one.version ? best : one),
    null,
  );
  const standing = award.standings.find(({ version }) => version === decision.cause?.standing.version) ?? last;
  const { rule, ruleVersion } = decision.cause?.policy ?? RESTORED;
  if (!standing) return null;
  const cause = { eventId: standing.eventId, standingVersion: standing.version, rule, ruleVersion };
  const isDead = standing.rollStatus === 'DECEASED';
  const change: Change = { award, state: isWaiting ? 'HELD' : state, amountFen, covers, overpaidFen, isDead, cause };
  return isSame(change) ? null : change;
}

function isSame({ award, state, amountFen, covers, overpaidFen }: Change): boolean {
  const kept = award.covers === null ? [{ from: award.startsOn, to: award.endsOn }] : daysOfMultirange(award.covers);
  return (
    award.state === state &&
    BigInt(award.amountFen) === amountFen &&
    JSON.stringify(kept) === JSON.stringify(covers) &&
    BigInt(award.openRecoveryFen ?? 0) === overpaidFen
  );
}
