import { EntitySchema } from 'typeorm';

export type Particular = 'NAME' | 'SEX' | 'BORN_ON' | 'IDENTITY_NUMBER';

/** One particular before and after its correction (关键信息变更), both sealed. */
export interface ParticularsChange {
  countyCode: string;
  id: string;
  studentId: string;
  movementId: string;
  field: Particular;
  beforeValue: Buffer | null;
  afterValue: Buffer | null;
}

const primary = { primary: true, primaryKeyConstraintName: 'particulars_change_pkey' } as const;

export const ParticularsChangeEntity = new EntitySchema<ParticularsChange>({
  name: 'ParticularsChange',
  columns: {
    countyCode: { type: 'varchar', length: 6, ...primary },
    id: { type: 'uuid', ...primary },
    studentId: { type: 'uuid' },
    movementId: { type: 'uuid' },
    field: { type: 'text' },
    beforeValue: { type: 'bytea', nullable: true },
    afterValue: { type: 'bytea', nullable: true },
  },
  uniques: [{ name: 'particulars_change_field_key', columns: ['countyCode', 'movementId', 'field'] }],
  indices: [{ name: 'particulars_change_student_idx', columns: ['countyCode', 'studentId'] }],
  foreignKeys: [
    {
      name: 'particulars_change_student_fkey',
      target: 'Student',
      columnNames: ['countyCode', 'studentId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    { name: 'particulars_change_field_check', expression: `field IN ('NAME', 'SEX', 'BORN_ON', 'IDENTITY_NUMBER')` },
  ],
});
