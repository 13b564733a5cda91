import { addDays, type Day } from '@bureau/calendar';
import type { RollStatus } from '@bureau/codes';

export const EFFECT_RULES = [
  'ROLL_AT_ANOTHER_SCHOOL',
  'ROLL_BACK_AT_DUTY_SCHOOL',
  'CLASS_FOLLOWS_ROLL',
  'ROLL_ENDED',
  'DEATH_ENDS_PLACEMENT',
  'RETURN_REOPENS_PLACEMENT',
  'SCHOOL_MERGED',
  'HANDOVER_ACCEPTED',
  'SCHOOL_CLOSED',
] as const;
export type EffectRule = (typeof EFFECT_RULES)[number];

/** Goes up when a rule changes: an effect says by which it came about. */
export const EFFECT_RULE_VERSION = 1;

/** What an effect changed; what it did not is absent. */
export interface EffectFacts {
  schoolId?: string | null;
  classId?: string | null;
  offeredTo?: string | null;
  transferId?: string;
  placementId?: string;
  endedOn?: Day | null;
  rollStatus?: RollStatus;
}

export interface Planned {
  rule: EffectRule;
  before: EffectFacts;
  after: EffectFacts;
}

export interface RollFacts {
  schoolId: string | null;
  classId: string | null;
  rollStatus: RollStatus | null;
  effectiveOn: Day;
}

export interface ChildFacts {
  schoolId: string | null;
  classId: string | null;
  /** The hand-over that is open; null when none is. */
  offer: { transferId: string; toSchoolId: string | null } | null;
  /** The placement that begins last, when it has no end or was ended by a death. */
  placement: { id: string; startedOn: Day; endedOn: Day | null } | null;
  isEndedByDeath: boolean;
}

const ON_ROLL: readonly (RollStatus | null)[] = ['ACTIVE', 'SUSPENDED'];

/**
 * What the child's standing on the roll means here. The duty is offered, never taken; no record and no plan is closed.
 *
 * @see docs/rules/special-education.md#automatic-effects
 */
export function rollEffects(child: ChildFacts, roll: RollFacts): Planned[] {
  if (roll.rollStatus === 'DECEASED') return [...withdrawal(child), ...deathEffects(child, roll.effectiveOn)];
  const returned = child.isEndedByDeath && child.placement ? [reopening(child.placement)] : [];
  if (ON_ROLL.includes(roll.rollStatus)) return [...returned, ...schoolEffects(child, roll)];
  if (roll.rollStatus === null || roll.rollStatus === 'PRE_REGISTERED') return returned;
  const ended: Planned = { rule: 'ROLL_ENDED', before: {}, after: { rollStatus: roll.rollStatus } };
  // The school of the last roll, so that where it leads does not depend on what was heard before.
  return [...returned, ...(roll.schoolId ? schoolEffects(child, roll) : []), ended];
}

/** Nobody is asked any longer to answer for the child. */
function withdrawal({ schoolId, offer }: ChildFacts): Planned[] {
  if (!offer) return [];
  const before = { offeredTo: offer.toSchoolId, transferId: offer.transferId };
  return [{ rule: 'ROLL_BACK_AT_DUTY_SCHOOL', before, after: { schoolId } }];
}

function deathEffects({ placement, isEndedByDeath }: ChildFacts, diedOn: Day): Planned[] {
  if (!placement || isEndedByDeath || placement.endedOn !== null) return [];
  const { id: placementId, startedOn } = placement;
  const endedOn = diedOn > startedOn ? diedOn : addDays(startedOn, 1);
  return [{ rule: 'DEATH_ENDS_PLACEMENT', before: { placementId, endedOn: null }, after: { placementId, endedOn } }];
}

function reopening({ id: placementId, endedOn }: { id: string; endedOn: Day | null }): Planned {
  return { rule: 'RETURN_REOPENS_PLACEMENT', before: { placementId, endedOn }, after: { placementId, endedOn: null } };
}

function schoolEffects(child: ChildFacts, roll: RollFacts): Planned[] {
  const { schoolId, classId, offer } = child;
  if (roll.schoolId !== schoolId) {
    if (offer?.toSchoolId === roll.schoolId) return [];
    const before = { schoolId, ...(offer && { offeredTo: offer.toSchoolId, transferId: offer.transferId }) };
    return [{ rule: 'ROLL_AT_ANOTHER_SCHOOL', before, after: { offeredTo: roll.schoolId, classId: roll.classId } }];
  }
  const effects = withdrawal(child);
  if (roll.classId !== classId)
    effects.push({ rule: 'CLASS_FOLLOWS_ROLL', before: { classId }, after: { classId: roll.classId } });
  return effects;
}

/** What a school's closure means for a child that it answers for. */
export function closureEffects(child: ChildFacts, successorIds: readonly string[]): Planned[] {
  if (child.offer) return [];
  const [successor, ...others] = successorIds;
  if (successor === undefined || others.length > 0)
    return [{ rule: 'SCHOOL_CLOSED', before: { schoolId: child.schoolId }, after: {} }];
  const after = { offeredTo: successor, classId: null };
  return [{ rule: 'SCHOOL_MERGED', before: { schoolId: child.schoolId }, after }];
}

/** What enrollment's hand-over means: whoever answers for the child there does here. */
export function handoverEffects(child: ChildFacts, responsibleSchoolId: string): Planned[] {
  const { schoolId, classId } = child;
  if (schoolId === responsibleSchoolId) return [];
  const before = { schoolId, classId };
  return [{ rule: 'HANDOVER_ACCEPTED', before, after: { schoolId: responsibleSchoolId, classId: null } }];
}
