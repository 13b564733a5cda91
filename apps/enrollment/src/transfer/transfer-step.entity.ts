import { EntitySchema } from 'typeorm';
import type { TransferAct } from './transfer.rules.ts';

/** What somebody did about a transfer: kept as it was done. */
export interface TransferStep {
  countyCode: string;
  id: string;
  transferId: string;
  /** The step of the route that was next. */
  code: string;
  act: TransferAct | 'REQUEST';
  takenBy: string;
  takenOn: string;
  /** The last day for it. */
  dueOn: string | null;
  reason: string | null;
}

const primary = { primary: true, primaryKeyConstraintName: 'transfer_step_pkey' } as const;

export const TransferStepEntity = new EntitySchema<TransferStep>({
  name: 'TransferStep',
  columns: {
    countyCode: { type: 'varchar', length: 6, ...primary },
    id: { type: 'uuid', ...primary },
    transferId: { type: 'uuid' },
    code: { type: 'text' },
    act: { type: 'text' },
    takenBy: { type: 'text' },
    takenOn: { type: 'date' },
    dueOn: { type: 'date', nullable: true },
    reason: { type: 'text', nullable: true },
  },
  indices: [{ name: 'transfer_step_transfer_idx', columns: ['countyCode', 'transferId', 'id'] }],
  foreignKeys: [
    {
      name: 'transfer_step_transfer_fkey',
      target: 'Transfer',
      columnNames: ['countyCode', 'transferId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    {
      name: 'transfer_step_act_check',
      expression: `act IN ('REQUEST', 'ACCEPT', 'REFUSE', 'RETURN', 'RESUBMIT', 'WITHDRAW')`,
    },
    {
      name: 'transfer_step_reason_check',
      expression: `act <> ALL (ARRAY['REFUSE', 'RETURN', 'WITHDRAW']) OR reason IS NOT NULL`,
    },
  ],
});
