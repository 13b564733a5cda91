import { EntitySchema } from 'typeorm';
import type { Stage } from '@bureau/codes';
import type { AdmissionBasis } from './allocation.rules.ts';

/** The seat a child was given for a stage, and by which rule (录取); null where none was left. */
export interface Admission {
  countyCode: string;
  id: string;
  schoolYear: number;
  studentId: string;
  studentName: string;
  stage: Stage;
  schoolId: string | null;
  basis: AdmissionBasis;
  catchmentSchoolId: string | null;
  allocatedOn: string;
  enrolledOn: string | null;
}

const primary = { primary: true, primaryKeyConstraintName: 'admission_pkey' } as const;

export const AdmissionEntity = new EntitySchema<Admission>({
  name: 'Admission',
  columns: {
    countyCode: { type: 'varchar', length: 6, ...primary },
    id: { type: 'uuid', ...primary },
    schoolYear: { type: 'smallint' },
    studentId: { type: 'uuid' },
    studentName: { type: 'text' },
    stage: { type: 'text' },
    schoolId: { type: 'uuid', nullable: true },
    basis: { type: 'text' },
    catchmentSchoolId: { type: 'uuid', nullable: true },
    allocatedOn: { type: 'date' },
    enrolledOn: { type: 'date', nullable: true },
  },
  uniques: [{ name: 'admission_student_key', columns: ['countyCode', 'schoolYear', 'studentId', 'stage'] }],
  indices: [{ name: 'admission_name_idx', columns: ['countyCode', 'schoolYear', 'studentName', 'id'] }],
  foreignKeys: [
    {
      name: 'admission_student_fkey',
      target: 'Student',
      columnNames: ['countyCode', 'studentId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
    {
      name: 'admission_school_id_fkey',
      target: 'School',
      columnNames: ['countyCode', 'schoolId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    {
      name: 'admission_basis_check',
      expression: `basis IN ('CATCHMENT', 'SECOND_CATCHMENT', 'ADJUSTED_IN_TOWNSHIP', 'ADJUSTED_IN_COUNTY', 'NO_SEAT')`,
    },
    { name: 'admission_seat_check', expression: `(school_id IS NULL) = (basis = 'NO_SEAT')` },
    { name: 'admission_enrolled_check', expression: `enrolled_on IS NULL OR school_id IS NOT NULL` },
  ],
});
