import type { RollStatus, Stage } from '@bureau/codes';
import type { SpellEnd } from './school-spell.entity.ts';

/** What the rule reads of a spell. */
export interface Stay {
  school: string;
  stage: Stage;
  rollStatus: RollStatus;
  startedOn: string;
  endedOn: string | null;
  endedBy: SpellEnd | null;
}

/** docs/rules/enrollment.md#retention-rate child by child, slowly: the measure of the statement that counts it. */
export function retainedOf(children: Stay[][], startsOn: string, untilOn: string) {
  const lasts = children.flatMap((stays) => {
    const begun = stays.filter(
      ({ stage, startedOn }) => (stage === 'PRIMARY' || stage === 'JUNIOR_SECONDARY') && startedOn <= untilOn,
    );
    const last = begun.toSorted((one, other) => one.startedOn.localeCompare(other.startedOn)).at(-1);
    return last && (last.endedOn === null || last.endedOn > startsOn) ? [last] : [];
  });
  const fates = lasts.map((last) => fateOf(last, untilOn));
  const numerator = fates.filter((fate) => fate === 'kept').length;
  return { numerator, denominator: fates.filter((fate) => fate !== 'left').length };
}

function fateOf({ endedOn, endedBy, rollStatus }: Stay, untilOn: string): 'kept' | 'left' | 'lost' {
  if (endedOn === null || endedBy === null || endedOn > untilOn)
    return rollStatus === 'ACTIVE' || rollStatus === 'SUSPENDED' ? 'kept' : 'lost';
  return FATES[endedBy];
}

const FATES: Record<SpellEnd, 'kept' | 'left' | 'lost'> = {
  GRADUATED: 'kept',
  COMPLETED: 'kept',
  STATUS_CHANGED: 'kept',
  CLASS_CHANGED: 'kept',
  TRANSFERRED_WITHIN_COUNTY: 'left',
  TRANSFERRED_OUT: 'left',
  ABROAD: 'left',
  DECEASED: 'left',
  CANCELLED: 'left',
  DROPPED_OUT: 'lost',
  WITHDRAWN: 'lost',
  LEFT_INCOMPLETE: 'lost',
  EXPELLED: 'lost',
};
