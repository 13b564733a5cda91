import { idInCounty, once, readerOf, type RequestContext } from '@bureau/subgraph';
import type { BatchOutcome } from './disbursement-list.service.ts';
import { DisbursementRepository } from './disbursement.repository.ts';
import { actRefusals, confirmationRefusals } from './disbursement.rules.ts';

export interface ConfirmationInput {
  batch: string;
  paymentCount: number;
  amountFen: string;
  idempotencyKey?: string | null;
}

/** A school's word on its part of a batch (学校确认). */
export class DisbursementConfirmationService {
  readonly #request: RequestContext;
  readonly #now: () => Date;

  constructor(request: RequestContext, now: () => Date) {
    this.#request = request;
    this.#now = now;
  }

  /** Confirms the caller's school's part; the last school brings the batch to SCHOOL_CONFIRMED. */
  confirm(input: ConfirmationInput): Promise<BatchOutcome> {
    const { actor, session } = this.#request;
    const { county: countyCode, school: schoolId } = actor.scope;
    const id = idInCounty(input.batch, countyCode, 'input.batch');
    const doneAt = this.#now();
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'disbursementBatchConfirm', key: input.idempotencyKey, input }, async () => {
        const batches = new DisbursementRepository(readerOf(manager));
        const batch = id ? await batches.findForUpdate(countyCode, id) : null;
        if (!batch) return { batchId: null, refusals: [{ kind: 'DisbursementBatchNotFound' }] };
        const parts = await batches.listSchoolsOf(countyCode, [batch.id]);
        const part = parts.find((one) => one.schoolId === schoolId);
        const seen = { count: input.paymentCount, amountFen: BigInt(input.amountFen) };
        const refusals = [...actRefusals(batch, 'confirm', batch), ...confirmationRefusals(part, seen)];
        if (refusals.length > 0 || !part) return { batchId: batch.id, refusals };

        const { subject: doneBy } = actor;
        await batches.confirm({ countyCode, batchId: batch.id, schoolId: part.schoolId }, doneBy, doneAt);
        const confirmedCount = batch.confirmedCount + 1;
        const state = confirmedCount === batch.schoolCount ? 'SCHOOL_CONFIRMED' : 'LIST_LOCKED';
        const done = { act: 'confirm', doneBy, roles: [...actor.roles], doneAt, reason: null };
        await batches.step(batch, { state, confirmedCount }, done);
        return { batchId: batch.id, refusals };
      }),
    );
  }
}
