import { ageOn, schoolYearStartsOn } from '@bureau/calendar';

import { suspensionPlan } from '../plan/movements.ts';
import { isLastGrade } from './candidates.ts';
import type { Context } from './context.ts';
import type { RollYear } from './movements.ts';
import { changeSpell } from './spells.ts';

/** Children are suspended for illness (休学) during the school year, and some are back at its end. */
export function suspendChildren({ random, newId }: Context, { year, children, candidates }: RollYear): void {
  const nextYear = schoolYearStartsOn(year + 1);
  const plans = suspensionPlan.filter(({ from }) => from[0] >= schoolYearStartsOn(year) && from[0] < nextYear);
  for (const { stage, children: count, from, resumedOn } of plans) {
    const isOfAge = (bornOn: string) => stage !== 'JUNIOR_SECONDARY' || ageOn(bornOn, '2024-08-31') <= 14;
    const ill = candidates.take(
      children,
      count,
      (spell, child) => spell.stage === stage && !isLastGrade(spell, year) && isOfAge(child.bornOn),
    );
    for (const child of ill) {
      const since = random.dayWithin(from);
      changeSpell(child, since, 'STATUS_CHANGED', { id: newId(), rollStatus: 'SUSPENDED', placement: 'OTHER_LEFT' });
      if (resumedOn)
        changeSpell(child, resumedOn, 'STATUS_CHANGED', { id: newId(), rollStatus: 'ACTIVE', placement: 'IN_SCHOOL' });
    }
  }
}
