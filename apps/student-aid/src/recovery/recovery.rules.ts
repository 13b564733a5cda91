import type { Transitions } from '../workflow/workflow.rules.ts';

export type RecoveryReason = 'LEFT' | 'DECEASED' | 'DUPLICATE' | 'NOT_ENTITLED';

export const RECOVERY_STATES = ['OPEN', 'DEMANDED', 'RECOVERED', 'GIVEN_UP', 'WITHDRAWN'] as const;
export type RecoveryState = (typeof RECOVERY_STATES)[number];
export const RECOVERY_ACTS = ['DEMAND', 'RECOVER', 'GIVE_UP', 'WITHDRAW'] as const;
export type RecoveryAct = (typeof RECOVERY_ACTS)[number];

/** 待追回 → 已催缴 → 已追回、核销; withdrawn when the event behind it was undone (docs/rules/student-aid.md#aid-follows-the-child). */
export const RECOVERY: Transitions<RecoveryState, RecoveryAct> = {
  OPEN: { DEMAND: 'DEMANDED', RECOVER: 'RECOVERED', GIVE_UP: 'GIVEN_UP', WITHDRAW: 'WITHDRAWN' },
  DEMANDED: { RECOVER: 'RECOVERED', GIVE_UP: 'GIVEN_UP', WITHDRAW: 'WITHDRAWN' },
  RECOVERED: {},
  GIVEN_UP: {},
  WITHDRAWN: {},
};
