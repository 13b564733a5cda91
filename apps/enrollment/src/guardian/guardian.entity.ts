import { EntitySchema } from 'typeorm';

/** A member of the family, first to third on the sheet (家庭成员或监护人); phone, address and identity number are sealed. */
export interface Guardian {
  countyCode: string;
  id: string;
  studentId: string;
  position: number;
  name: string;
  kinship: string;
  kinshipNote: string | null;
  ethnicity: string | null;
  employer: string | null;
  job: string | null;
  livingAddress: Buffer | null;
  hukouDivision: string | null;
  phone: Buffer | null;
  phoneIndex: Buffer | null;
  isGuardian: boolean;
  documentType: string;
  identityNumber: Buffer | null;
  identityNumberIndex: Buffer | null;
  version: number;
}

const primary = { primary: true, primaryKeyConstraintName: 'guardian_pkey' } as const;

export const GuardianEntity = new EntitySchema<Guardian>({
  name: 'Guardian',
  columns: {
    countyCode: { type: 'varchar', length: 6, ...primary },
    id: { type: 'uuid', ...primary },
    studentId: { type: 'uuid' },
    position: { type: 'smallint' },
    name: { type: 'text' },
    kinship: { type: 'varchar', length: 2 },
    kinshipNote: { type: 'text', nullable: true },
    ethnicity: { type: 'varchar', length: 2, nullable: true },
    employer: { type: 'text', nullable: true },
    job: { type: 'text', nullable: true },
    livingAddress: { type: 'bytea', nullable: true },
    hukouDivision: { type: 'varchar', length: 12, nullable: true },
    phone: { type: 'bytea', nullable: true },
    phoneIndex: { type: 'bytea', nullable: true },
    isGuardian: { type: 'boolean' },
    documentType: { type: 'varchar', length: 1, default: '1' },
    identityNumber: { type: 'bytea', nullable: true },
    identityNumberIndex: { type: 'bytea', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  uniques: [{ name: 'guardian_position_key', columns: ['countyCode', 'studentId', 'position'] }],
  foreignKeys: [
    {
      name: 'guardian_student_fkey',
      target: 'Student',
      columnNames: ['countyCode', 'studentId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    { name: 'guardian_position_check', expression: `position BETWEEN 1 AND 3` },
    { name: 'guardian_phone_check', expression: `(phone IS NULL) = (phone_index IS NULL)` },
    {
      name: 'guardian_identity_number_check',
      expression: `(identity_number IS NULL) = (identity_number_index IS NULL)`,
    },
  ],
});
