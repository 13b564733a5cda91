/** Stages of schooling (学段). */
export const STAGES = ['PRE_SCHOOL', 'PRIMARY', 'JUNIOR_SECONDARY', 'SENIOR_SECONDARY', 'VOCATIONAL'] as const;
export type Stage = (typeof STAGES)[number];

/** 学籍状态: the closed set of the roll's workflow (docs/rules/enrollment.md#standing), not the code table of JY/T 1001. */
export const ROLL_STATUSES = [
  'PRE_REGISTERED',
  'ACTIVE',
  'SUSPENDED',
  'DROPPED_OUT',
  'MISSING',
  'TRANSFERRED_OUT',
  'ABROAD',
  'GRADUATED',
  'COMPLETED',
  'LEFT_INCOMPLETE',
  'WITHDRAWN',
  'EXPELLED',
  'DECEASED',
  'CANCELLED',
] as const;
export type RollStatus = (typeof ROLL_STATUSES)[number];

/** Where a child on the roll in fact is (docs/rules/enrollment.md#standing). */
export const ATTENDANCE_PLACEMENTS = [
  'IN_SCHOOL',
  'HOME_TEACHING',
  'EXTERNAL_SPECIAL_SCHOOL',
  'EXTERNAL_OTHER',
  'SPECIALISED_SCHOOL',
  'LONG_LEAVE',
  'OTHER_LEFT',
  'SUSPECTED_DROPOUT',
  'NOT_ENROLLED',
] as const;
export type AttendancePlacement = (typeof ATTENDANCE_PLACEMENTS)[number];

/** 学籍异动: what can happen to a child's roll (docs/rules/enrollment.md#movements); JY/T 1001 has a code for most. */
export const ROLL_MOVEMENTS = [
  'INITIAL_REGISTRATION',
  'ROLL_CONFIRMATION',
  'PROMOTION',
  'STAGE_TRANSFER',
  'TRANSFER_WITHIN_COUNTY',
  'TRANSFER_OUT',
  'TRANSFER_IN',
  'SUSPENSION',
  'SUSPENSION_EXTENSION',
  'RESUMPTION',
  'GRADE_SKIP',
  'GRADE_REPEAT',
  'CLASS_CHANGE',
  'GOING_ABROAD',
  'RETURN_FROM_ABROAD',
  'DEATH',
  'DROPOUT',
  'RETURN_FROM_DROPOUT',
  'DISAPPEARANCE',
  'REAPPEARANCE',
  'PLACEMENT_CHANGE',
  'GRADUATION',
  'COMPLETION',
  'LEAVING_INCOMPLETE',
  'WITHDRAWAL',
  'EXPULSION',
  'SCHOOL_MERGER',
  'SCHOOL_CLOSURE',
  'CANCELLATION',
  'RESTORATION',
  'PARTICULARS_CORRECTION',
] as const;
export type RollMovementKind = (typeof ROLL_MOVEMENTS)[number];
