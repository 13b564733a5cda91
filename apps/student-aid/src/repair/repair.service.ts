import { idInCounty, once, readerOf, type RequestContext } from '@bureau/subgraph';
import { DisbursementFundsRepository } from '../disbursement/disbursement-funds.repository.ts';
import { DisbursementRepository } from '../disbursement/disbursement.repository.ts';
import { nextBatchState, settlementOf } from '../disbursement/disbursement.rules.ts';
import {
  MOVEMENT_OF,
  paymentActRefusals,
  type PaymentRefusal,
  type PersonalAct,
} from '../payment/payment-act.rules.ts';
import { PAYMENT_TRANSITIONS } from '../payment/payment.rules.ts';
import { RepairRepository } from './repair.repository.ts';

export interface RepairInput {
  payment: string;
  version: number;
  reason: string;
  idempotencyKey?: string | null;
}

export interface RepairOutcome {
  paymentId: string | null;
  refusals: PaymentRefusal[];
}

/** What a person does with a payment that did not go as it should: correct it, give it up, take the money back. */
export class RepairService {
  readonly #request: RequestContext;
  readonly #now: () => Date;

  constructor(request: RequestContext, now: () => Date) {
    this.#request = request;
    this.#now = now;
  }

  do([act, operation]: readonly [PersonalAct, string], input: RepairInput): Promise<RepairOutcome> {
    const { actor, session } = this.#request;
    const { county } = actor.scope;
    const id = idInCounty(input.payment, county, 'input.payment');
    const by = { recordedBy: actor.subject, recordedAt: this.#now() };
    return session.transaction((manager) =>
      once(manager, actor, { operation, key: input.idempotencyKey, input }, async (): Promise<RepairOutcome> => {
        const [repairs, batches] = [new RepairRepository(manager), new DisbursementRepository(readerOf(manager))];
        const batchId = id ? await repairs.findBatchId(county, id) : null;
        const batch = batchId ? await batches.findForUpdate(county, batchId) : null;
        const payment = id ? await repairs.findForUpdate(county, id) : null;
        if (!payment) return { paymentId: null, refusals: [{ kind: 'PaymentNotFound' }] };
        const refusals = paymentActRefusals(payment, act, input);
        if (refusals.length > 0 || !batch) return { paymentId: payment.id, refusals };

        const step = { act, reason: input.reason, doneBy: by.recordedBy, doneAt: by.recordedAt };
        await repairs.write(payment, PAYMENT_TRANSITIONS[act].to, step);
        const kind = MOVEMENT_OF[act];
        const amounts = [{ amountFen: BigInt(payment.amountFen), count: 1 }];
        const lacking = kind ? await new DisbursementFundsRepository(manager).move(batch, kind, amounts, by) : [];
        if (lacking.length > 0) throw new Error('A fund lacks what was committed or paid out of it.');
        const settled = settlementOf(await repairs.countUnsettled(batch));
        const state = nextBatchState(batch.state, settled) ?? batch.state;
        const done = {
          act,
          doneBy: by.recordedBy,
          roles: [...actor.roles],
          doneAt: by.recordedAt,
          reason: input.reason,
        };
        await batches.step(batch, { state }, done);
        return { paymentId: payment.id, refusals };
      }),
    );
  }
}
