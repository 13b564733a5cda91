import { EntitySchema } from 'typeorm';
import type { Stage } from '@bureau/codes';

/** A certificate that was issued (毕业证书、结业证书): one a child and stage, its number never given twice. */
export interface GraduationCertificate {
  countyCode: string;
  id: string;
  studentId: string;
  stage: Stage;
  kind: 'GRADUATION' | 'COMPLETION';
  number: string;
  issuedOn: string;
  movementId: string;
}

const primary = { primary: true, primaryKeyConstraintName: 'graduation_certificate_pkey' } as const;

export const GraduationCertificateEntity = new EntitySchema<GraduationCertificate>({
  name: 'GraduationCertificate',
  columns: {
    countyCode: { type: 'varchar', length: 6, ...primary },
    id: { type: 'uuid', ...primary },
    studentId: { type: 'uuid' },
    stage: { type: 'text' },
    kind: { type: 'text' },
    number: { type: 'text' },
    issuedOn: { type: 'date' },
    movementId: { type: 'uuid' },
  },
  uniques: [
    { name: 'graduation_certificate_number_key', columns: ['countyCode', 'number'] },
    { name: 'graduation_certificate_stage_key', columns: ['countyCode', 'studentId', 'stage'] },
  ],
  foreignKeys: [
    {
      name: 'graduation_certificate_student_fkey',
      target: 'Student',
      columnNames: ['countyCode', 'studentId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    {
      name: 'graduation_certificate_stage_check',
      expression: `stage IN ('PRE_SCHOOL', 'PRIMARY', 'JUNIOR_SECONDARY', 'SENIOR_SECONDARY', 'VOCATIONAL')`,
    },
    { name: 'graduation_certificate_kind_check', expression: `kind IN ('GRADUATION', 'COMPLETION')` },
    { name: 'graduation_certificate_number_check', expression: `number ~ '^[0-9]{16}$'` },
  ],
});
