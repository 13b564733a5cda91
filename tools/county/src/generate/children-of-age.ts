import { ageOn, schoolYearStartsOn, type Day, type SchoolYear } from '@bureau/calendar';
import { twelveDigitDivision, yongning } from '@bureau/codes';

import { elsewherePlan, ledgerPlans } from '../plan/children-of-age.ts';
import { countyWideCatchment } from '../plan/cohorts.ts';
import { at } from '../random.ts';
import type { Context } from './context.ts';
import { bornForAge, isRegisteredHere, newPerson, planOf } from './people.ts';
import type { Child, ChildOfAge, Person, Spell, Whereabouts } from '../rows.ts';
import { spellOn } from './spells.ts';

interface Standing {
  whereabouts: Whereabouts;
  child: Child | null;
  spell: Spell | null;
  reason: string | null;
}

/** The ledgers of all school years: children on a roll, and those registered here that are on none. */
export function newChildrenOfAge(context: Context, children: readonly Child[]): ChildOfAge[] {
  const elsewhere = childrenElsewhere(context);
  return ledgerPlans.flatMap(({ schoolYear, verified }) => {
    const day = verified[1];
    const onRolls = children.map((child) => ({ person: child, standing: standingOf(child, schoolYear, day) }));
    return [...onRolls, ...elsewhere].flatMap(({ person, standing }) => {
      const age = ageOn(person.bornOn, `${schoolYear}-08-31`);
      if (!standing || age < 6 || age > 14) return [];
      return [ledgerRow(context, schoolYear, { person, standing, age, verified })];
    });
  });
}

function ledgerRow(
  { random, newId }: Context,
  schoolYear: SchoolYear,
  {
    person,
    standing,
    age,
    verified,
  }: { person: Person; standing: Standing; age: number; verified: readonly [Day, Day] },
): ChildOfAge {
  return {
    id: newId(),
    schoolYear,
    person,
    ageBand: age < 12 ? 'PRIMARY' : 'JUNIOR_SECONDARY',
    basis: isRegisteredHere(person) ? 'HOUSEHOLD' : 'RESIDENT',
    ...standing,
    verifiedOn: random.dayWithin(verified),
  };
}

/** Where a child that was ever on a roll is on the day; null when it does not count in the county then. */
function standingOf(child: Child, schoolYear: SchoolYear, day: Day): Standing | null {
  const spell = spellOn(child, day);
  if (spell) return standingOnRoll(child, spell);
  if (!isRegisteredHere(child)) return null;

  const left = child.spells.findLast(({ endedOn }) => endedOn !== null && endedOn <= day);
  if (left?.endedBy === 'DECEASED') return null;
  if (left?.endedBy === 'ABROAD') return { whereabouts: 'ABROAD', child: null, spell: null, reason: null };
  if (!left && isDeferred(child, schoolYear))
    return { whereabouts: 'NOT_ENROLLED', child: null, spell: null, reason: '延缓入学,已批准' };
  return { whereabouts: 'OUT_OF_COUNTY', child: null, spell: null, reason: null };
}

function standingOnRoll(child: Child, spell: Spell): Standing {
  if (spell.placement === 'NOT_ENROLLED') return { whereabouts: 'NOT_ENROLLED', child, spell, reason: '残疾,尚未安置' };
  if (spell.rollStatus === 'SUSPENDED') return { whereabouts: 'SUSPENDED', child, spell, reason: '因病休学' };
  const isOutside = spell.placement === 'EXTERNAL_SPECIAL_SCHOOL';
  return { whereabouts: isOutside ? 'OUT_OF_COUNTY' : 'IN_COUNTY', child, spell, reason: null };
}

/** Entry to grade 1 was put off: the child begins on the first day of the school year after, at the age of seven. */
function isDeferred(child: Child, schoolYear: SchoolYear): boolean {
  const first = at(child.spells, 0);
  return (
    first.stage === 'PRIMARY' &&
    first.entryYear === schoolYear + 1 &&
    first.startedOn === schoolYearStartsOn(schoolYear + 1)
  );
}

/** Registered here and never on a roll here: the family lives elsewhere. */
function childrenElsewhere(context: Context): { person: Person; standing: Standing }[] {
  return elsewherePlan.flatMap(({ ages, children, whereabouts, reason }) =>
    Array.from({ length: children }, () => ({
      person: personElsewhere(context, ages),
      standing: { whereabouts, child: null, spell: null, reason },
    })),
  );
}

function personElsewhere(context: Context, [youngest, oldest]: readonly [number, number]): Person {
  const { random } = context;
  const township = yongning.code + random.pickByWeight(countyWideCatchment);
  const bornOn = bornForAge(random, random.between(youngest, oldest), 2024);
  const isHui = random.chance(planOf(township).huiPercent / 100);
  return newPerson(context, { township, hukou: twelveDigitDivision(township), bornOn, isHui });
}
