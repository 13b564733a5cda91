import { EntitySchema } from 'typeorm';
import type { BatchState } from './disbursement.rules.ts';

/** What a fund gives for a batch: so many shares of every payment. */
export interface DisbursementFunding {
  countyCode: string;
  batchId: string;
  fundId: string;
  /** Its place among the batch's funds, from 1: what does not divide goes to the earlier. */
  position: number;
  share: number;
}

/** A school's part of a batch, which it confirms (学校确认). */
export interface DisbursementSchool {
  countyCode: string;
  batchId: string;
  schoolId: string;
  paymentCount: number;
  paymentFen: string;
  confirmedBy: string | null;
  confirmedAt: Date | null;
}

/** What was done with a batch, by whom, acting as what (经办记录). Never changed. */
export interface DisbursementStep {
  countyCode: string;
  id: string;
  batchId: string;
  act: string;
  fromState: BatchState | null;
  toState: BatchState;
  doneBy: string;
  roles: string[];
  doneAt: Date;
  reason: string | null;
}

const batch = {
  target: 'DisbursementBatch',
  columnNames: ['countyCode', 'batchId'],
  referencedColumnNames: ['countyCode', 'id'],
};
const keyOf = (table: string) => ({ primary: true, primaryKeyConstraintName: `${table}_pkey` }) as const;

export const DisbursementFundingEntity = new EntitySchema<DisbursementFunding>({
  name: 'DisbursementFunding',
  columns: {
    countyCode: { type: 'varchar', length: 6, ...keyOf('disbursement_funding') },
    batchId: { type: 'uuid', ...keyOf('disbursement_funding') },
    fundId: { type: 'uuid', ...keyOf('disbursement_funding') },
    position: { type: 'smallint' },
    share: { type: 'smallint' },
  },
  uniques: [{ name: 'disbursement_funding_position_key', columns: ['countyCode', 'batchId', 'position'] }],
  foreignKeys: [
    { name: 'disbursement_funding_batch_fkey', ...batch },
    {
      name: 'disbursement_funding_fund_fkey',
      target: 'Fund',
      columnNames: ['countyCode', 'fundId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [{ name: 'disbursement_funding_share_check', expression: `share BETWEEN 1 AND 1000` }],
});

export const DisbursementSchoolEntity = new EntitySchema<DisbursementSchool>({
  name: 'DisbursementSchool',
  columns: {
    countyCode: { type: 'varchar', length: 6, ...keyOf('disbursement_school') },
    batchId: { type: 'uuid', ...keyOf('disbursement_school') },
    schoolId: { type: 'uuid', ...keyOf('disbursement_school') },
    paymentCount: { type: 'integer' },
    paymentFen: { type: 'bigint' },
    confirmedBy: { type: 'text', nullable: true },
    confirmedAt: { type: 'timestamptz', nullable: true },
  },
  foreignKeys: [{ name: 'disbursement_school_batch_fkey', ...batch }],
  checks: [
    { name: 'disbursement_school_confirmed_check', expression: `(confirmed_by IS NULL) = (confirmed_at IS NULL)` },
    { name: 'disbursement_school_count_check', expression: `payment_count > 0 AND payment_fen > 0` },
  ],
});

export const DisbursementStepEntity = new EntitySchema<DisbursementStep>({
  name: 'DisbursementStep',
  columns: {
    countyCode: { type: 'varchar', length: 6, ...keyOf('disbursement_step') },
    id: { type: 'uuid', ...keyOf('disbursement_step') },
    batchId: { type: 'uuid' },
    act: { type: 'text' },
    fromState: { type: 'text', nullable: true },
    toState: { type: 'text' },
    doneBy: { type: 'text' },
    roles: { type: 'text', array: true },
    doneAt: { type: 'timestamptz' },
    reason: { type: 'text', nullable: true },
  },
  indices: [{ name: 'disbursement_step_batch_idx', columns: ['countyCode', 'batchId', 'id'] }],
  foreignKeys: [{ name: 'disbursement_step_batch_fkey', ...batch }],
});
