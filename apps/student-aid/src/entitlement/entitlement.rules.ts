export const GAP_KINDS = ['UNAIDED', 'NOT_ENTITLED', 'WRONG_ACCOUNT'] as const;
/** 应助未助, 错助, 账户异常. */
export type GapKind = (typeof GAP_KINDS)[number];

export const GAP_REASONS = [
  'EVIDENCE',
  'RECOGNISED',
  'HELD',
  'STOPPED',
  'NOT_ON_ROLL_AT_FREEZE',
  'DECEASED',
  'NO_GROUND',
  'EVIDENCE_EXPIRED',
  'STAGE_NOT_COVERED',
  'BOARDING_DIFFERS',
  'AMOUNT_DIFFERS',
  'ACCOUNT_MISSING',
  'ACCOUNT_SHARED',
] as const;
/** Why a child is on a list; EVIDENCE and RECOGNISED say what aid is due on. */
export type GapReason = (typeof GAP_REASONS)[number];
