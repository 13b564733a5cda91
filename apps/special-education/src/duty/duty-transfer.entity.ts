import { EntitySchema } from 'typeorm';
import type { TransferCause, TransferState } from './duty.rules.ts';

/** A child handed over to another school or to the bureau (责任移交): until it is accepted the sender answers for the child. */
export interface DutyTransfer {
  countyCode: string;
  id: string;
  childId: string;
  /** Null: the bureau. */
  fromSchoolId: string | null;
  /** Null: the bureau’s pool (推送到教育局). */
  toSchoolId: string | null;
  toClassId: string | null;
  cause: TransferCause;
  state: TransferState;
  offeredAt: Date;
  dueOn: string;
  answeredAt: Date | null;
  answeredBy: string | null;
  reason: string | null;
  version: number;
}

export const DutyTransferEntity = new EntitySchema<DutyTransfer>({
  name: 'DutyTransfer',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'duty_transfer_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'duty_transfer_pkey' },
    childId: { type: 'uuid' },
    fromSchoolId: { type: 'uuid', nullable: true },
    toSchoolId: { type: 'uuid', nullable: true },
    toClassId: { type: 'uuid', nullable: true },
    cause: { type: 'text' },
    state: { type: 'text' },
    offeredAt: { type: 'timestamptz' },
    dueOn: { type: 'date' },
    answeredAt: { type: 'timestamptz', nullable: true },
    answeredBy: { type: 'text', nullable: true },
    reason: { type: 'text', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  indices: [
    {
      name: 'duty_transfer_open_key',
      columns: ['countyCode', 'childId'],
      unique: true,
      where: `state = 'OFFERED'::text`,
    },
    { name: 'duty_transfer_offered_idx', columns: ['countyCode', 'offeredAt', 'id'] },
    { name: 'duty_transfer_to_idx', columns: ['countyCode', 'toSchoolId'] },
  ],
  foreignKeys: [
    {
      name: 'duty_transfer_child_fkey',
      target: 'DisabledChild',
      columnNames: ['countyCode', 'childId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    { name: 'duty_transfer_cause_check', expression: `cause IN ('ROLL', 'MERGER', 'DECISION', 'SENDER')` },
    { name: 'duty_transfer_state_check', expression: `state IN ('OFFERED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')` },
    { name: 'duty_transfer_answer_check', expression: `(state = 'OFFERED') = (answered_at IS NULL)` },
    { name: 'duty_transfer_schools_check', expression: `from_school_id IS DISTINCT FROM to_school_id` },
  ],
});
