import type { Stage } from '@bureau/codes';
import type { Broken } from '../rule-broken/rule-broken.rules.ts';
import { gradeIn } from '../school-class/school-class.rules.ts';

export type PromotionCode = 'TRANSFERS_OPEN' | 'YEAR_NOT_NEAR' | 'HOLIDAY_YEAR_MISSING';

/** Every reason not to promote the county into a school year: it begins within sixty days or has begun, and no transfer is on its way. */
export function promotionRefusals(facts: {
  schoolYear: number;
  today: string;
  openTransfers: number;
}): Broken<PromotionCode>[] {
  const { schoolYear, today, openTransfers } = facts;
  const refusals: Broken<PromotionCode>[] = [];
  const isNear = today >= `${schoolYear}-07-01` && today < `${schoolYear + 1}-07-01`;
  if (!isNear)
    refusals.push({ code: 'YEAR_NOT_NEAR', field: 'schoolYear', found: schoolYear, limit: `${schoolYear}-07-01` });
  if (openTransfers > 0) refusals.push({ code: 'TRANSFERS_OPEN', field: 'schoolYear', found: openTransfers });
  return refusals;
}

interface Sitting {
  stage: Stage;
  entryYear: number;
}

/** Whether a child goes up a grade of its stage with the school year: it was in one, and there is a next. */
export const isPromoted = (child: Sitting, schoolYear: number): boolean =>
  gradeIn(schoolYear - 1, child) !== null && gradeIn(schoolYear, child) !== null;

/** Whether a child's stage was over before the school year, and it is on the roll all the same: it should have graduated. */
export const isLeftOver = (child: Sitting, schoolYear: number): boolean =>
  gradeIn(schoolYear, child) === null && child.entryYear < schoolYear;

/** The grade that a stage ends with, in the school year that a day lies in. */
export const isLastGrade = (child: Sitting, schoolYear: number): boolean =>
  gradeIn(schoolYear, child) !== null && gradeIn(schoolYear + 1, child) === null;

const STAGE_DIGITS: Readonly<Record<Stage, number>> = {
  PRE_SCHOOL: 1,
  PRIMARY: 2,
  JUNIOR_SECONDARY: 3,
  SENIOR_SECONDARY: 4,
  VOCATIONAL: 5,
};

/** 毕业证书编号: county, year, stage, five digits in order. */
export function certificateNumber(
  county: string,
  { year, stage, serial }: { year: number; stage: Stage; serial: number },
): string {
  return `${county}${year}${STAGE_DIGITS[stage]}${String(serial).padStart(5, '0')}`;
}
