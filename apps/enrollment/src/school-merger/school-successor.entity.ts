import { EntitySchema } from 'typeorm';

/** Where the children and files of a closed school went (撤并). */
export interface SchoolSuccessor {
  countyCode: string;
  schoolId: string;
  successorId: string;
  sinceOn: string;
  kind: 'MERGER' | 'CLOSURE';
  document: string;
}

const primary = { primary: true, primaryKeyConstraintName: 'school_successor_pkey' } as const;

export const SchoolSuccessorEntity = new EntitySchema<SchoolSuccessor>({
  name: 'SchoolSuccessor',
  columns: {
    countyCode: { type: 'varchar', length: 6, ...primary },
    schoolId: { type: 'uuid', ...primary },
    successorId: { type: 'uuid', ...primary },
    sinceOn: { type: 'date' },
    kind: { type: 'text' },
    document: { type: 'text' },
  },
  foreignKeys: [
    {
      name: 'school_successor_school_id_fkey',
      target: 'School',
      columnNames: ['countyCode', 'schoolId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
    {
      name: 'school_successor_successor_id_fkey',
      target: 'School',
      columnNames: ['countyCode', 'successorId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    { name: 'school_successor_kind_check', expression: `kind IN ('MERGER', 'CLOSURE')` },
    { name: 'school_successor_other_check', expression: `successor_id <> school_id` },
  ],
});
