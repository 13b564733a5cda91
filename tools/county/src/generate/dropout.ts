import { yongning } from '@bureau/codes';

import { dropoutPlan } from '../plan/dropout.ts';
import { isLastGrade, type Candidates } from './candidates.ts';
import type { Context } from './context.ts';
import type { Child, DropoutCase } from '../rows.ts';
import { changeSpell } from './spells.ts';

/** Pupils stay away, are persuaded to come back and do (劝返). */
export function newDropoutCases({ newId }: Context, children: readonly Child[], candidates: Candidates): DropoutCase[] {
  return dropoutPlan.map(({ township, schoolYear, stage, lastSeenOn, suspectedOn, returnedOn, reasonCode }) => {
    const lives = yongning.code + township;
    const fits = candidates.take(
      children,
      1,
      (spell, child) => spell.stage === stage && !isLastGrade(spell, schoolYear) && child.township === lives,
    );
    const [child] = fits as [Child];
    const spell = changeSpell(child, suspectedOn, 'STATUS_CHANGED', { id: newId(), placement: 'SUSPECTED_DROPOUT' });
    changeSpell(child, returnedOn, 'STATUS_CHANGED', { id: newId(), placement: 'IN_SCHOOL' });
    return { id: newId(), child, spell, lastSeenOn, suspectedOn, returnedOn, reasonCode };
  });
}
