import { type movementPlans } from '../plan/movements.ts';
import { Candidates } from './candidates.ts';
import { ClassBook } from './class-book.ts';
import { enterCohorts } from './cohorts.ts';
import type { Context } from './context.ts';
import { newDisabilities } from './disabilities.ts';
import { newDropoutCases } from './dropout.ts';
import { moveChildren, type RollYear } from './movements.ts';
import { promote } from './promotion.ts';
import type { Disability } from '../office-rows.ts';
import type { Child, DropoutCase, SchoolClass } from '../rows.ts';
import type { PlannedSchool } from './schools.ts';
import { suspendChildren } from './suspensions.ts';

export interface Roll {
  classes: SchoolClass[];
  children: Child[];
  disabilities: Disability[];
  dropoutCases: DropoutCase[];
}

/** Two school years of the county's rolls: who is there, who comes, who goes and where everybody is. */
export function newRoll(context: Context, schools: readonly PlannedSchool[]): Roll {
  const book = new ClassBook(context);
  const children = enterCohorts(context, book, schools, 2023);
  const candidates = new Candidates(context.random, []);
  const disabilities = newDisabilities(context, children, candidates);
  const disabled = new Set(disabilities.map(({ child }) => child));
  const dropoutCases = newDropoutCases(context, children, candidates);

  const live = (year: keyof typeof movementPlans) => {
    const roll: RollYear = { year, schools, children, candidates };
    suspendChildren(context, roll);
    children.push(...moveChildren(context, book, roll));
  };
  live(2023);
  children.push(...promote(context, book, { entryYear: 2024, schools, children, staying: disabled }));
  live(2024);
  return { classes: book.classes, children, disabilities, dropoutCases };
}
