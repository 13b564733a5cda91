import { EntitySchema } from 'typeorm';

/** Why a child is in no placement and what is to be done (未安置登记): one row each time the office looked into it. */
export interface UnplacedNote {
  countyCode: string;
  id: string;
  childId: string;
  notedOn: string;
  reason: string;
  nextStep: string;
}

export const UnplacedNoteEntity = new EntitySchema<UnplacedNote>({
  name: 'UnplacedNote',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'unplaced_note_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'unplaced_note_pkey' },
    childId: { type: 'uuid' },
    notedOn: { type: 'date' },
    reason: { type: 'text' },
    nextStep: { type: 'text' },
  },
  indices: [{ name: 'unplaced_note_child_idx', columns: ['countyCode', 'childId', 'notedOn'] }],
  foreignKeys: [
    {
      name: 'unplaced_note_child_fkey',
      target: 'DisabledChild',
      columnNames: ['countyCode', 'childId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
});
