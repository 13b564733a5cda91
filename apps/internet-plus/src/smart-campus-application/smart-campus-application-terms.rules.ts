export const SMART_CAMPUS_DIMENSIONS = [
  'INFRASTRUCTURE',
  'RESOURCES',
  'APPLICATION',
  'DEVELOPMENT',
  'SUPPORT',
  'DEMONSTRATION',
] as const;
/** The six dimensions of a smart campus (宁夏 2022). */
export type SmartCampusDimension = (typeof SMART_CAMPUS_DIMENSIONS)[number];

export const SMART_CAMPUS_STATES = [
  'DRAFT',
  'SUBMITTED',
  'REVIEWED',
  'DEFENDED',
  'NOTICED',
  'AWARDED',
  'RECHECKED',
  'REJECTED',
  'REVOKED',
] as const;
/** How far an application has come. */
export type SmartCampusState = (typeof SMART_CAMPUS_STATES)[number];
