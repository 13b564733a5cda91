import { percentOf } from '@bureau/money';

/** The indicators of dropout control (domain B7); each names its method (docs/rules/enrollment.md#indicators). */
export const INDICATOR_CODES = [
  'PRIMARY_NET_ENROLMENT',
  'JUNIOR_NET_ENROLMENT',
  'PRIMARY_GROSS_ENROLMENT',
  'JUNIOR_GROSS_ENROLMENT',
  'NINE_YEAR_RETENTION',
  'NINE_YEAR_RETENTION_ADJUSTED',
  'ANNUAL_RETENTION',
  'DROPOUT_RATE',
  'PRIMARY_PROMOTION_RATE',
  'PERSUASION_RATE',
  'CLOSURE_RATE',
  'RELAPSE_RATE',
  'OFF_CAMPUS_RATE',
  'ON_TIME_REPORT_RATE',
  'AVERAGE_HANDLING_DAYS',
] as const;
export type IndicatorCode = (typeof INDICATOR_CODES)[number];

export const MEMBER_KINDS = ['STUDENT', 'CHILD_OF_AGE', 'DROPOUT_CASE', 'SCHOOL'] as const;
export type MemberKind = (typeof MEMBER_KINDS)[number];

/** One child, case or school behind a figure: how much it adds to each side of it. */
export interface IndicatorMember {
  memberId: string;
  kind: MemberKind;
  numerator: number;
  denominator: number;
}

export interface IndicatorValue {
  numerator: number;
  denominator: number;
  /** Percent; for an average the quotient itself, both with two decimals; null of nothing. */
  value: string | null;
}

/** A figure is nothing but the sum of its members (docs/rules/enrollment.md#indicators). */
export function valueOf(code: IndicatorCode, members: readonly IndicatorMember[]): IndicatorValue {
  const numerator = members.reduce((sum, member) => sum + member.numerator, 0);
  const denominator = members.reduce((sum, member) => sum + member.denominator, 0);
  const isAverage = code === 'AVERAGE_HANDLING_DAYS';
  const hundredth = isAverage ? 100n : 1n;
  return { numerator, denominator, value: percentOf(BigInt(numerator), BigInt(denominator) * hundredth) };
}
