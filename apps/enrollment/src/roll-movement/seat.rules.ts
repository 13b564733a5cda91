import type { Stage } from '@bureau/codes';
import type { Broken } from '../rule-broken/rule-broken.rules.ts';
import { gradeIn } from '../school-class/school-class.rules.ts';
import type { Movement } from './movement-table.rules.ts';

export type SeatCode =
  | 'CLASS_MISSING'
  | 'CLASS_NOT_FOUND'
  | 'CLASS_SAME'
  | 'CLASS_OF_OTHER_SCHOOL'
  | 'STAGE_UNFIT'
  | 'GRADE_UNFIT'
  | 'GRADE_ENDED'
  | 'CLASS_FULL';

/** A class as a seat: what it is, and how many sit there. */
export interface SeatFacts {
  id: string;
  schoolId: string;
  stage: Stage;
  entryYear: number;
  /** Children on its roll. */
  count: number;
  /** 班额 of its stage. */
  limit: number;
}

export interface SeatAsked {
  rule: Movement['seat'];
  toClass: string | null | undefined;
  schoolYear: number;
}

interface Sitting {
  schoolId: string;
  classId: string;
  stage: Stage;
  entryYear: number;
}

/** Entry years a class may have for the rule, given the child's own; null: any. */
function entryYearsFor(rule: Movement['seat'], entryYear: number): readonly number[] | null {
  switch (rule) {
    case 'GRADE_ABOVE':
      return [entryYear - 1];
    case 'GRADE_BELOW':
      return [entryYear + 1];
    case 'SAME_GRADE':
      return [entryYear];
    case 'OPTIONAL':
      return [entryYear, entryYear + 1, entryYear + 2];
    case 'ANY_GRADE':
    case 'SAME':
      return null;
  }
}

/** Why a child cannot sit in the class asked for (docs/rules/enrollment.md#class-sizes); a class is full at its limit. */
export function seatRefusals(
  { rule, toClass, schoolYear }: SeatAsked,
  seat: SeatFacts | null,
  child: Sitting | null,
): Broken<SeatCode>[] {
  const field = 'toClass';
  if (rule === 'SAME' || (rule === 'OPTIONAL' && !toClass)) return [];
  if (!toClass) return [{ code: 'CLASS_MISSING', field }];
  if (!seat) return [{ code: 'CLASS_NOT_FOUND', field, found: toClass }];

  const refusals: Broken<SeatCode>[] = [];
  if (gradeIn(schoolYear, seat) === null) refusals.push({ code: 'GRADE_ENDED', field, found: seat.entryYear });
  if (seat.count >= seat.limit) refusals.push({ code: 'CLASS_FULL', field, limit: seat.limit, found: seat.count });
  if (!child || rule === 'ANY_GRADE') return refusals;
  if (seat.schoolId !== child.schoolId) refusals.push({ code: 'CLASS_OF_OTHER_SCHOOL', field });
  if (seat.stage !== child.stage)
    refusals.push({ code: 'STAGE_UNFIT', field, found: seat.stage, allowed: [child.stage] });
  if (seat.id === child.classId && rule !== 'OPTIONAL') refusals.push({ code: 'CLASS_SAME', field });
  const years = entryYearsFor(rule, child.entryYear);
  if (years && !years.includes(seat.entryYear))
    refusals.push({ code: 'GRADE_UNFIT', field, found: seat.entryYear, allowed: years.map(String) });
  return refusals;
}
