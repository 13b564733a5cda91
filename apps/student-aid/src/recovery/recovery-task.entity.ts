import type { RecoveryReason, RecoveryState } from './recovery.rules.ts';
import { EntitySchema } from 'typeorm';

/** Aid that was paid for days on which the child was on no roll, to be had back (追回任务). */
export interface RecoveryTask {
  countyCode: string;
  id: string;
  awardId: string;
  studentId: string;
  /** Of the award. */
  schoolId: string;
  classId: string;
  townshipCode: string;
  amountFen: string;
  reason: RecoveryReason;
  eventId: string | null;
  openedOn: string;
  state: RecoveryState;
  settledOn: string | null;
  /** What it was settled by, or why it was given up. */
  document: string | null;
  version: number;
}

export const RecoveryTaskEntity = new EntitySchema<RecoveryTask>({
  name: 'RecoveryTask',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'recovery_task_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'recovery_task_pkey' },
    awardId: { type: 'uuid' },
    studentId: { type: 'uuid' },
    schoolId: { type: 'uuid' },
    classId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    amountFen: { type: 'bigint' },
    reason: { type: 'text' },
    eventId: { type: 'uuid', nullable: true },
    openedOn: { type: 'date' },
    state: { type: 'text' },
    settledOn: { type: 'date', nullable: true },
    document: { type: 'text', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  indices: [
    {
      name: 'recovery_task_open_key',
      columns: ['countyCode', 'awardId'],
      unique: true,
      where: `state = ANY (ARRAY['OPEN'::text, 'DEMANDED'::text])`,
    },
    { name: 'recovery_task_opened_idx', columns: ['countyCode', 'openedOn', 'id'] },
    { name: 'recovery_task_school_idx', columns: ['countyCode', 'schoolId', 'classId'] },
  ],
  foreignKeys: [
    {
      name: 'recovery_task_award_fkey',
      target: 'AidAward',
      columnNames: ['countyCode', 'awardId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    { name: 'recovery_task_amount_check', expression: `amount_fen > 0` },
    { name: 'recovery_task_reason_check', expression: `reason IN ('LEFT', 'DECEASED', 'DUPLICATE', 'NOT_ENTITLED')` },
    {
      name: 'recovery_task_state_check',
      expression: `state IN ('OPEN', 'DEMANDED', 'RECOVERED', 'GIVEN_UP', 'WITHDRAWN')`,
    },
    {
      name: 'recovery_task_settled_check',
      expression: `(settled_on IS NOT NULL) = (state IN ('RECOVERED', 'GIVEN_UP', 'WITHDRAWN'))`,
    },
  ],
});
