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

/** Kinds of placement (安置形式, domain C4). Not placed (未安置) is none of them: it is that no placement is in force. */
export type PlacementKind = (typeof PLACEMENT_KINDS)[number];
