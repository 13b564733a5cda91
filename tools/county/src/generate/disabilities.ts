import { addDays, ageOn, type Day } from '@bureau/calendar';
import { composeDisabilityCertificate } from '@bureau/resident-id';

import { disabilityPlans, unplacedReasons, type DisabilityPlan } from '../plan/disabilities.ts';
import { at } from '../random.ts';
import { isLastGrade, type Candidates } from './candidates.ts';
import type { Context } from './context.ts';
import type { Disability, PlacementKind } from '../office-rows.ts';
import type { AttendancePlacement, Child, Spell } from '../rows.ts';
import { changeSpell, lastSpell } from './spells.ts';

const PLACEMENTS: Record<PlacementKind, AttendancePlacement> = {
  REGULAR_CLASS: 'IN_SCHOOL',
  SPECIAL_SCHOOL_EXTERNAL: 'EXTERNAL_SPECIAL_SCHOOL',
  HOME_TEACHING: 'HOME_TEACHING',
  NOT_PLACED: 'IN_SCHOOL',
};

/** Chooses the disabled children among those on the rolls of 2023 and marks their spells with where they are. */
export function newDisabilities(context: Context, children: readonly Child[], candidates: Candidates): Disability[] {
  const unplacedReasonsLeft = [...unplacedReasons];
  return disabilityPlans.flatMap((plan) =>
    candidates.take(children, plan.children, fitting(plan)).map((child) => {
      lastSpell(child).placement = PLACEMENTS[plan.kind];
      if (plan.kind === 'NOT_PLACED') unplace(context, child, unplacedReasonsLeft.shift());
      return newDisability(context, plan, child);
    }),
  );
}

function fitting({ stages, ages: [youngest, oldest] }: DisabilityPlan): (spell: Spell, child: Child) => boolean {
  return (spell, { bornOn }) => {
    const age = ageOn(bornOn, '2024-08-31');
    return stages.includes(spell.stage) && age >= youngest && age <= oldest && !leavesIn2024(spell);
  };
}

/** The roll is kept and the child suspended; nobody teaches it. */
function unplace({ newId }: Context, child: Child, unplaced: { since: Day } | undefined): void {
  if (!unplaced) throw new Error('more unplaced children than reasons');
  changeSpell(child, unplaced.since, 'STATUS_CHANGED', {
    id: newId(),
    rollStatus: 'SUSPENDED',
    placement: 'NOT_ENROLLED',
  });
}

function leavesIn2024(spell: Spell): boolean {
  return spell.stage !== 'PRE_SCHOOL' && spell.stage !== 'PRIMARY' && isLastGrade(spell, 2023);
}

function newDisability({ random, newId }: Context, plan: DisabilityPlan, child: Child): Disability {
  const category = random.pickByWeight(plan.categories);
  const level = String(random.between(...plan.levels));
  const status = random.pickByWeight({ VALID: 88, APPLYING: 8, NONE: 4 });
  const number = status === 'VALID' ? composeDisabilityCertificate(child.identityNumber, category, level) : null;
  return {
    id: newId(),
    child,
    kinds: kindsOf(category, level),
    certificate: { status, number },
    identifiedBy: status === 'VALID' ? 'CERTIFICATE' : random.pick(['HOSPITAL', 'EXPERT_COMMITTEE'] as const),
    registeredOn: addDays(at(child.spells, 0).startedOn, -random.between(20, 160)),
  };
}

/** Several disabilities (7) are kept beside the kinds that they are made of; the one that comes first is the primary. */
function kindsOf(category: string, level: string): Disability['kinds'] {
  const parts = category === '7' ? ['7', '5', '4'] : [category];
  return parts.map((part) => ({ category: part, level }));
}
