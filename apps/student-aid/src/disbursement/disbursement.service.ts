import type { RequestContext } from '@bureau/subgraph';
import type { AuditService } from '../audit/audit.service.ts';
import { OWED_PAYMENT_STATES } from '../payment/payment.rules.ts';
import { type ActInput, type BatchWork, change, DisbursementActService, refuse } from './disbursement-act.service.ts';
import type { BatchOutcome } from './disbursement-list.service.ts';
import { type BatchRefusal, declarationRefusals, mayApprove } from './disbursement.rules.ts';

export interface SubmitInput extends ActInput {
  treasuryDocument: string;
}

export interface WaiveInput extends ActInput {
  paidOn: string;
}

const hasReason = ({ reason }: ActInput) => (reason ?? '').trim() !== '';

/** Brings a batch from its list to the treasury (docs/rules/student-aid.md#disbursement). */
export class DisbursementService {
  readonly #acts: DisbursementActService;
  readonly #audit: AuditService;

  constructor(request: RequestContext, now: () => Date, audit: AuditService) {
    this.#acts = new DisbursementActService(request, now);
    this.#audit = audit;
  }

  /** Locks the list, once it is what was declared and the audit lets it pass. */
  lock(input: ActInput): Promise<BatchOutcome> {
    return this.#acts.do(['lock', 'disbursementBatchLock'], input, async (work) => {
      const { batch, lists, by } = work;
      const declared = { count: batch.declaredCount, amountFen: BigInt(batch.declaredFen) };
      const refusals = [
        ...declarationRefusals(declared, await lists.getContents(batch)),
        ...(await this.#standing(work, null)),
      ];
      if (refusals.length > 0) return refuse(...refusals);
      const schoolCount = await lists.insertSchools(batch);
      return change({ lockedBy: by.recordedBy, schoolCount, confirmedCount: 0 });
    });
  }

  /** Opens the list again, and with it everything that was said of it. */
  reopen(input: ActInput): Promise<BatchOutcome> {
    return this.#acts.do(['reopen', 'disbursementBatchReopen'], input, async ({ batch, lists }) => {
      if (!hasReason(input)) return refuse({ kind: 'DisbursementReasonMissing' });
      await lists.forgetSchools(batch);
      return change({ lockedBy: null, auditedBy: null, approvedBy: null, schoolCount: 0, confirmedCount: 0 });
    });
  }

  /** The aid centre's audit of the locked list. */
  audit(input: ActInput): Promise<BatchOutcome> {
    return this.#acts.do(['audit', 'disbursementBatchAudit'], input, async (work) => {
      const refusals = await this.#standing(work, null);
      return refusals.length > 0 ? refuse(...refusals) : change({ auditedBy: work.by.recordedBy });
    });
  }

  /** The leader's approval: somebody else's than the maker's, audited as of today, and the money is there. */
  approve(input: ActInput): Promise<BatchOutcome> {
    return this.#acts.do(['approve', 'disbursementBatchApprove'], input, async (work) => {
      const { batch, by } = work;
      if (!mayApprove(batch, by.recordedBy)) return refuse({ kind: 'ApproverMadeBatch' });
      const refusals = await this.#standing(work, by.recordedBy);
      if (refusals.length > 0) return refuse(...refusals);
      const lacking = await this.#move(work, 'RESERVE');
      return lacking.length > 0 ? refuse(...lacking) : change({ approvedBy: by.recordedBy });
    });
  }

  /** To the treasury, under the number of its document. */
  submit(input: SubmitInput): Promise<BatchOutcome> {
    return this.#acts.do(['submit', 'disbursementBatchSubmit'], input, async (work) => {
      const treasuryDocument = input.treasuryDocument.trim();
      if (treasuryDocument === '') return refuse({ kind: 'TreasuryDocumentMissing' });
      const lacking = await this.#move(work, 'COMMIT');
      return lacking.length > 0 ? refuse(...lacking) : change({ treasuryDocument });
    });
  }

  /** The treasury sends the batch back; its money is free again. */
  sendBack(input: ActInput): Promise<BatchOutcome> {
    return this.#acts.do(['sendBack', 'disbursementBatchSendBack'], input, async (work) => {
      if (!hasReason(input)) return refuse({ kind: 'DisbursementReasonMissing' });
      return refuse(...(await this.#move(work, 'RELEASE_COMMITTED')));
    });
  }

  /** Gives the batch up; its awards and its money are free again. */
  cancel(input: ActInput): Promise<BatchOutcome> {
    return this.#acts.do(['cancel', 'disbursementBatchCancel'], input, async (work) => {
      if (!hasReason(input)) return refuse({ kind: 'DisbursementReasonMissing' });
      const refusals = work.batch.state === 'LEADER_APPROVED' ? await this.#move(work, 'RELEASE_RESERVED') : [];
      if (refusals.length === 0) await work.lists.release(work.batch, 'all');
      return refuse(...refusals);
    });
  }

  /** The schools took no fee and were paid for it: every waiver of the batch is PAID (docs/rules/student-aid.md#waivers). */
  waive(input: WaiveInput): Promise<BatchOutcome> {
    return this.#acts.do(['waive', 'disbursementBatchWaive'], input, async (work) => {
      const { batch, today, lists } = work;
      if (batch.paymentKind !== 'WAIVER') return refuse({ kind: 'DisbursementNotWaived' });
      if (input.paidOn > today) return refuse({ kind: 'DisbursementPaidInFuture', today });
      const refusals = await this.#move(work, 'PAY');
      if (refusals.length === 0) await lists.payWaivers(batch, input.paidOn);
      return refuse(...refusals);
    });
  }

  archive(input: ActInput): Promise<BatchOutcome> {
    return this.#acts.do(['archive', 'disbursementBatchArchive'], input, async () => change());
  }

  /** What stands against the list today: awards that changed since, and findings of the audit. */
  async #standing({ batch, lists, manager, today, by }: BatchWork, approver: string | null): Promise<BatchRefusal[]> {
    const outdated = await lists.countOutdated(batch);
    const scope = { countyCode: batch.countyCode, batchId: batch.id };
    const moment = { today, at: by.recordedAt, approver, by: by.recordedBy };
    const findings = await this.#audit.run(manager, scope, moment);
    return [
      ...(outdated > 0 ? [{ kind: 'DisbursementOutdated', payments: outdated } as const] : []),
      ...(findings > 0 ? [{ kind: 'DisbursementBlocked', findings } as const] : []),
    ];
  }

  async #move({ batch, lists, funds, by }: BatchWork, kind: Parameters<typeof funds.move>[1]): Promise<BatchRefusal[]> {
    return funds.move(batch, kind, await lists.listAmounts(batch, OWED_PAYMENT_STATES), by);
  }
}
