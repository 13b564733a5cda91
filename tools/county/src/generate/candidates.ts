import type { SchoolYear } from '@bureau/calendar';

import { stagePlans } from '../plan/cohorts.ts';
import { townshipPlans } from '../plan/townships.ts';
import type { Random } from '../random.ts';
import { planOf } from './people.ts';
import type { Child, Spell, Stage } from '../rows.ts';
import { lastSpell } from './spells.ts';

const HIGHEST_MOBILITY = Math.max(...townshipPlans.map(({ mobility }) => mobility));
/** Draws per child after which nobody else can be expected to fit. */
const PATIENCE = 20;

/** Children to whom something may still happen: to nobody happens more than one thing. */
export class Candidates {
  readonly #random: Random;
  readonly #touched: Set<Child>;

  constructor(random: Random, untouchable: Iterable<Child>) {
    this.#random = random;
    this.#touched = new Set(untouchable);
  }

  /** So many of the children that fit, at random, more often from the divisions where families move. */
  take(children: readonly Child[], count: number, fits: (spell: Spell, child: Child) => boolean): Child[] {
    const taken: Child[] = [];
    for (let draws = 0; taken.length < count; draws += 1) {
      if (draws > children.length * PATIENCE) throw new Error(`only ${taken.length} of ${count} children fit`);
      const child = this.#random.pick(children);
      if (this.#touched.has(child) || !isAtSchool(lastSpell(child)) || !fits(lastSpell(child), child)) continue;
      if (!this.#random.chance(planOf(child.township).mobility / HIGHEST_MOBILITY)) continue;
      this.#touched.add(child);
      taken.push(child);
    }
    return taken;
  }
}

function isAtSchool({ endedOn, rollStatus, placement }: Spell): boolean {
  return endedOn === null && rollStatus === 'ACTIVE' && placement === 'IN_SCHOOL';
}

/** The year within the stage, from 1. */
export function gradeOf({ entryYear }: { entryYear: SchoolYear }, year: SchoolYear): number {
  return year - entryYear + 1;
}

export function isLastGrade({ stage, entryYear }: { stage: Stage; entryYear: SchoolYear }, year: SchoolYear): boolean {
  return gradeOf({ entryYear }, year) === stagePlans[stage].years;
}

export function isCompulsory({ stage }: { stage: Stage }): boolean {
  return stage === 'PRIMARY' || stage === 'JUNIOR_SECONDARY';
}
