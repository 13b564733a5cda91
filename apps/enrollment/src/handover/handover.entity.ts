import { EntitySchema } from 'typeorm';
import { closedList } from '../closed-list.ts';
import { HANDOVER_KINDS, type HandoverKind } from './handover.rules.ts';

/** A sender's packet of children who change schools or teachers (交接): its items go their own ways. */
export interface Handover {
  countyCode: string;
  id: string;
  kind: HandoverKind;
  fromSchoolId: string;
  /** The school year that ends with the hand-over. */
  schoolYear: number;
  preparedOn: string;
  /** The day by which its items must be sent. */
  dueOn: string;
}

export const HandoverEntity = new EntitySchema<Handover>({
  name: 'Handover',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'handover_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'handover_pkey' },
    kind: { type: 'text' },
    fromSchoolId: { type: 'uuid' },
    schoolYear: { type: 'smallint' },
    preparedOn: { type: 'date' },
    dueOn: { type: 'date' },
  },
  indices: [{ name: 'handover_prepared_idx', columns: ['countyCode', 'preparedOn', 'id'] }],
  foreignKeys: [
    {
      name: 'handover_school_fkey',
      target: 'School',
      columnNames: ['countyCode', 'fromSchoolId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [closedList('handover', 'kind', HANDOVER_KINDS)],
});
