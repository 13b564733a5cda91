import type { Day } from '@bureau/calendar';

export const PLACEMENT_KINDS = [
  'REGULAR_CLASS',
  'SPECIAL_CLASS',
  'SPECIAL_SCHOOL_COUNTY',
  'SPECIAL_SCHOOL_EXTERNAL',
  'HOME_TEACHING',
  'DISTANCE',
  'WELFARE_OR_REHAB_CLASS',
  'DEFERRED',
  'EXEMPT',
  'VOCATIONAL',
  'MOVED_OUT',
  'COMPLETED',
] as const;

/**
 * Kinds of placement (安置形式). Not placed (未安置) is none of them: it is that no placement is in force.
 *
 * @see docs/rules/special-education.md#placement
 */
export type PlacementKind = (typeof PLACEMENT_KINDS)[number];

/**
 * Kinds that count as enrolled; vocational education does for a child of age.
 *
 * @see docs/rules/special-education.md#placement
 */
export const ENROLLED_KINDS: readonly PlacementKind[] = [
  'REGULAR_CLASS',
  'SPECIAL_CLASS',
  'SPECIAL_SCHOOL_COUNTY',
  'SPECIAL_SCHOOL_EXTERNAL',
  'HOME_TEACHING',
  'DISTANCE',
  'WELFARE_OR_REHAB_CLASS',
  'VOCATIONAL',
];

export interface DatedPlacement {
  startedOn: Day;
  /** The first day that is no longer part of it. */
  endedOn: Day | null;
  /** The first day that a deferral no longer covers. */
  expiresOn: Day | null;
}

/** The first day on which it is no longer in force, by an end or by expiry; null while none is known. */
export function lapsesOn({ endedOn, expiresOn }: DatedPlacement): Day | null {
  if (endedOn === null || expiresOn === null) return endedOn ?? expiresOn;
  return endedOn < expiresOn ? endedOn : expiresOn;
}

export function isInForce(placement: DatedPlacement, day: Day): boolean {
  const lapse = lapsesOn(placement);
  return placement.startedOn <= day && (lapse === null || lapse > day);
}

/** Of one child's placements, the one in force on a day; null when the child is unplaced. */
export function placementOn<Placement extends DatedPlacement>(
  placements: readonly Placement[],
  day: Day,
): Placement | null {
  return placements.find((placement) => isInForce(placement, day)) ?? null;
}
