import type { Season } from '@bureau/calendar';
import { EntitySchema } from 'typeorm';
import type { BatchState } from './disbursement.rules.ts';

/** Payments of one programme for one term that go out together (发放批次). */
export interface DisbursementBatch {
  countyCode: string;
  id: string;
  /** `2024-00017`: the calendar year it was made in and its number in the county, which no other has. */
  number: string;
  programmeCode: string;
  schoolYear: number;
  season: Season;
  /** Of a programme whose fee schools waive, the payments are WAIVER. */
  paymentKind: 'CASH' | 'WAIVER';
  /** Of these schools only; null for all of the county. */
  schoolIds: string[] | null;
  state: BatchState;
  declaredCount: number;
  declaredFen: string;
  /** What it holds in fact. */
  paymentCount: number;
  paymentFen: string;
  /** How many schools have a part in it, once locked, and how many of them have confirmed theirs. */
  schoolCount: number;
  confirmedCount: number;
  /** 发放截止日, as the term had it when the batch was made. */
  payBy: string;
  madeBy: string;
  madeAt: Date;
  lockedBy: string | null;
  auditedBy: string | null;
  approvedBy: string | null;
  /** 财政拨款文号, once submitted. */
  treasuryDocument: string | null;
  version: number;
}

const primary = { primary: true, primaryKeyConstraintName: 'disbursement_batch_pkey' } as const;

export const DisbursementBatchEntity = new EntitySchema<DisbursementBatch>({
  name: 'DisbursementBatch',
  columns: {
    countyCode: { type: 'varchar', length: 6, ...primary },
    id: { type: 'uuid', ...primary },
    number: { type: 'varchar', length: 10 },
    programmeCode: { type: 'text' },
    schoolYear: { type: 'smallint' },
    season: { type: 'text' },
    paymentKind: { type: 'text' },
    schoolIds: { type: 'uuid', array: true, nullable: true },
    state: { type: 'text' },
    declaredCount: { type: 'integer' },
    declaredFen: { type: 'bigint' },
    paymentCount: { type: 'integer' },
    paymentFen: { type: 'bigint' },
    schoolCount: { type: 'integer', default: 0 },
    confirmedCount: { type: 'integer', default: 0 },
    payBy: { type: 'date' },
    madeBy: { type: 'text' },
    madeAt: { type: 'timestamptz' },
    lockedBy: { type: 'text', nullable: true },
    auditedBy: { type: 'text', nullable: true },
    approvedBy: { type: 'text', nullable: true },
    treasuryDocument: { type: 'text', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  uniques: [
    { name: 'disbursement_batch_number_key', columns: ['countyCode', 'number'] },
    { name: 'disbursement_batch_programme_key', columns: ['countyCode', 'id', 'programmeCode'] },
  ],
  indices: [
    { name: 'disbursement_batch_made_idx', columns: ['countyCode', 'madeAt', 'id'] },
    { name: 'disbursement_batch_term_idx', columns: ['countyCode', 'schoolYear', 'season', 'programmeCode'] },
  ],
  foreignKeys: [
    {
      name: 'disbursement_batch_programme_fkey',
      target: 'AidProgramme',
      columnNames: ['countyCode', 'programmeCode'],
      referencedColumnNames: ['countyCode', 'code'],
    },
  ],
  checks: [
    {
      name: 'disbursement_batch_state_check',
      expression: `state IN ('DRAFT', 'LIST_LOCKED', 'SCHOOL_CONFIRMED', 'AID_CENTRE_AUDITED', 'LEADER_APPROVED', 'FINANCE_SUBMITTED', 'RETURNED', 'SENT_TO_BANK', 'PARTIALLY_PAID', 'PAID', 'RECONCILED', 'ARCHIVED', 'VOID')`,
    },
    { name: 'disbursement_batch_number_check', expression: `number ~ '^[0-9]{4}-[0-9]{5}$'` },
    { name: 'disbursement_batch_season_check', expression: `season IN ('AUTUMN', 'SPRING')` },
    { name: 'disbursement_batch_kind_check', expression: `payment_kind IN ('CASH', 'WAIVER')` },
    { name: 'disbursement_batch_count_check', expression: `declared_count > 0 AND payment_count >= 0` },
    { name: 'disbursement_batch_amount_check', expression: `declared_fen > 0 AND payment_fen >= 0` },
    {
      name: 'disbursement_batch_declared_check',
      expression: `state IN ('DRAFT', 'VOID') OR (declared_count = payment_count AND declared_fen = payment_fen)`,
    },
    {
      name: 'disbursement_batch_four_eyes_check',
      expression: `approved_by IS NULL OR (approved_by <> made_by AND locked_by IS NOT NULL AND approved_by <> locked_by)`,
    },
    {
      name: 'disbursement_batch_confirmed_check',
      expression: `confirmed_count BETWEEN 0 AND school_count AND (state IN ('DRAFT', 'LIST_LOCKED', 'VOID') OR (school_count > 0 AND confirmed_count = school_count))`,
    },
    {
      name: 'disbursement_batch_locked_check',
      expression: `state IN ('DRAFT', 'VOID') OR locked_by IS NOT NULL`,
    },
    {
      name: 'disbursement_batch_audited_check',
      expression: `state IN ('DRAFT', 'LIST_LOCKED', 'SCHOOL_CONFIRMED', 'VOID') OR audited_by IS NOT NULL`,
    },
    {
      name: 'disbursement_batch_approved_check',
      expression: `state IN ('DRAFT', 'LIST_LOCKED', 'SCHOOL_CONFIRMED', 'AID_CENTRE_AUDITED', 'VOID') OR approved_by IS NOT NULL`,
    },
    {
      name: 'disbursement_batch_submitted_check',
      expression: `state NOT IN ('FINANCE_SUBMITTED', 'SENT_TO_BANK', 'PARTIALLY_PAID', 'PAID', 'RECONCILED', 'ARCHIVED') OR treasury_document IS NOT NULL`,
    },
  ],
});
