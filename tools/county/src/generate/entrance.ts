import { schoolYearStartsOn, type SchoolYear } from '@bureau/calendar';

import { at } from '../random.ts';
import type { ClassBook } from './class-book.ts';
import { plannedSize } from './cohorts.ts';
import type { Context } from './context.ts';
import type { Child, Stage } from '../rows.ts';
import { schoolsOf, type PlannedSchool } from './schools.ts';
import { lastSpell } from './spells.ts';

/** Who enters a stage's first grade, by school, until the classes are made. */
export class Entrance {
  readonly newcomers: Child[] = [];
  readonly schools: readonly PlannedSchool[];
  readonly #stage: Stage;
  readonly #random: Context['random'];
  readonly #places: Map<PlannedSchool, number>;
  readonly #entering: Map<PlannedSchool, Child[]>;
  readonly #townshipOf: Map<string, string>;

  constructor(context: Context, stage: Stage, allSchools: readonly PlannedSchool[]) {
    this.#stage = stage;
    this.#random = context.random;
    this.schools = schoolsOf(allSchools, stage);
    this.#places = new Map(this.schools.map((school) => [school, plannedSize(context, { at: school, stage })]));
    this.#entering = new Map(this.schools.map((school) => [school, []]));
    this.#townshipOf = new Map(allSchools.map(({ school }) => [school.id, school.township]));
  }

  of(school: PlannedSchool): Child[] {
    return this.#entering.get(school) ?? [];
  }

  freePlaces(school: PlannedSchool): number {
    return Math.max(0, (this.#places.get(school) ?? 0) - this.of(school).length);
  }

  admit(school: PlannedSchool, children: readonly Child[]): void {
    this.of(school).push(...children);
  }

  /** Children who were on no roll here. */
  add(school: PlannedSchool, children: readonly Child[]): void {
    this.admit(school, children);
    this.newcomers.push(...children);
  }

  /** Children go to the schools of the township they went to school in, in proportion to the schools' places. */
  spread(children: readonly Child[]): void {
    for (const child of this.#random.shuffle(children)) {
      const township = this.#townshipOf.get(lastSpell(child).schoolId);
      const near = this.schools.filter(({ school }) => school.township === township);
      const emptiest = near.reduce(
        (best, school) => (this.#filling(school) < this.#filling(best) ? school : best),
        at(near, 0),
      );
      this.admit(emptiest, [child]);
    }
  }

  into(book: ClassBook, entryYear: SchoolYear): void {
    for (const [school, children] of this.#entering) {
      book.enter({ at: school, stage: this.#stage, entryYear }, children, schoolYearStartsOn(entryYear));
    }
  }

  #filling(school: PlannedSchool): number {
    return this.of(school).length / (this.#places.get(school) ?? 1);
  }
}
