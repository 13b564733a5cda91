import { addDays, daysBetween } from '@bureau/calendar';
import type { RollStatus } from '@bureau/codes';

/** CONTINUE leaves aid as it is, HOLD pays nothing until the child is back, PRORATE pays the days before, STOP pays nothing. */
export type RollEffect = 'CONTINUE' | 'HOLD' | 'PRORATE' | 'STOP';

export interface Standing {
  version: number;
  effectiveOn: string;
  rollStatus: RollStatus | null;
}

export interface Policy {
  rollStatus: RollStatus;
  validFrom: string;
  effect: RollEffect;
  rule: string;
  ruleVersion: string;
}

/** Days from one to another, both included. */
export interface Days {
  from: string;
  to: string;
}

/** The standing that holds on a day: of those that have begun, the one told last; null when none has begun. */
export function standingOn(standings: readonly Standing[], day: string): Standing | null {
  return standings
    .filter(({ effectiveOn }) => effectiveOn <= day)
    .reduce<Standing | null>((best, one) => (best && best.version > one.version ? best : one), null);
}

/** The policy in force on a day for a status; aid goes on where the county has set none. */
export function policyFor(policies: readonly Policy[], status: RollStatus | null, day: string): Policy | null {
  return policies
    .filter((policy) => policy.rollStatus === status && policy.validFrom <= day)
    .reduce<Policy | null>((best, one) => (best && best.validFrom > one.validFrom ? best : one), null);
}

/** A term of an award, as the rules need it. */
export interface AwardTerm {
  startsOn: string;
  endsOn: string;
  freezeOn: string;
}

export interface AwardDecision {
  state: 'GRANTED' | 'HELD' | 'STOPPED';
  /** The days that are paid for, earliest first. */
  covers: Days[];
  /** Why, when it is not all as granted: the standing that came last to bear on it, and its policy. */
  cause: { standing: Standing; policy: Policy } | null;
}

/** The stretches of a term through which one standing holds, earliest first; null before the first one is known. */
function stretches(
  standings: readonly Standing[],
  { startsOn, endsOn }: AwardTerm,
): (Days & { standing: Standing | null })[] {
  const turns = standings.map(({ effectiveOn }) => effectiveOn).filter((day) => day > startsOn && day <= endsOn);
  const begins = [...new Set([startsOn, ...turns])].sort();
  return begins.map((from, at) => {
    const next = begins[at + 1];
    return { from, to: next ? addDays(next, -1) : endsOn, standing: standingOn(standings, from) };
  });
}

function joined(days: readonly Days[]): Days[] {
  const whole: Days[] = [];
  for (const one of days) {
    const last = whole.at(-1);
    if (last && addDays(last.to, 1) === one.from) whole[whole.length - 1] = { from: last.from, to: one.to };
    else whole.push({ from: one.from, to: one.to });
  }
  return whole;
}

/**
 * What a child's standings make of an award: which of its days are paid for, and whether it may be paid now. It depends on
 * what was told and not on the order in which it came. Who has left by the freeze date is not in scope at all. A suspicion of dropping out is no roll status, and so does nothing.
 *
 * @see docs/rules/student-aid.md#aid-follows-the-child
 */
export function awardUnder(
  standings: readonly Standing[],
  policies: readonly Policy[],
  term: AwardTerm,
): AwardDecision {
  const parts = stretches(standings, term).map((part) => ({
    ...part,
    policy: part.standing && policyFor(policies, part.standing.rollStatus, part.from),
  }));
  const atFreeze = parts.find(({ from, to }) => from <= term.freezeOn && term.freezeOn <= to);
  const isOut = atFreeze?.policy?.effect === 'PRORATE' || parts.some(({ policy }) => policy?.effect === 'STOP');
  const covers = joined(parts.filter(({ policy }) => !policy || policy.effect === 'CONTINUE'));
  const touching = parts.filter(({ policy }) => policy && policy.effect !== 'CONTINUE').at(-1);
  const cause = touching?.standing && touching.policy ? { standing: touching.standing, policy: touching.policy } : null;
  if (isOut || covers.length === 0) return { state: 'STOPPED', covers: [], cause };
  const isHeld = parts.at(-1)?.policy?.effect === 'HOLD';
  return { state: isHeld ? 'HELD' : 'GRANTED', covers, cause };
}

export function countDays(days: readonly Days[]): number {
  return days.reduce((sum, { from, to }) => sum + daysBetween(from, to) + 1, 0);
}

/** The part of a term's amount for the days paid for, rounded half up to the fen; null when nothing is left. */
export function proratedFen(
  entitledFen: bigint,
  days: readonly Days[],
  { startsOn, endsOn }: AwardTerm,
): bigint | null {
  const [paid, whole] = [BigInt(countDays(days)), BigInt(daysBetween(startsOn, endsOn) + 1)];
  const fen = (entitledFen * paid * 2n + whole) / (whole * 2n);
  return fen > 0n ? fen : null;
}
