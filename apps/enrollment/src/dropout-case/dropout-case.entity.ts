import { EntitySchema } from 'typeorm';
import type { DropoutStage } from './dropout-case.rules.ts';

/** A child suspected of dropping out, from suspicion to return (疑似辍学个案). */
export interface DropoutCase {
  countyCode: string;
  id: string;
  studentId: string;
  schoolId: string;
  classId: string;
  townshipCode: string;
  stage: DropoutStage;
  suspectedOn: string;
  /** 最后到校日期. */
  lastSeenOn: string;
  /** R01 … R99 of the county's list of reasons. */
  reasonCode: string;
  /** The day on which the child was in class again. */
  returnedOn: string | null;
  version: number;
}

export const DropoutCaseEntity = new EntitySchema<DropoutCase>({
  name: 'DropoutCase',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'dropout_case_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'dropout_case_pkey' },
    studentId: { type: 'uuid' },
    schoolId: { type: 'uuid' },
    classId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    stage: { type: 'text' },
    suspectedOn: { type: 'date' },
    lastSeenOn: { type: 'date' },
    reasonCode: { type: 'varchar', length: 3 },
    returnedOn: { type: 'date', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  indices: [
    {
      name: 'dropout_case_open_key',
      columns: ['countyCode', 'studentId'],
      unique: true,
      where: `stage <> ALL (ARRAY['RETURNED'::text, 'OTHER_RESOLVED'::text, 'CLOSED'::text])`,
    },
    { name: 'dropout_case_suspected_idx', columns: ['countyCode', 'suspectedOn', 'id'] },
  ],
  foreignKeys: [
    {
      name: 'dropout_case_student_fkey',
      target: 'Student',
      columnNames: ['countyCode', 'studentId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    {
      name: 'dropout_case_stage_check',
      expression: `stage IN ('WATCH', 'SUSPECTED', 'SCHOOL_PERSUASION', 'REPORTED_TOWNSHIP', 'TRIPLE_LINKAGE', 'NOTICE', 'PENALTY', 'DEMAND', 'JUDICIAL', 'RETURNED', 'OTHER_RESOLVED', 'CLOSED')`,
    },
    { name: 'dropout_case_returned_check', expression: `stage <> 'RETURNED' OR returned_on IS NOT NULL` },
    { name: 'dropout_case_dates_check', expression: `last_seen_on <= suspected_on AND returned_on >= suspected_on` },
    { name: 'dropout_case_reason_check', expression: `reason_code ~ '^R[0-9]{2}$'` },
  ],
});
