import { yongning } from '@bureau/codes';

import type { SchoolPlan } from '../plan/school-builder.ts';
import { schoolPlans } from '../plan/schools.ts';
import type { Context } from './context.ts';
import type { School, Stage } from '../rows.ts';

export interface PlannedSchool {
  school: School;
  plan: SchoolPlan;
}

const OPENED_ON = '2010-09-01';

export function newSchools({ newId }: Context): PlannedSchool[] {
  return schoolPlans.map((plan, index) => ({ plan, school: newSchool(plan, newId(), index + 1) }));
}

export function schoolsOf(schools: readonly PlannedSchool[], stage: Stage): PlannedSchool[] {
  return schools.filter(({ plan }) => plan.classes[stage] !== undefined);
}

function newSchool(
  { name, kind, township, urbanRural, boardingPercent }: SchoolPlan,
  id: string,
  serial: number,
): School {
  return {
    id,
    code: schoolCode(kind, serial),
    name,
    kind,
    township: yongning.code + township,
    urbanRural,
    hasBoarding: boardingPercent > 0,
    opensOn: OPENED_ON,
  };
}

/** Ten digits in the usual shape, with a province code that does not exist. */
function schoolCode(kind: string, serial: number): string {
  return `${kind.slice(0, 1)}199${String(serial).padStart(6, '0')}`;
}
