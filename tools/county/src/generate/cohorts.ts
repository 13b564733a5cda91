import { schoolYearStartsOn } from '@bureau/calendar';
import { yongning } from '@bureau/codes';

import {
  countyWideCatchment,
  lateEntriesPerMille,
  punctualCohorts,
  stagePlans,
  teachingPointClassSize,
} from '../plan/cohorts.ts';
import { isTeachingPoint } from '../plan/school-builder.ts';
import type { ClassBook, Cohort } from './class-book.ts';
import type { Context } from './context.ts';
import { bornForAge, newChild } from './people.ts';
import type { Child, Stage } from '../rows.ts';
import { schoolsOf, type PlannedSchool } from './schools.ts';

/** Everybody on a roll on the first day of the school year, each since entering the stage. */
export function enterCohorts(
  context: Context,
  book: ClassBook,
  schools: readonly PlannedSchool[],
  year: number,
): Child[] {
  return cohortsTaughtIn(schools, year).flatMap((cohort) => {
    const children = newcomers(context, cohort, plannedSize(context, cohort));
    book.enter(cohort, children, schoolYearStartsOn(cohort.entryYear));
    return children;
  });
}

/** So many children, of the right age, that were on no roll here before. */
export function newcomers(context: Context, cohort: Cohort, count: number): Child[] {
  return Array.from({ length: count }, () => newChild(context, residence(context, cohort), birthday(context, cohort)));
}

/** How many children the classes of a cohort are planned for. */
export function plannedSize({ random }: Context, { at: { plan }, stage }: Pick<Cohort, 'at' | 'stage'>): number {
  const [from, to] = isTeachingPoint(plan) ? teachingPointClassSize : stagePlans[stage].classSize;
  return Array.from({ length: plan.classes[stage] ?? 0 }, () => random.between(from, to)).reduce(
    (sum, size) => sum + size,
    0,
  );
}

function cohortsTaughtIn(schools: readonly PlannedSchool[], year: number): Cohort[] {
  const stages = Object.keys(stagePlans) as Stage[];
  return stages.flatMap((stage) =>
    Array.from({ length: stagePlans[stage].years }, (_, grade) => year - grade).flatMap((entryYear) =>
      schoolsOf(schools, stage).map((at) => ({ at, stage, entryYear })),
    ),
  );
}

function residence({ random }: Context, { at: { school }, stage }: Cohort): string {
  const isNear = stage === 'SENIOR_SECONDARY' || stage === 'VOCATIONAL' ? 0.2 : 0.93;
  return random.chance(isNear) ? school.township : yongning.code + random.pickByWeight(countyWideCatchment);
}

function birthday({ random }: Context, { stage, entryYear }: Cohort): string {
  const isLate = !punctualCohorts[stage].includes(entryYear) && random.chance(lateEntriesPerMille / 1000);
  return bornForAge(random, stagePlans[stage].entryAge + (isLate ? 1 : 0), entryYear);
}
