export type DutyCause = 'REGISTERED' | 'TRANSFER_ACCEPTED' | 'HANDOVER' | 'UNDONE';
export type TransferCause = 'ROLL' | 'MERGER' | 'DECISION' | 'SENDER';
export type TransferState = 'OFFERED' | 'ACCEPTED' | 'DECLINED' | 'WITHDRAWN';

export interface DutySince {
  schoolId: string | null;
  startedAt: Date;
}

/**
 * Who answers for a child at an instant: the last row before it. Null before the child was in the ledger; a row whose
 * school is null says that the bureau does.
 */
export function dutyAt<Duty extends DutySince>(duties: readonly Duty[], instant: Date): Duty | null {
  return duties.reduce<Duty | null>((last, duty) => {
    const isPast = duty.startedAt.getTime() <= instant.getTime();
    return isPast && (last === null || duty.startedAt > last.startedAt) ? duty : last;
  }, null);
}

export type AnswerRefusal = { kind: 'DutyTransferAnswered'; state: TransferState } | { kind: 'DutyTransferNotYours' };

/** Why somebody may not answer a hand-over: the receiving school does, and the bureau for its pool. */
export function answerRefusals(
  { state, toSchoolId }: { state: TransferState; toSchoolId: string | null },
  school: string | null,
): AnswerRefusal[] {
  if (state !== 'OFFERED') return [{ kind: 'DutyTransferAnswered', state }];
  return toSchoolId === school ? [] : [{ kind: 'DutyTransferNotYours' }];
}
