import { EntitySchema } from 'typeorm';

/** 残疾人证: whether the child holds one. */
export type CertificateStatus = 'NONE' | 'APPLYING' | 'VALID' | 'EXPIRED' | 'REVOKED';

/** Who found that the child is disabled. */
export type Identification = 'CERTIFICATE' | 'HOSPITAL' | 'EXPERT_COMMITTEE' | 'SCHOOL';

/** A disabled child known to the office (残疾儿童台账), on a roll or on none. */
export interface DisabledChild {
  countyCode: string;
  id: string;
  /** The child on the roll; null when it is on none here. */
  studentId: string | null;
  name: string;
  /** GB/T 2261.1: 1 male, 2 female. */
  sex: string;
  bornOn: string;
  /** 公民身份号码, sealed as `disabled_child.identity_number:<id>`; null when the child has none. */
  identityNumber: Buffer | null;
  /** Blind index of the identity number. */
  identityNumberIndex: Buffer | null;
  certificateStatus: CertificateStatus;
  /** 残疾人证号, sealed as `disabled_child.certificate_number:<id>`. */
  certificateNumber: Buffer | null;
  certificateNumberIndex: Buffer | null;
  identifiedBy: Identification;
  /** The category of the disability that comes first: the row of `disability` that is the primary one. */
  primaryCategory: string;
  /** Where the child lives, nine digits. */
  townshipCode: string;
  /** The school that answers for the child (责任学校), whether or not the child is taught there. */
  schoolId: string | null;
  classId: string | null;
  /** The day on which the office entered the child. */
  registeredOn: string;
  /** The version of the child on the roll up to which events had their effects. */
  rollVersion: number;
  version: number;
}

export const DisabledChildEntity = new EntitySchema<DisabledChild>({
  name: 'DisabledChild',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'disabled_child_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'disabled_child_pkey' },
    studentId: { type: 'uuid', nullable: true },
    name: { type: 'text' },
    sex: { type: 'varchar', length: 1 },
    bornOn: { type: 'date' },
    identityNumber: { type: 'bytea', nullable: true },
    identityNumberIndex: { type: 'bytea', nullable: true },
    certificateStatus: { type: 'text' },
    certificateNumber: { type: 'bytea', nullable: true },
    certificateNumberIndex: { type: 'bytea', nullable: true },
    identifiedBy: { type: 'text' },
    primaryCategory: { type: 'varchar', length: 1 },
    townshipCode: { type: 'varchar', length: 9 },
    schoolId: { type: 'uuid', nullable: true },
    classId: { type: 'uuid', nullable: true },
    registeredOn: { type: 'date' },
    rollVersion: { type: 'integer', default: 0 },
    version: { type: 'integer', default: 1 },
  },
  uniques: [
    { name: 'disabled_child_student_key', columns: ['countyCode', 'studentId'] },
    { name: 'disabled_child_identity_number_key', columns: ['countyCode', 'identityNumberIndex'] },
    { name: 'disabled_child_certificate_number_key', columns: ['countyCode', 'certificateNumberIndex'] },
  ],
  indices: [
    { name: 'disabled_child_name_idx', columns: ['countyCode', 'name', 'id'] },
    { name: 'disabled_child_born_idx', columns: ['countyCode', 'bornOn', 'id'] },
    { name: 'disabled_child_school_idx', columns: ['countyCode', 'schoolId', 'classId'] },
  ],
  foreignKeys: [
    {
      name: 'disabled_child_primary_category_fkey',
      target: 'Disability',
      columnNames: ['countyCode', 'id', 'primaryCategory'],
      referencedColumnNames: ['countyCode', 'childId', 'category'],
      deferrable: 'INITIALLY DEFERRED',
    },
  ],
  checks: [
    { name: 'disabled_child_sex_check', expression: `sex IN ('0', '1', '2', '9')` },
    { name: 'disabled_child_township_check', expression: `township_code ~ '^[0-9]{9}$'` },
    { name: 'disabled_child_class_check', expression: `class_id IS NULL OR school_id IS NOT NULL` },
    { name: 'disabled_child_registered_check', expression: `registered_on >= born_on` },
    {
      name: 'disabled_child_identified_check',
      expression: `identified_by IN ('CERTIFICATE', 'HOSPITAL', 'EXPERT_COMMITTEE', 'SCHOOL')`,
    },
    {
      name: 'disabled_child_certificate_check',
      expression: `CASE certificate_status WHEN 'NONE' THEN certificate_number IS NULL WHEN 'VALID' THEN certificate_number IS NOT NULL ELSE certificate_status IN ('APPLYING', 'EXPIRED', 'REVOKED') END`,
    },
    {
      name: 'disabled_child_sealed_check',
      expression: `(identity_number IS NULL) = (identity_number_index IS NULL) AND (certificate_number IS NULL) = (certificate_number_index IS NULL)`,
    },
  ],
});
