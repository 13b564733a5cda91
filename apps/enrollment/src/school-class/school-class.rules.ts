import type { Stage } from '@bureau/codes';

/** Years that a stage lasts; docs/rules/enrollment.md#class-names. */
const YEARS: Record<Stage, number> = {
  PRE_SCHOOL: 3,
  PRIMARY: 6,
  JUNIOR_SECONDARY: 3,
  SENIOR_SECONDARY: 3,
  VOCATIONAL: 3,
};

const GRADE_NAMES: Record<Stage, readonly string[]> = {
  PRE_SCHOOL: ['小班', '中班', '大班'],
  PRIMARY: ['一年级', '二年级', '三年级', '四年级', '五年级', '六年级'],
  JUNIOR_SECONDARY: ['七年级', '八年级', '九年级'],
  SENIOR_SECONDARY: ['高一年级', '高二年级', '高三年级'],
  VOCATIONAL: ['中职一年级', '中职二年级', '中职三年级'],
};

/** The grade in a school year, counted from 1; null before its entry and after its last year. */
export function gradeIn(schoolYear: number, { stage, entryYear }: { stage: Stage; entryYear: number }): number | null {
  const grade = schoolYear - entryYear + 1;
  return grade >= 1 && grade <= YEARS[stage] ? grade : null;
}

/** 三年级(3)班: computed from the entry year, never stored; docs/rules/enrollment.md#class-names. */
export function classNameIn(
  schoolYear: number,
  schoolClass: { stage: Stage; entryYear: number; serial: number },
): string | null {
  const grade = gradeIn(schoolYear, schoolClass);
  if (grade === null) return null;
  return `${GRADE_NAMES[schoolClass.stage][grade - 1]}(${schoolClass.serial})班`;
}
