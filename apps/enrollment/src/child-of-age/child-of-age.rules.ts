import { type Ratio, ratio } from '@bureau/money';

type Whereabouts = 'IN_COUNTY' | 'OUT_OF_COUNTY' | 'ABROAD' | 'SUSPENDED' | 'NOT_ENROLLED';

/** In school, here or elsewhere. Children on suspension are not, by the official rule; docs/rules/enrollment.md#enrolment-rate. */
const ENROLLED: readonly Whereabouts[] = ['IN_COUNTY', 'OUT_OF_COUNTY', 'ABROAD'];
const NOT_IN_SCHOOL: readonly Whereabouts[] = ['SUSPENDED', 'NOT_ENROLLED'];

/** 净入学率: children in school ÷ children of the age; docs/rules/enrollment.md#enrolment-rate. */
export function enrollmentRate(counts: readonly { whereabouts: Whereabouts; count: number }[]): Ratio {
  const total = (rows: typeof counts) => rows.reduce((sum, { count }) => sum + count, 0);
  return ratio(total(counts.filter(({ whereabouts }) => ENROLLED.includes(whereabouts))), total(counts));
}

/** The whereabouts that both conditions allow; null when neither is given. */
export function whereaboutsAsked(
  whereabouts: readonly Whereabouts[] | null,
  isEnrolled: boolean | null,
): readonly Whereabouts[] | null {
  if (isEnrolled === null) return whereabouts;
  const side = isEnrolled ? ENROLLED : NOT_IN_SCHOOL;
  return whereabouts ? side.filter((value) => whereabouts.includes(value)) : side;
}
