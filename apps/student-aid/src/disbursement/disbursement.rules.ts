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
  refresh: { from: ['DRAFT'], to: 'DRAFT' },
  lock: { from: ['DRAFT'], to: 'LIST_LOCKED' },
  reopen: { from: ['LIST_LOCKED', 'SCHOOL_CONFIRMED', 'AID_CENTRE_AUDITED', 'RETURNED'], to: 'DRAFT' },
  confirm: { from: ['LIST_LOCKED'], to: 'SCHOOL_CONFIRMED' },
  audit: { from: ['SCHOOL_CONFIRMED'], to: 'AID_CENTRE_AUDITED' },
  approve: { from: ['AID_CENTRE_AUDITED'], to: 'LEADER_APPROVED' },
  submit: { from: ['LEADER_APPROVED'], to: 'FINANCE_SUBMITTED' },
  sendBack: { from: ['FINANCE_SUBMITTED'], to: 'RETURNED' },
  send: { from: ['FINANCE_SUBMITTED'], to: 'SENT_TO_BANK' },
  resend: { from: ['PARTIALLY_PAID'], to: 'PARTIALLY_PAID' },
  waive: { from: ['FINANCE_SUBMITTED'], to: 'PAID' },
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
  | DeclarationRefusal
  | { kind: 'DisbursementReasonMissing' }
  | { kind: 'DisbursementOutdated'; payments: number }
  | { kind: 'DisbursementBlocked'; findings: number }
  | { kind: 'ApproverMadeBatch' }
  | { kind: 'FundsInsufficient'; fundId: string; shortfallFen: string }
  | { kind: 'SchoolNotInBatch' }
  | { kind: 'SchoolTotalsDiffer'; count: number; amountFen: string }
  | { kind: 'TreasuryDocumentMissing' }
  | { kind: 'DisbursementNotWaived' }
  | { kind: 'DisbursementIsWaived' }
  | { kind: 'BankTemplateUnknown'; known: readonly string[] }
  | { kind: 'BankFileEmpty' }
  | { kind: 'PayeeAccountsMissing'; payments: number }
  | { kind: 'DisbursementNotReconciled'; witnesses: number }
  | { kind: 'DisbursementPaidInFuture'; today: string }
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

export type DeclarationRefusal =
  { kind: 'DisbursementEmpty' } | { kind: 'DeclaredTotalsDiffer'; count: number; amountFen: string };

/** What was declared is what the list holds, to the payment and the fen. */
export function declarationRefusals(declared: Total, { count, amountFen }: Total): DeclarationRefusal[] {
  if (count === 0) return [{ kind: 'DisbursementEmpty' }];
  if (declared.count === count && declared.amountFen === amountFen) return [];
  return [{ kind: 'DeclaredTotalsDiffer', count, amountFen: String(amountFen) }];
}

export type CreationRefusal =
  | DeclarationRefusal
  | { kind: 'DisbursementProgrammeUnknown' }
  | { kind: 'DisbursementProgrammeUnpayable' }
  | { kind: 'DisbursementTermUnset' }
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
  if (payee === null) return [{ kind: 'DisbursementProgrammeUnknown' }];
  const refusals: CreationRefusal[] = [];
  if (payee !== 'CHILD' && payee !== 'SCHOOL_WAIVER') refusals.push({ kind: 'DisbursementProgrammeUnpayable' });
  if (!isTermSet) refusals.push({ kind: 'DisbursementTermUnset' });
  const strange = funding.filter(({ fundId }) => !facts.fundIdsOfProgramme.includes(fundId));
  if (strange.length > 0) refusals.push({ kind: 'FundNotOfProgramme', fundIds: strange.map(({ fundId }) => fundId) });
  if (!areShares(funding)) refusals.push({ kind: 'FundSharesUnfit' });
  return [...refusals, ...declarationRefusals(declared, payable)];
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

/** Every reason not to take a school's word on its part: what it has seen is what the part holds. */
export function confirmationRefusals(
  part: { paymentCount: number; paymentFen: string; confirmedBy: string | null } | undefined,
  seen: Total,
): BatchRefusal[] {
  if (!part || part.confirmedBy !== null) return [{ kind: 'SchoolNotInBatch' }];
  const { paymentCount: count, paymentFen: amountFen } = part;
  if (seen.count === count && seen.amountFen === BigInt(amountFen)) return [];
  return [{ kind: 'SchoolTotalsDiffer', count, amountFen }];
}

/** Batches in which money still has to reach its payees. */
const UNPAID: readonly BatchState[] = BATCH_STATES.slice(0, BATCH_STATES.indexOf('PAID'));

/** Whether the term's money should have been paid by now (超期未发). */
export function isOverdue({ state, payBy }: { state: BatchState; payBy: string }, today: string): boolean {
  return UNPAID.includes(state) && today > payBy;
}
