import { schoolYearOf } from '@bureau/calendar';

import { aidPlans, type AidList, type AidPlan } from '../plan/aid.ts';
import { gradeOf } from './candidates.ts';
import type { Context } from './context.ts';
import { planOf } from './people.ts';
import { termAmountFen, termNamed } from './rates.ts';
import type { AidCategory, Award, Disability } from '../office-rows.ts';
import type { Child, Spell } from '../rows.ts';
import { spellOn } from './spells.ts';

/** The three tiers of the senior pupils' grant. */
const [HIGH, MIDDLE, LOW] = [1, 2, 3];

/** The awards of one of the plan's lists, which are paid alike. */
export interface AwardedList {
  plan: AidPlan;
  list: AidList;
  awards: Award[];
}

interface Recipient {
  child: Child;
  spell: Spell;
}

interface Choice {
  plan: AidPlan;
  list: AidList;
  /** Who is in scope and on no other list of the term. */
  pool: readonly Recipient[];
  categories: ReadonlyMap<Child, AidCategory>;
}

/** Who receives aid in the terms of the plan: whoever did goes on, as a rule. */
export function newAwards(
  context: Context,
  children: readonly Child[],
  disabilities: readonly Disability[],
): AwardedList[] {
  const categories = new Map<Child, AidCategory>(disabilities.map(({ child }) => [child, 'DISABLED_PUPIL']));
  return aidPlans.flatMap((plan) => {
    const free = new Map(
      children.flatMap((child) => atSchoolOn(child, plan).map((recipient) => [child, recipient] as const)),
    );
    return plan.lists.map((list) => {
      const recipients = choose(context, { plan, list, pool: [...free.values()], categories });
      for (const { child } of recipients) {
        free.delete(child);
        categories.set(child, categories.get(child) ?? context.random.pickByWeight(list.categories));
      }
      return { plan, list, awards: award(context, { plan, list, recipients, categories }) };
    });
  });
}

function atSchoolOn(child: Child, { freezeOn }: AidPlan): Recipient[] {
  const spell = spellOn(child, freezeOn);
  return spell?.rollStatus === 'ACTIVE' && spell.placement === 'IN_SCHOOL' ? [{ child, spell }] : [];
}

function choose({ random }: Context, { plan, list, pool, categories }: Choice): Recipient[] {
  const { stage, boarding, grades = 9 } = list;
  const fits = ({ child, spell }: Recipient) => {
    const category = categories.get(child);
    if (spell.stage !== stage || (boarding && spell.boarding !== boarding)) return false;
    return (
      gradeOf(spell, schoolYearOf(plan.freezeOn)) <= grades && (!category || list.categories[category] !== undefined)
    );
  };
  const turn = ({ child }: Recipient) => {
    const known = categories.has(child) && random.chance(0.88) ? 1 : 0;
    return known + random.fraction() ** (1 / planOf(child.township).hardship);
  };
  const chosen = pool
    .filter(fits)
    .map((recipient) => ({ recipient, turn: turn(recipient) }))
    .sort((a, b) => b.turn - a.turn)
    .slice(0, list.children);
  if (chosen.length < list.children)
    throw new Error(`only ${chosen.length} of ${list.children} children of ${stage} may receive aid`);
  return chosen.map(({ recipient }) => recipient);
}

function award(
  { random, newId }: Context,
  {
    plan,
    list,
    recipients,
    categories,
  }: Omit<AwardedList, 'awards'> & { recipients: Recipient[]; categories: ReadonlyMap<Child, AidCategory> },
): Award[] {
  const term = termNamed(plan.term);
  const tiers = new Map(tiered(recipients));
  return recipients.flatMap((recipient) =>
    list.programmes.map((programme) => {
      const tier = programme === 'HS_GRANT' ? (tiers.get(recipient) ?? MIDDLE) : 1;
      const amountFen = termAmountFen(programme, recipient.spell.stage, tier, term);
      const category = categories.get(recipient.child) ?? 'LIFTED_OUT_OF_POVERTY';
      return {
        id: newId(),
        ...recipient,
        programme,
        term,
        tier,
        category,
        amountFen,
        awardedOn: random.dayWithin(plan.awarded),
      };
    }),
  );
}

/** Three tiers in each school, as many high as low, so that the school's mean is the programme's average. */
function tiered(recipients: readonly Recipient[]): [Recipient, number][] {
  const schools = Map.groupBy(recipients, ({ spell }) => spell.schoolId);
  return [...schools.values()].flatMap((pupils) => {
    const extreme = Math.floor(pupils.length * 0.3);
    return pupils.map((pupil, index): [Recipient, number] => {
      if (index < extreme) return [pupil, HIGH];
      return [pupil, index < extreme * 2 ? LOW : MIDDLE];
    });
  });
}
