import { EntitySchema } from 'typeorm';
import type { PaymentState } from './payment.rules.ts';

/** What a person did with one payment: corrected, given up, taken back (逐笔处理记录). Never changed. */
export interface PaymentStep {
  countyCode: string;
  id: string;
  paymentId: string;
  act: string;
  fromState: PaymentState;
  toState: PaymentState;
  /** The bank's reason, of a payment that had failed. */
  failureCode: string | null;
  reason: string;
  doneBy: string;
  doneAt: Date;
}

const primary = { primary: true, primaryKeyConstraintName: 'payment_step_pkey' } as const;

export const PaymentStepEntity = new EntitySchema<PaymentStep>({
  name: 'PaymentStep',
  columns: {
    countyCode: { type: 'varchar', length: 6, ...primary },
    id: { type: 'uuid', ...primary },
    paymentId: { type: 'uuid' },
    act: { type: 'text' },
    fromState: { type: 'text' },
    toState: { type: 'text' },
    failureCode: { type: 'text', nullable: true },
    reason: { type: 'text' },
    doneBy: { type: 'text' },
    doneAt: { type: 'timestamptz' },
  },
  indices: [{ name: 'payment_step_payment_idx', columns: ['countyCode', 'paymentId', 'id'] }],
  foreignKeys: [
    {
      name: 'payment_step_payment_fkey',
      target: 'Payment',
      columnNames: ['countyCode', 'paymentId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [{ name: 'payment_step_reason_check', expression: `reason <> ''` }],
});
