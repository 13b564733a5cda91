export const TEACHER_ROLES = ['TEACHER', 'PRINCIPAL', 'RESEARCHER'] as const;
/** As what an adult of a school is tested. */
export type TeacherRole = (typeof TEACHER_ROLES)[number];

export const LITERACY_LEVELS = ['EXCELLENT', 'PASSED', 'FAILED'] as const;
/** Level of a literacy test (信息素养测评). */
export type LiteracyLevel = (typeof LITERACY_LEVELS)[number];

export const TRAINING_METHODS = ['ONLINE', 'SCHOOL_BASED'] as const;
/** How a training was given. */
export type TrainingMethod = (typeof TRAINING_METHODS)[number];

export const INCENTIVE_SOURCES = [
  'LITERACY_EXCELLENT',
  'LITERACY_PASSED',
  'MICRO_COMPETENCE',
  'TRAINING_TEN_HOURS',
  'COMPETITION_FIRST',
  'COMPETITION_SECOND',
  'COMPETITION_THIRD',
] as const;
/** What earns points (激励机制). */
export type IncentiveSource = (typeof INCENTIVE_SOURCES)[number];
