export const BATCH_STATES = [
  'DRAFT',
  'LIST_LOCKED',
  'SCHOOL_CONFIRMED',
  'AID_CENTRE_AUDITED',
  'LEADER_APPROVED',
  'FINANCE_SUBMITTED',
  'RETURNED',
  'SENT_TO_BANK',
  'PARTIALLY_PAID',
  'PAID',
  'RECONCILED',
  'ARCHIVED',
  'VOID',
] as const;

/** How far a batch has come (docs/rules/student-aid.md#disbursement). */
export type BatchState = (typeof BATCH_STATES)[number];

/** What may be done with a batch, and from which states (docs/rules/student-aid.md#disbursement). */
export const BATCH_TRANSITIONS = {
  lock: { from: ['DRAFT'], to: 'LIST_LOCKED' },
  reopen: { from: ['LIST_LOCKED', 'SCHOOL_CONFIRMED', 'AID_CENTRE_AUDITED', 'RETURNED'], to: 'DRAFT' },
  confirm: { from: ['LIST_LOCKED'], to: 'SCHOOL_CONFIRMED' },
  audit: { from: ['SCHOOL_CONFIRMED'], to: 'AID_CENTRE_AUDITED' },
  approve: { from: ['AID_CENTRE_AUDITED'], to: 'LEADER_APPROVED' },
  submit: { from: ['LEADER_APPROVED'], to: 'FINANCE_SUBMITTED' },
  sendBack: { from: ['FINANCE_SUBMITTED'], to: 'RETURNED' },
  send: { from: ['FINANCE_SUBMITTED'], to: 'SENT_TO_BANK' },
  resend: { from: ['PARTIALLY_PAID'], to: 'PARTIALLY_PAID' },
  settlePart: { from: ['SENT_TO_BANK', 'PARTIALLY_PAID', 'PAID', 'RECONCILED'], to: 'PARTIALLY_PAID' },
  settle: { from: ['SENT_TO_BANK', 'PARTIALLY_PAID', 'PAID'], to: 'PAID' },
  reconcile: { from: ['PAID'], to: 'RECONCILED' },
  archive: { from: ['RECONCILED'], to: 'ARCHIVED' },
  cancel: {
    from: ['DRAFT', 'LIST_LOCKED', 'SCHOOL_CONFIRMED', 'AID_CENTRE_AUDITED', 'LEADER_APPROVED', 'RETURNED'],
    to: 'VOID',
  },
} as const satisfies Record<string, { from: readonly BatchState[]; to: BatchState }>;
export type BatchAct = keyof typeof BATCH_TRANSITIONS;

/** Where the act leads from the state; null when it is not allowed there. */
export function nextBatchState(state: BatchState, act: BatchAct): BatchState | null {
  const { from, to } = BATCH_TRANSITIONS[act];
  return from.some((one) => one === state) ? to : null;
}

export interface Total {
  count: number;
  amountFen: bigint;
}

export interface ActableBatch {
  state: BatchState;
  version: number;
  madeBy: string;
  lockedBy: string | null;
}

export type BatchRefusal =
  | { kind: 'DisbursementBatchNotFound' }
  | { kind: 'DisbursementBatchChanged'; version: number }
  | { kind: 'DisbursementBatchStateUnfit'; state: BatchState };

/** Every reason not to do the act now, whoever asks; empty when it may be done (docs/rules/student-aid.md#disbursement). */
export function actRefusals(batch: ActableBatch, act: BatchAct, asked: { version: number }): BatchRefusal[] {
  const refusals: BatchRefusal[] = [];
  if (asked.version !== batch.version) refusals.push({ kind: 'DisbursementBatchChanged', version: batch.version });
  if (nextBatchState(batch.state, act) === null)
    refusals.push({ kind: 'DisbursementBatchStateUnfit', state: batch.state });
  return refusals;
}

/**
 * Four eyes: who approves has neither made nor locked the batch, whatever role he acts in (docs/rules/student-aid.md#four-eyes).
 */
export function mayApprove({ madeBy, lockedBy }: Pick<ActableBatch, 'madeBy' | 'lockedBy'>, approver: string): boolean {
  return approver !== madeBy && approver !== lockedBy;
}

export type CreationRefusal =
  | { kind: 'AidProgrammeNotFound' }
  | { kind: 'AidProgrammeNotPayable'; payee: string }
  | { kind: 'AidTermNotSet' }
  | { kind: 'NothingToDisburse' }
  | { kind: 'DeclaredTotalsDiffer'; count: number; amountFen: string }
  | { kind: 'FundNotOfProgramme'; fundIds: readonly string[] }
  | { kind: 'FundSharesUnfit' };

export interface CreationFacts {
  /** Null when there is no such programme. */
  payee: string | null;
  isTermSet: boolean;
  payable: Total;
  fundIdsOfProgramme: readonly string[];
}

export interface CreationAsked {
  declared: Total;
  funding: readonly { fundId: string; share: number }[];
}

/** Every reason not to make a batch (docs/rules/student-aid.md#disbursement). */
export function creationRefusals({ declared, funding }: CreationAsked, facts: CreationFacts): CreationRefusal[] {
  const { payee, isTermSet, payable } = facts;
  if (payee === null) return [{ kind: 'AidProgrammeNotFound' }];
  const refusals: CreationRefusal[] = [];
  if (payee !== 'CHILD' && payee !== 'SCHOOL_WAIVER') refusals.push({ kind: 'AidProgrammeNotPayable', payee });
  if (!isTermSet) refusals.push({ kind: 'AidTermNotSet' });
  const strange = funding.filter(({ fundId }) => !facts.fundIdsOfProgramme.includes(fundId));
  if (strange.length > 0) refusals.push({ kind: 'FundNotOfProgramme', fundIds: strange.map(({ fundId }) => fundId) });
  if (!areShares(funding)) refusals.push({ kind: 'FundSharesUnfit' });
  if (payable.count === 0) refusals.push({ kind: 'NothingToDisburse' });
  else if (declared.count !== payable.count || declared.amountFen !== payable.amountFen)
    refusals.push({ kind: 'DeclaredTotalsDiffer', count: payable.count, amountFen: String(payable.amountFen) });
  return refusals;
}

/** Whole shares such as 8 and 2, of at least one fund, each named once. */
function areShares(funding: CreationAsked['funding']): boolean {
  const isNamedOnce = new Set(funding.map(({ fundId }) => fundId)).size === funding.length;
  return funding.length > 0 && isNamedOnce && funding.every(({ share }) => share >= 1 && share <= 1_000);
}

/** Whether everything in the batch is settled, so that it is PAID and not PARTIALLY_PAID. */
export function settlementOf(unsettled: number): 'settle' | 'settlePart' {
  return unsettled === 0 ? 'settle' : 'settlePart';
}
