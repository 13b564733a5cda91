import { EntitySchema } from 'typeorm';
import type { HandoverAct, HandoverState } from './handover.rules.ts';

/** What was done with an item, by whom and when; never changed. */
export interface HandoverStep {
  countyCode: string;
  id: string;
  itemId: string;
  act: HandoverAct;
  toState: HandoverState;
  toSchoolId: string | null;
  note: string | null;
  takenBy: string;
  takenAt: Date;
}

export const HandoverStepEntity = new EntitySchema<HandoverStep>({
  name: 'HandoverStep',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'handover_step_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'handover_step_pkey' },
    itemId: { type: 'uuid' },
    act: { type: 'text' },
    toState: { type: 'text' },
    toSchoolId: { type: 'uuid', nullable: true },
    note: { type: 'text', nullable: true },
    takenBy: { type: 'text' },
    takenAt: { type: 'timestamptz' },
  },
  indices: [{ name: 'handover_step_item_idx', columns: ['countyCode', 'itemId', 'id'] }],
  foreignKeys: [
    {
      name: 'handover_step_item_fkey',
      target: 'HandoverItem',
      columnNames: ['countyCode', 'itemId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
});
