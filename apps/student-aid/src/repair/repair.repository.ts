import { newId } from '@bureau/subgraph';
import type { EntityManager } from 'typeorm';
import type { DisbursementBatch } from '../disbursement/disbursement-batch.entity.ts';
import { type PaymentStep, PaymentStepEntity } from '../payment/payment-step.entity.ts';
import { type Payment, PaymentEntity } from '../payment/payment.entity.ts';
import type { PaymentState } from '../payment/payment.rules.ts';

export class RepairRepository {
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
  }

  /** The batch of a payment, which is locked before it. */
  async findBatchId(countyCode: string, id: string): Promise<string | null> {
    const payment = await this.#manager.findOneBy(PaymentEntity, { countyCode, id });
    return payment?.batchId ?? null;
  }

  findForUpdate(countyCode: string, id: string): Promise<Payment | null> {
    return this.#manager.findOne(PaymentEntity, { where: { countyCode, id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Writes the new state of a payment that the caller holds locked, and who brought it there. */
  async write(
    { countyCode, id, version, state: fromState, failureCode }: Payment,
    toState: PaymentState,
    step: Pick<PaymentStep, 'act' | 'reason' | 'doneBy' | 'doneAt'>,
  ): Promise<void> {
    const { affected } = await this.#manager.update(
      PaymentEntity,
      { countyCode, id, version },
      { state: toState, failureCode: null, paidFen: null, version: version + 1 },
    );
    if (affected !== 1) throw new Error('A payment changed while it was locked.');
    const written = { countyCode, id: newId(), paymentId: id, fromState, toState, failureCode, ...step };
    await this.#manager.insert(PaymentStepEntity, written);
  }

  countUnsettled({ countyCode, id }: DisbursementBatch): Promise<number> {
    return this.#manager
      .createQueryBuilder(PaymentEntity, 'payment')
      .where('payment.countyCode = :countyCode AND payment.batchId = :id', { countyCode, id })
      .andWhere(`payment.state IN ('PENDING', 'SENT', 'FAILED', 'CORRECTED', 'RESENT')`)
      .getCount();
  }
}
