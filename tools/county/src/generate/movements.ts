import type { SchoolYear } from '@bureau/calendar';

import { movementPlans, type MovementPlan } from '../plan/movements.ts';
import { stagePlans } from '../plan/cohorts.ts';
import { isTeachingPoint } from '../plan/school-builder.ts';
import { type Candidates, isCompulsory, isLastGrade } from './candidates.ts';
import type { ClassBook, Cohort } from './class-book.ts';
import type { Context } from './context.ts';
import { bornForAge, newChild, planOf } from './people.ts';
import type { Child, Spell, Stage } from '../rows.ts';
import type { PlannedSchool } from './schools.ts';
import { changeSpell, endSpell, lastSpell } from './spells.ts';

export interface RollYear {
  year: keyof typeof movementPlans;
  schools: readonly PlannedSchool[];
  children: readonly Child[];
  candidates: Candidates;
}

/** Children leave, come and change schools and classes during a school year; returns those who come. */
export function moveChildren(context: Context, book: ClassBook, roll: RollYear): Child[] {
  const plan = movementPlans[roll.year];
  leave(context, roll, plan);
  changeSchools(context, book, roll, plan);
  changeClasses(context, book, roll, plan);
  return arrive(context, book, roll, plan);
}

function leave({ random }: Context, { year, children, candidates }: RollYear, plan: MovementPlan): void {
  const day = () => random.dayWithin(random.pick(plan.windows));
  const mayTransfer = (spell: Spell) => isCompulsory(spell) && !isLastGrade(spell, year);
  const isUpper = (spell: Spell) => spell.stage === 'SENIOR_SECONDARY' || spell.stage === 'VOCATIONAL';
  for (const child of candidates.take(children, plan.transfersOut, mayTransfer))
    endSpell(child, day(), 'TRANSFERRED_OUT');
  for (const child of candidates.take(children, plan.abroad, mayTransfer)) endSpell(child, day(), 'ABROAD');
  for (const child of candidates.take(children, plan.deaths, () => true)) endSpell(child, day(), 'DECEASED');
  const leavers = candidates.take(children, plan.withdrawals, (spell) => isUpper(spell) && !isLastGrade(spell, year));
  for (const child of leavers) endSpell(child, day(), 'WITHDRAWN');
}

function changeSchools({ random, newId }: Context, book: ClassBook, roll: RollYear, plan: MovementPlan): void {
  const { year, schools, children, candidates } = roll;
  const moving = candidates.take(
    children,
    plan.transfersWithin,
    (spell) => isCompulsory(spell) && !isLastGrade(spell, year),
  );
  for (const child of moving) {
    const { schoolId, stage, entryYear } = lastSpell(child);
    const others = cohorts(book, schools, stage, entryYear).filter(({ at: { school } }) => school.id !== schoolId);
    const to = random.pick(others);
    const next = {
      id: newId(),
      schoolId: to.at.school.id,
      classId: random.pick(book.of(to)).id,
      boarding: '1',
    } as const;
    changeSpell(child, random.dayWithin(random.pick(plan.windows)), 'TRANSFERRED_WITHIN_COUNTY', next);
    child.township = to.at.school.township;
  }
}

function changeClasses({ random, newId }: Context, book: ClassBook, roll: RollYear, plan: MovementPlan): void {
  const moving = roll.candidates.take(
    roll.children,
    plan.classChanges,
    (spell) => isCompulsory(spell) && book.beside(spell).length > 0,
  );
  for (const child of moving) {
    const { id: classId } = random.pick(book.beside(lastSpell(child)));
    changeSpell(child, random.dayWithin(random.pick(plan.windows)), 'CLASS_CHANGED', { id: newId(), classId });
  }
}

function arrive(context: Context, book: ClassBook, { year, schools }: RollYear, plan: MovementPlan): Child[] {
  const { random } = context;
  const tickets = arrivalTickets(book, schools, year);
  return Array.from({ length: plan.transfersIn }, () => {
    const cohort = random.pick(tickets);
    const { entryAge } = stagePlans[cohort.stage];
    const child = newChild(context, cohort.at.school.township, bornForAge(random, entryAge, cohort.entryYear));
    child.spells.push(book.spell(random.pick(book.of(cohort)), random.dayWithin(random.pick(plan.windows))));
    return child;
  });
}

/** Every class but those of the last grade, several times where families move to. */
function arrivalTickets(book: ClassBook, schools: readonly PlannedSchool[], year: SchoolYear): Cohort[] {
  const open = (['PRIMARY', 'JUNIOR_SECONDARY'] as const).flatMap((stage) =>
    Array.from({ length: stagePlans[stage].years - 1 }, (_, grade) => year - grade).flatMap((entryYear) =>
      cohorts(book, schools, stage, entryYear),
    ),
  );
  return open.flatMap((cohort) => {
    const tickets = Math.round(book.of(cohort).length * planOf(cohort.at.school.township).mobility);
    return Array.from({ length: tickets }, () => cohort);
  });
}

function cohorts(book: ClassBook, schools: readonly PlannedSchool[], stage: Stage, entryYear: SchoolYear): Cohort[] {
  return schools
    .filter(({ plan }) => !isTeachingPoint(plan))
    .map((at) => ({ at, stage, entryYear }))
    .filter((cohort) => book.of(cohort).length > 0);
}
