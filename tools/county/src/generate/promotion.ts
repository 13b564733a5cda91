import { schoolYearStartsOn, type SchoolYear } from '@bureau/calendar';

import { stagePlans } from '../plan/cohorts.ts';
import { promotionPlan } from '../plan/promotion.ts';
import type { ClassBook } from './class-book.ts';
import { newcomers, plannedSize } from './cohorts.ts';
import type { Context } from './context.ts';
import { Entrance } from './entrance.ts';
import { bornForAge, newChild } from './people.ts';
import type { Child, Stage } from '../rows.ts';
import { schoolsOf, type PlannedSchool } from './schools.ts';
import { endSpell, lastSpell } from './spells.ts';

export interface Turn {
  entryYear: SchoolYear;
  schools: readonly PlannedSchool[];
  /** Everybody known before. */
  children: readonly Child[];
  /** Who does not leave the county. */
  staying: ReadonlySet<Child>;
}

/** The last grades graduate and the first grades fill, with graduates and with children who are new here; returns these. */
export function promote(context: Context, book: ClassBook, turn: Turn): Child[] {
  const graduates = graduate(turn);
  const enter = {
    PRE_SCHOOL: () => enterKindergarten(context, turn),
    PRIMARY: () => enterPrimary(context, turn, graduates.PRE_SCHOOL),
    JUNIOR_SECONDARY: () => enterJunior(context, turn, graduates.PRIMARY),
  };
  const entrances = [enter.PRE_SCHOOL(), enter.PRIMARY(), enter.JUNIOR_SECONDARY()];
  entrances.push(...enterUpper(context, turn, graduates.JUNIOR_SECONDARY));
  for (const entrance of entrances) entrance.into(book, turn.entryYear);
  return entrances.flatMap(({ newcomers: added }) => added);
}

function graduate({ children, entryYear }: Turn): Record<Stage, Child[]> {
  const leaving: Record<Stage, Child[]> = {
    PRE_SCHOOL: [],
    PRIMARY: [],
    JUNIOR_SECONDARY: [],
    SENIOR_SECONDARY: [],
    VOCATIONAL: [],
  };
  for (const child of children) {
    const spell = lastSpell(child);
    if (spell.endedOn !== null || spell.entryYear + stagePlans[spell.stage].years > entryYear) continue;
    endSpell(child, schoolYearStartsOn(entryYear), 'GRADUATED');
    leaving[spell.stage].push(child);
  }
  return leaving;
}

function enterKindergarten(context: Context, { schools, entryYear }: Turn): Entrance {
  const entrance = new Entrance(context, 'PRE_SCHOOL', schools);
  for (const at of entrance.schools) {
    const cohort = { at, stage: 'PRE_SCHOOL', entryYear } as const;
    entrance.add(at, newcomers(context, cohort, plannedSize(context, cohort)));
  }
  return entrance;
}

/** Whoever left a kindergarten goes to a primary school of the township; children who went to none fill it. */
function enterPrimary(context: Context, { schools, entryYear }: Turn, leavers: readonly Child[]): Entrance {
  const entrance = new Entrance(context, 'PRIMARY', schools);
  entrance.spread(leavers);
  for (const at of entrance.schools) {
    entrance.add(at, newcomers(context, { at, stage: 'PRIMARY', entryYear }, entrance.freePlaces(at)));
  }
  for (const at of context.random.shuffle(entrance.schools).slice(0, promotionPlan.deferredEntries)) {
    entrance.add(at, [newChild(context, at.school.township, bornForAge(context.random, 7, entryYear))]);
  }
  return entrance;
}

/** All who finished primary school go on to junior secondary school (小升初), a few of them elsewhere. */
function enterJunior(context: Context, { schools, staying, entryYear }: Turn, leavers: readonly Child[]): Entrance {
  const { leaversPerMille, arrivalsPerMille } = promotionPlan;
  const entrance = new Entrance(context, 'JUNIOR_SECONDARY', schools);
  entrance.spread(leavers.filter((child) => staying.has(child) || !context.random.chance(leaversPerMille / 1000)));
  for (const at of entrance.schools) {
    const count = Math.round((entrance.of(at).length * arrivalsPerMille) / 1000);
    entrance.add(at, newcomers(context, { at, stage: 'JUNIOR_SECONDARY', entryYear }, count));
  }
  return entrance;
}

/** Senior secondary and vocational schools take as many as they have places for; the others leave the county's rolls. */
function enterUpper(context: Context, { schools }: Turn, leavers: readonly Child[]): Entrance[] {
  const left = new Set(context.random.shuffle(leavers));
  return (['SENIOR_SECONDARY', 'VOCATIONAL'] as const).map((stage) => {
    const entrance = new Entrance(context, stage, schools);
    for (const at of schoolsOf(schools, stage)) {
      const near = [...left].filter(({ township }) => township === at.school.township);
      const admitted = [...new Set([...near, ...left])].slice(0, plannedSize(context, { at, stage }));
      for (const child of admitted) left.delete(child);
      entrance.admit(at, admitted);
    }
    return entrance;
  });
}
