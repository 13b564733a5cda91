import { addWorkingDays, type WorkingCalendar } from '@bureau/calendar';
import type { SeatCode } from '../roll-movement/seat.rules.ts';
import type { Broken } from '../rule-broken/rule-broken.rules.ts';

export const TRANSFER_KINDS = [
  'WITHIN_COUNTY',
  'ACROSS_COUNTIES_OUT',
  'ACROSS_COUNTIES_IN',
  'ACROSS_PROVINCES_OUT',
  'ACROSS_PROVINCES_IN',
] as const;
export type TransferKind = (typeof TRANSFER_KINDS)[number];

export const TRANSFER_STATUSES = ['IN_PROGRESS', 'RETURNED', 'REFUSED', 'WITHDRAWN', 'COMPLETED'] as const;
export type TransferStatus = (typeof TRANSFER_STATUSES)[number];

export const TRANSFER_ACTS = ['ACCEPT', 'REFUSE', 'RETURN', 'RESUBMIT', 'WITHDRAW'] as const;
export type TransferAct = (typeof TRANSFER_ACTS)[number];

export type StepSide = 'IN_SCHOOL' | 'OUT_SCHOOL' | 'COUNTY' | 'OUTSIDE';
export type TransferStepCode =
  | 'IN_SCHOOL_ACCEPT'
  | 'IN_AUTHORITY_APPROVE'
  | 'OUT_SCHOOL_RELEASE'
  | 'OUT_AUTHORITY_RELEASE'
  | 'FILE_MOVE'
  | 'ARRIVAL';
export interface RouteStep {
  code: TransferStepCode;
  side: StepSide;
  workingDays: number;
}

/** Who takes an act: whose step it is, or who asked for the transfer. */
type ActOwner = 'STEP' | 'APPLICANT';

/** The one table of acts: what each starts from, where it leads, whose it is, and whether it can be after the file has moved. */
export const TRANSFER_TABLE: Readonly<
  Record<TransferAct, { from: readonly TransferStatus[]; to: TransferStatus; owner: ActOwner; afterMove: boolean }>
> = {
  ACCEPT: { from: ['IN_PROGRESS'], to: 'IN_PROGRESS', owner: 'STEP', afterMove: true },
  REFUSE: { from: ['IN_PROGRESS'], to: 'REFUSED', owner: 'STEP', afterMove: false },
  RETURN: { from: ['IN_PROGRESS'], to: 'RETURNED', owner: 'STEP', afterMove: false },
  RESUBMIT: { from: ['RETURNED'], to: 'IN_PROGRESS', owner: 'APPLICANT', afterMove: false },
  WITHDRAW: { from: ['IN_PROGRESS', 'RETURNED'], to: 'WITHDRAWN', owner: 'APPLICANT', afterMove: false },
};

export type StepCode =
  | 'TRANSFER_NOT_FOUND'
  | 'RECORD_CHANGED'
  | 'ACT_NOT_POSSIBLE'
  | 'FILE_HAS_MOVED'
  | 'STEP_OF_ANOTHER'
  | 'REASON_MISSING'
  | 'STUDENT_NOT_ACTIVE'
  | 'HANDOVER_NOT_SENT'
  | SeatCode;

export interface SteppingTransfer {
  status: TransferStatus;
  position: number;
  route: readonly RouteStep[];
  movedOn: string | null;
  version: number;
}

/** Where the caller stands to a transfer. */
export type ActorSide = 'IN_SCHOOL' | 'OUT_SCHOOL' | 'COUNTY';

/** Every reason not to take an act on a transfer (docs/rules/enrollment.md#transfers). */
export function stepRefusals(
  transfer: SteppingTransfer,
  asked: { act: TransferAct; version: number; reason?: string | null; isApplicant: boolean },
  sides: readonly ActorSide[],
): Broken<StepCode>[] {
  const { act, version, reason, isApplicant } = asked;
  if (version !== transfer.version)
    return [{ code: 'RECORD_CHANGED', field: 'version', limit: transfer.version, found: version }];
  const { from, owner, afterMove } = TRANSFER_TABLE[act];
  const { status } = transfer;
  if (!from.includes(status)) return [{ code: 'ACT_NOT_POSSIBLE', field: 'act', found: status, allowed: from }];

  const refusals: Broken<StepCode>[] = [];
  if (transfer.movedOn && !afterMove) refusals.push({ code: 'FILE_HAS_MOVED', field: 'act', found: transfer.movedOn });
  const side = transfer.route[transfer.position]?.side;
  const wanted = side === 'OUTSIDE' ? 'COUNTY' : side;
  const isOwn = owner === 'APPLICANT' ? isApplicant || sides.includes('COUNTY') : sides.some((one) => one === wanted);
  if (!isOwn)
    refusals.push({
      code: 'STEP_OF_ANOTHER',
      field: 'act',
      allowed: owner === 'APPLICANT' ? ['APPLICANT'] : [wanted ?? ''],
    });
  const needsReason = act === 'REFUSE' || act === 'RETURN' || act === 'WITHDRAW';
  if (needsReason && !reason?.trim()) refusals.push({ code: 'REASON_MISSING', field: 'reason' });
  return refusals;
}

/** How a transfer stands after an act that nothing speaks against. */
export function afterAct(
  transfer: SteppingTransfer,
  act: TransferAct,
): { status: TransferStatus; position: number; moves: boolean } {
  const { position, route } = transfer;
  if (act !== 'ACCEPT') return { status: TRANSFER_TABLE[act].to, position, moves: false };
  const moves = route[position]?.code === 'FILE_MOVE';
  const next = position + 1;
  return { status: next >= route.length ? 'COMPLETED' : 'IN_PROGRESS', position: next, moves };
}

/** The last day for the step at a position; null when none is left. */
export function stepDueOn(
  route: readonly RouteStep[],
  position: number,
  since: string,
  calendar: WorkingCalendar,
): string | null {
  const step = route[position];
  return step ? addWorkingDays(since, step.workingDays, calendar) : null;
}

export const goesOut = (kind: TransferKind): boolean => kind.endsWith('_OUT');
export const comesIn = (kind: TransferKind): boolean => kind.endsWith('_IN');
