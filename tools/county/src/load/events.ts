import type { Sealer } from '@bureau/access';
import { yongning } from '@bureau/codes';
import { type NewEvent, newEvent, schoolChanged, schoolHeadcountChanged, studentChanged } from '@bureau/events';

import { COUNTY_STANDS_ON, type SyntheticCounty } from '../generate/county.ts';
import { lastSpell, spellOn } from '../generate/spells.ts';
import type { Child, School, Spell } from '../rows.ts';
import { presentStanding } from './standing.ts';

/** What enrollment tells the other offices: every school, its headcount, and every child as it stands. */
export function enrollmentEvents({ schools, children }: SyntheticCounty, sealer: Sealer): NewEvent[] {
  const bySchool = Map.groupBy(
    children
      .flatMap((child) => spellOn(child, COUNTY_STANDS_ON) ?? [])
      .filter(({ rollStatus }) => rollStatus === 'ACTIVE'),
    ({ schoolId }) => schoolId,
  );
  return [
    ...schools.map(schoolEvent),
    ...schools.map((school) => headcountEvent(school, bySchool.get(school.id) ?? [])),
    ...children.map((child) => studentEvent(child, sealer)),
  ];
}

function schoolEvent({ id, code, name, kind, township, opensOn }: School): NewEvent {
  const state = { id, code, name, kind, townshipCode: township, opensOn, closesOn: null, successorIds: [], version: 1 };
  return newEvent(schoolChanged, yongning.code, state);
}

function headcountEvent({ id }: School, spells: readonly Spell[]): NewEvent {
  const byStage = [...Map.groupBy(spells, ({ stage }) => stage)].map(([stage, list]) => ({ stage, ...countOf(list) }));
  const state = { schoolId: id, asOf: COUNTY_STANDS_ON, ...countOf(spells), byStage, version: 1 };
  return newEvent(schoolHeadcountChanged, yongning.code, state);
}

function countOf(spells: readonly Spell[]): { classes: number; students: number } {
  return { classes: new Set(spells.map(({ classId }) => classId)).size, students: spells.length };
}

function studentEvent(child: Child, sealer: Sealer): NewEvent {
  const { schoolId, classId, stage, boarding } = lastSpell(child);
  const { rollStatus, placement, grade, since, version } = presentStanding(child);
  return newEvent(studentChanged, yongning.code, {
    id: child.id,
    schoolId,
    classId,
    townshipCode: child.township,
    name: child.name,
    stage,
    grade,
    rollStatus,
    attendancePlacement: placement,
    bornOn: child.bornOn,
    sex: child.sex,
    identityIndex: sealer.index(child.identityNumber).toString('hex'),
    boarding,
    effectiveOn: since,
    version,
  });
}
