import { EntitySchema } from 'typeorm';

export type RollNumberKind = 'FORMAL' | 'TEMPORARY' | 'WITHOUT_IDENTITY_NUMBER';

/** A roll number a child has or had (学籍号): kept for life, never given twice. */
export interface RollNumber {
  countyCode: string;
  id: string;
  studentId: string;
  kind: RollNumberKind;
  number: Buffer;
  numberIndex: Buffer;
  validFrom: string;
  validTo: string | null;
  reason: string;
}

const primary = { primary: true, primaryKeyConstraintName: 'roll_number_pkey' } as const;

export const RollNumberEntity = new EntitySchema<RollNumber>({
  name: 'RollNumber',
  columns: {
    countyCode: { type: 'varchar', length: 6, ...primary },
    id: { type: 'uuid', ...primary },
    studentId: { type: 'uuid' },
    kind: { type: 'text' },
    number: { type: 'bytea' },
    numberIndex: { type: 'bytea' },
    validFrom: { type: 'date' },
    validTo: { type: 'date', nullable: true },
    reason: { type: 'text' },
  },
  uniques: [{ name: 'roll_number_number_key', columns: ['countyCode', 'numberIndex'] }],
  indices: [
    { name: 'roll_number_current_key', columns: ['countyCode', 'studentId'], unique: true, where: 'valid_to IS NULL' },
    { name: 'roll_number_student_idx', columns: ['countyCode', 'studentId', 'validFrom'] },
  ],
  foreignKeys: [
    {
      name: 'roll_number_student_fkey',
      target: 'Student',
      columnNames: ['countyCode', 'studentId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    { name: 'roll_number_kind_check', expression: `kind IN ('FORMAL', 'TEMPORARY', 'WITHOUT_IDENTITY_NUMBER')` },
    { name: 'roll_number_dates_check', expression: `valid_to >= valid_from` },
  ],
});
