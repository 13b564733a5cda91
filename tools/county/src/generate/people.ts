import { addDays, type Day } from '@bureau/calendar';
import { twelveDigitDivision, yongning } from '@bureau/codes';

import { femaleCharacters, huiSurnames, maleCharacters, surnames } from '../plan/names.ts';
import { homeCounties, townshipPlans, type TownshipPlan } from '../plan/townships.ts';
import type { Random } from '../random.ts';
import type { Context } from './context.ts';
import type { Child, Person } from '../rows.ts';

const plansByTownship = new Map(townshipPlans.map((plan) => [yongning.code + plan.township, plan]));

export function planOf(township: string): TownshipPlan {
  const plan = plansByTownship.get(township);
  if (!plan) throw new RangeError(`no plan of the township ${township}`);
  return plan;
}

export function isRegisteredHere({ hukou }: { hukou: string }): boolean {
  return hukou.startsWith(yongning.code);
}

/** A child, living in a township, that is on no roll yet. */
export function newChild(context: Context, township: string, bornOn: Day): Child {
  const { random } = context;
  const plan = planOf(township);
  const isMigrantChild = random.chance(plan.migrantPercent / 100);
  const isHui = random.chance(plan.huiPercent / 100);
  const hukou = isMigrantChild ? twelveDigitDivision(random.pickByWeight(homeCounties)) : hukouNear(random, township);
  return {
    ...newPerson(context, { township, hukou, bornOn, isHui }),
    ethnicity: isHui ? '03' : random.pickByWeight({ '01': 985, '11': 6, '02': 4, '26': 3, '15': 1, '04': 1 }),
    isMigrantChild,
    leftBehind: isMigrantChild ? 'NO' : leftBehind(random, plan),
    spells: [],
  };
}

export function newPerson(
  { random, newId, identityNumbers }: Context,
  { township, hukou, bornOn, isHui }: { township: string; hukou: string; bornOn: Day; isHui: boolean },
): Person {
  const sex = random.chance(0.523) ? '1' : '2';
  const identityNumber = identityNumbers.next(hukou, bornOn, sex);
  return { id: newId(), name: newName(random, sex, isHui), sex, bornOn, identityNumber, township, hukou };
}

/** A birthday of a child that is `age` years old on 31 August of the year. */
export function bornForAge(random: Random, age: number, year: number): Day {
  return addDays(`${year - age - 1}-09-01`, random.between(0, 364));
}

function newName(random: Random, sex: '1' | '2', isHui: boolean): string {
  const surname = random.pickByWeight(isHui ? huiSurnames : surnames);
  const characters = sex === '1' ? maleCharacters : femaleCharacters;
  const given = random.pick(characters);
  return random.chance(0.86) ? surname + given + random.pick(characters) : surname + given;
}

/** Most families are registered where they live, some elsewhere in the county. */
function hukouNear(random: Random, township: string): string {
  const registered = random.chance(0.93) ? township : yongning.code + random.pick(townshipPlans).township;
  return twelveDigitDivision(registered);
}

function leftBehind(random: Random, { leftBehindPercent }: TownshipPlan): Child['leftBehind'] {
  if (!random.chance(leftBehindPercent / 100)) return 'NO';
  return random.chance(0.62) ? 'ONE_PARENT_AWAY' : 'BOTH_PARENTS_AWAY';
}
