import type { Day, SchoolYear } from '@bureau/calendar';

import { stagePlans } from '../plan/cohorts.ts';
import { at } from '../random.ts';
import type { Context } from './context.ts';
import type { Child, SchoolClass, Spell, Stage } from '../rows.ts';
import type { PlannedSchool } from './schools.ts';

export interface Cohort {
  at: PlannedSchool;
  stage: Stage;
  entryYear: SchoolYear;
}

/** The classes of all schools, as cohorts enter them. */
export class ClassBook {
  readonly classes: SchoolClass[] = [];
  readonly #byCohort = new Map<string, SchoolClass[]>();
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  /** The classes of a cohort; empty where the school has none. */
  of({ at: { school }, stage, entryYear }: Cohort): readonly SchoolClass[] {
    return this.#byCohort.get(cohortKey(school.id, { stage, entryYear })) ?? [];
  }

  /** The other classes of the same cohort at the same school. */
  beside(spell: Spell): readonly SchoolClass[] {
    return (this.#byCohort.get(cohortKey(spell.schoolId, spell)) ?? []).filter(({ id }) => id !== spell.classId);
  }

  /** The children begin the stage, where they were taught before, in as many even classes as the plan or they need. */
  enter(cohort: Cohort, children: readonly Child[], startedOn: Day): void {
    const planned = cohort.at.plan.classes[cohort.stage] ?? 0;
    const needed = Math.ceil(children.length / stagePlans[cohort.stage].largestClass);
    const classes = this.#open(cohort, Math.max(planned, needed));
    this.#context.random.shuffle(children).forEach((child, index) => {
      const placement = child.spells.at(-1)?.placement ?? 'IN_SCHOOL';
      const boarding = this.#boards(cohort) ? '2' : '1';
      child.spells.push({ ...this.spell(at(classes, index % classes.length), startedOn), placement, boarding });
    });
  }

  spell({ id, schoolId, stage, entryYear }: SchoolClass, startedOn: Day): Spell {
    const standing = { rollStatus: 'ACTIVE', placement: 'IN_SCHOOL', boarding: '1' } as const;
    const dates = { startedOn, endedOn: null, endedBy: null };
    return { id: this.#context.newId(), schoolId, classId: id, stage, entryYear, ...standing, ...dates };
  }

  #open({ at: { school }, stage, entryYear }: Cohort, count: number): SchoolClass[] {
    const classes = Array.from({ length: count }, (_, index) => {
      return { id: this.#context.newId(), schoolId: school.id, stage, entryYear, serial: index + 1 };
    });
    this.#byCohort.set(cohortKey(school.id, { stage, entryYear }), classes);
    this.classes.push(...classes);
    return classes;
  }

  #boards({ at: { plan }, stage }: Cohort): boolean {
    if (stage === 'PRE_SCHOOL') return false;
    const younger = plan.kind === '312' && stage === 'PRIMARY' ? 0.5 : 1;
    return this.#context.random.chance((plan.boardingPercent * younger) / 100);
  }
}

function cohortKey(schoolId: string, { stage, entryYear }: { stage: Stage; entryYear: SchoolYear }): string {
  return `${schoolId} ${stage} ${entryYear}`;
}
