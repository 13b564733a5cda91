import { addDays, schoolYearOf, type Day } from '@bureau/calendar';

import { COUNTY_STANDS_ON } from '../generate/county.ts';
import { gradeOf } from '../generate/candidates.ts';
import { lastSpell } from '../generate/spells.ts';
import type { AttendancePlacement, Child, RollStatus, SpellEnd } from '../rows.ts';

export interface Standing {
  rollStatus: RollStatus;
  placement: AttendancePlacement;
  /** The year within the stage, from 1; of a child that left, the last it was in. */
  grade: number;
  since: Day;
  version: number;
}

/** The standing of a child whose last spell ended so; the other ends lead to another spell. */
const LEFT: Partial<Record<SpellEnd, RollStatus>> = {
  TRANSFERRED_OUT: 'TRANSFERRED_OUT',
  GRADUATED: 'GRADUATED',
  ABROAD: 'ABROAD',
  WITHDRAWN: 'WITHDRAWN',
  DECEASED: 'DECEASED',
};

/** How a child stands on the day of the county, and how many changes led there. */
export function presentStanding(child: Child): Standing {
  const spell = lastSpell(child);
  const { startedOn, endedOn, endedBy, rollStatus, placement } = spell;
  const lastDay = endedOn === null ? COUNTY_STANDS_ON : addDays(endedOn, -1);
  const grade = gradeOf(spell, schoolYearOf(lastDay));
  if (endedOn === null || endedBy === null)
    return { rollStatus, placement, grade, since: startedOn, version: child.spells.length };

  const left = LEFT[endedBy];
  if (!left) throw new Error(`no spell follows ${endedBy} of ${child.id}`);
  return { rollStatus: left, placement: 'OTHER_LEFT', grade, since: endedOn, version: child.spells.length + 1 };
}
