import { EntitySchema } from 'typeorm';
import type { PaymentState } from './payment.rules.ts';

/** Money to a card, or a fee that the school does not take (免学费). */
export type PaymentKind = 'CASH' | 'WAIVER';

export type { PaymentState };

/** One award as it is paid, from its batch to the payee; whom and where is repeated from the award. */
export interface Payment {
  countyCode: string;
  id: string;
  awardId: string;
  studentId: string;
  programmeCode: string;
  schoolId: string;
  classId: string;
  townshipCode: string;
  amountFen: string;
  kind: PaymentKind;
  state: PaymentState;
  /** The day on which it reached the payee; null until then. */
  paidOn: string | null;
  /** What the payee has: the amount while PAID, else null. It is the award's amount, which cannot change meanwhile. */
  paidFen: string | null;
  /** The bank's reason; with FAILED only. */
  failureCode: string | null;
  /** Names the payment in every file of bank and treasury, for life (端到端标识, ISO 20022). */
  endToEndReference: string;
  /** The batch that it goes out with; null for what was paid before there were batches. */
  batchId: string | null;
  /** Its place in the batch, from 1. */
  sequence: number | null;
  /** The account to which it was last sent; null until then, and of a waiver. */
  payeeAccountId: string | null;
  /** How often it went to the bank. */
  sendings: number;
  version: number;
}

export const PaymentEntity = new EntitySchema<Payment>({
  name: 'Payment',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'payment_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'payment_pkey' },
    awardId: { type: 'uuid' },
    studentId: { type: 'uuid' },
    programmeCode: { type: 'text' },
    schoolId: { type: 'uuid' },
    classId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    amountFen: { type: 'bigint' },
    kind: { type: 'text' },
    state: { type: 'text' },
    paidOn: { type: 'date', nullable: true },
    paidFen: { type: 'bigint', nullable: true },
    failureCode: { type: 'text', nullable: true },
    endToEndReference: { type: 'varchar', length: 35 },
    batchId: { type: 'uuid', nullable: true },
    sequence: { type: 'integer', nullable: true },
    payeeAccountId: { type: 'uuid', nullable: true },
    sendings: { type: 'smallint', default: 0 },
    version: { type: 'integer', default: 1 },
  },
  uniques: [
    { name: 'payment_end_to_end_reference_key', columns: ['countyCode', 'endToEndReference'] },
    { name: 'payment_batch_key', columns: ['countyCode', 'batchId', 'sequence'] },
  ],
  indices: [
    {
      name: 'payment_live_key',
      columns: ['countyCode', 'awardId'],
      unique: true,
      where: `state = ANY (ARRAY['PENDING'::text, 'SENT'::text, 'PAID'::text, 'CORRECTED'::text, 'RESENT'::text])`,
    },
    { name: 'payment_award_idx', columns: ['countyCode', 'awardId', 'id'] },
    { name: 'payment_school_idx', columns: ['countyCode', 'schoolId', 'classId'] },
    {
      name: 'payment_figures_idx',
      columns: [
        'countyCode',
        'paidOn',
        'programmeCode',
        'kind',
        'studentId',
        'paidFen',
        'townshipCode',
        'schoolId',
        'classId',
      ],
      where: `state = 'PAID'::text`,
    },
  ],
  foreignKeys: [
    {
      name: 'payment_award_fkey',
      target: 'AidAward',
      columnNames: ['countyCode', 'awardId', 'studentId', 'programmeCode', 'schoolId', 'classId', 'townshipCode'],
      referencedColumnNames: ['countyCode', 'id', 'studentId', 'programmeCode', 'schoolId', 'classId', 'townshipCode'],
    },
    {
      name: 'payment_paid_amount_fkey',
      target: 'AidAward',
      columnNames: ['countyCode', 'awardId', 'paidFen'],
      referencedColumnNames: ['countyCode', 'id', 'amountFen'],
    },
    {
      name: 'payment_batch_fkey',
      target: 'DisbursementBatch',
      columnNames: ['countyCode', 'batchId', 'programmeCode'],
      referencedColumnNames: ['countyCode', 'id', 'programmeCode'],
    },
    {
      name: 'payment_payee_account_fkey',
      target: 'PayeeAccount',
      columnNames: ['countyCode', 'payeeAccountId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    { name: 'payment_amount_check', expression: `amount_fen > 0` },
    { name: 'payment_kind_check', expression: `kind IN ('CASH', 'WAIVER')` },
    {
      name: 'payment_state_check',
      expression: `state IN ('PENDING', 'SENT', 'PAID', 'FAILED', 'CORRECTED', 'RESENT', 'REFUNDED', 'RECLAIMED', 'VOID')`,
    },
    {
      name: 'payment_paid_on_check',
      expression: `(paid_on IS NOT NULL) = (state IN ('PAID', 'REFUNDED', 'RECLAIMED'))`,
    },
    {
      name: 'payment_paid_check',
      expression: `CASE WHEN state = 'PAID' THEN paid_fen IS NOT NULL AND paid_fen = amount_fen ELSE paid_fen IS NULL END`,
    },
    { name: 'payment_batch_check', expression: `(batch_id IS NULL) = (sequence IS NULL) AND sequence > 0` },
    { name: 'payment_failure_check', expression: `(failure_code IS NOT NULL) = (state = 'FAILED')` },
    { name: 'payment_end_to_end_reference_check', expression: `end_to_end_reference ~ '^[0-9A-Za-z-]+$'` },
  ],
});
