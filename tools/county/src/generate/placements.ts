import { externalSchools, unplacedReasons } from '../plan/disabilities.ts';
import { at } from '../random.ts';
import type { Context } from './context.ts';
import type { Disability, Placement, PlacementKind } from '../office-rows.ts';
import type { Spell } from '../rows.ts';

/** Where each disabled child was taught: its spells, those in one place and kind taken together. */
export function newPlacements(context: Context, disabilities: readonly Disability[]): Placement[] {
  let unplaced = 0;
  return disabilities.flatMap((disability) => {
    const externalSchool = context.random.pick(externalSchools);
    const placements = placementsOf(context, disability, externalSchool);
    for (const placement of placements.filter(({ kind }) => kind === 'NOT_PLACED')) {
      const { reason, nextStep } = at(unplacedReasons, unplaced);
      Object.assign(placement, { reason, nextStep });
      unplaced += 1;
    }
    return placements;
  });
}

function placementsOf({ newId }: Context, disability: Disability, external: Placement['externalSchool']): Placement[] {
  const placements: Placement[] = [];
  for (const spell of disability.child.spells) {
    const kind = kindOf(spell);
    const isTaughtHere = kind === 'REGULAR_CLASS' || kind === 'HOME_TEACHING';
    const schoolId = isTaughtHere ? spell.schoolId : null;
    const previous = placements.at(-1);
    if (previous && previous.kind === kind && previous.schoolId === schoolId) {
      previous.endedOn = spell.endedOn;
      continue;
    }
    const externalSchool = kind === 'SPECIAL_SCHOOL_EXTERNAL' ? external : null;
    const { startedOn, endedOn } = spell;
    placements.push({
      id: newId(),
      disability,
      kind,
      schoolId,
      externalSchool,
      reason: null,
      nextStep: null,
      startedOn,
      endedOn,
    });
  }
  return placements;
}

function kindOf({ rollStatus, placement }: Spell): PlacementKind {
  if (rollStatus !== 'ACTIVE') return 'NOT_PLACED';
  if (placement === 'HOME_TEACHING') return 'HOME_TEACHING';
  return placement === 'EXTERNAL_SPECIAL_SCHOOL' ? 'SPECIAL_SCHOOL_EXTERNAL' : 'REGULAR_CLASS';
}
