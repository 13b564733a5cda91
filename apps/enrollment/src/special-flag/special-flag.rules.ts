/** Why a child needs attention when it changes schools or teachers (特殊学生); docs/rules/enrollment.md#hand-over. */
export const SPECIAL_CATEGORIES = [
  'AVERSE_TO_SCHOOL',
  'DISABILITY',
  'HOME_TEACHING',
  'REGULAR_CLASS',
  'DROPOUT_HISTORY',
  'LEFT_BEHIND',
  'HARDSHIP',
  'PSYCHOLOGICAL',
  'AIDED',
  'LONG_SICK_LEAVE',
] as const;

export type SpecialCategory = (typeof SPECIAL_CATEGORIES)[number];

/** Who says so: the school, or another office by its events. */
export const FLAG_SOURCES = ['SCHOOL', 'SPECIAL_EDUCATION'] as const;

export type FlagSource = (typeof FLAG_SOURCES)[number];

/** Categories that a school may set itself; the others follow from the roll, from cases and from other offices. */
export const SCHOOLS_OWN: readonly SpecialCategory[] = [
  'AVERSE_TO_SCHOOL',
  'HARDSHIP',
  'PSYCHOLOGICAL',
  'LONG_SICK_LEAVE',
];

export type FlagRefusal =
  | { kind: 'StudentNotFound' }
  | { kind: 'SpecialCategoryNotTheSchools'; allowed: readonly SpecialCategory[] }
  | { kind: 'SpecialFlagStands' };

/** Why a school may not flag a child; empty when it may (docs/rules/enrollment.md#hand-over). */
export function flagRefusals(category: SpecialCategory, standing: readonly SpecialCategory[]): FlagRefusal[] {
  if (!SCHOOLS_OWN.includes(category)) return [{ kind: 'SpecialCategoryNotTheSchools', allowed: SCHOOLS_OWN }];
  return standing.includes(category) ? [{ kind: 'SpecialFlagStands' }] : [];
}
