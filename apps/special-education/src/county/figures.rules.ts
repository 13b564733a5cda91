import { type Ratio, ratio } from '@bureau/money';
import { ENROLLED_KINDS, type PlacementKind } from '../placement/placement.rules.ts';

/** Children of age in one kind of placement; no key for the unplaced. */
export interface KindCount {
  key: string | null;
  count: number;
}

export type EnrollmentRateMethod = 'INCLUDE_DEFERRED_IN_DENOM' | 'EXCLUDE_DEFERRED_FROM_DENOM';

export type Figures = ReturnType<typeof figuresOf>;

/** The kinds and the unplaced add up to the children for whom the county answers; those who moved out stand beside. */
export function figuresOf(counts: readonly KindCount[]) {
  const of = (kind: PlacementKind | null) => counts.find(({ key }) => key === kind)?.count ?? 0;
  const total = (kinds: readonly PlacementKind[]) => kinds.reduce((sum, kind) => sum + of(kind), 0);
  const movedOut = of('MOVED_OUT');
  return {
    children: counts.reduce((sum, { count }) => sum + count, 0) - movedOut,
    enrolled: total(ENROLLED_KINDS),
    inclusiveClass: of('REGULAR_CLASS'),
    specialClass: of('SPECIAL_CLASS'),
    specialSchoolInCounty: of('SPECIAL_SCHOOL_COUNTY'),
    specialSchoolOutOfCounty: of('SPECIAL_SCHOOL_EXTERNAL'),
    homeTeaching: of('HOME_TEACHING'),
    distance: of('DISTANCE'),
    welfareOrRehabClass: of('WELFARE_OR_REHAB_CLASS'),
    vocational: of('VOCATIONAL'),
    deferred: of('DEFERRED'),
    exempt: of('EXEMPT'),
    completed: of('COMPLETED'),
    unplaced: of(null),
    movedOut,
  };
}

/**
 * 残疾儿童义务教育入学率, by either method.
 *
 * @see docs/rules/special-education.md#enrolment-rate
 */
export function enrollmentRate(
  { enrolled, children, deferred }: Pick<Figures, 'enrolled' | 'children' | 'deferred'>,
  method: EnrollmentRateMethod,
): Ratio {
  return ratio(enrolled, method === 'EXCLUDE_DEFERRED_FROM_DENOM' ? children - deferred : children);
}
