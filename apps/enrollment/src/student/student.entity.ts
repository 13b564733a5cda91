import {
  ATTENDANCE_PLACEMENTS,
  type AttendancePlacement,
  ROLL_STATUSES,
  type RollStatus,
  type Stage,
  STAGES,
} from '@bureau/codes';
import { EntitySchema } from 'typeorm';
import { closedList } from '../closed-list.ts';

export type LeftBehind = 'NO' | 'ONE_PARENT_AWAY' | 'BOTH_PARENTS_AWAY';

/**
 * A child known to the county's schools (学生): the person, and its present standing on the roll. Where it was before
 * stands in its school spells, of which the standing repeats the last.
 */
export interface Student {
  countyCode: string;
  id: string;
  name: string;
  /** GB/T 2261.1: 1 male, 2 female. */
  sex: string;
  bornOn: string;
  /** 公民身份号码, sealed; null when the child has none. */
  identityNumber: Buffer | null;
  /** Blind index of the identity number. */
  identityNumberIndex: Buffer | null;
  /** GB/T 3304, two digits. */
  ethnicity: string;
  /** 户口所在地, twelve digits. */
  hukouDivision: string;
  /** Where the child lives. */
  townshipCode: string;
  /** 进城务工人员随迁子女. */
  isMigrantChild: boolean;
  /** 留守儿童. */
  leftBehind: LeftBehind;
  /** 就读方式 of JY/T 1001: 1 day pupil, 2 boarder, 3 lodger, 9 other. */
  boarding: string;
  schoolId: string;
  classId: string;
  stage: Stage;
  entryYear: number;
  rollStatus: RollStatus;
  attendancePlacement: AttendancePlacement;
  version: number;
}

export const StudentEntity = new EntitySchema<Student>({
  name: 'Student',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'student_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'student_pkey' },
    name: { type: 'text' },
    sex: { type: 'varchar', length: 1 },
    bornOn: { type: 'date' },
    identityNumber: { type: 'bytea', nullable: true },
    identityNumberIndex: { type: 'bytea', nullable: true },
    ethnicity: { type: 'varchar', length: 2 },
    hukouDivision: { type: 'varchar', length: 12 },
    townshipCode: { type: 'varchar', length: 9 },
    isMigrantChild: { type: 'boolean' },
    leftBehind: { type: 'text' },
    boarding: { type: 'varchar', length: 1 },
    schoolId: { type: 'uuid' },
    classId: { type: 'uuid' },
    stage: { type: 'text' },
    entryYear: { type: 'smallint' },
    rollStatus: { type: 'text' },
    attendancePlacement: { type: 'text' },
    version: { type: 'integer', default: 1 },
  },
  uniques: [{ name: 'student_identity_number_key', columns: ['countyCode', 'identityNumberIndex'] }],
  indices: [
    { name: 'student_name_idx', columns: ['countyCode', 'name', 'id'] },
    { name: 'student_school_idx', columns: ['countyCode', 'schoolId', 'classId'] },
  ],
  foreignKeys: [
    {
      name: 'student_class_fkey',
      target: 'SchoolClass',
      columnNames: ['countyCode', 'classId', 'schoolId'],
      referencedColumnNames: ['countyCode', 'id', 'schoolId'],
    },
    {
      name: 'student_township_fkey',
      target: 'Township',
      columnNames: ['countyCode', 'townshipCode'],
      referencedColumnNames: ['countyCode', 'code'],
    },
  ],
  checks: [
    closedList('student', 'stage', STAGES),
    closedList('student', 'roll_status', ROLL_STATUSES),
    closedList('student', 'attendance_placement', ATTENDANCE_PLACEMENTS),
    {
      name: 'student_compulsory_check',
      expression: `(roll_status <> ALL (ARRAY['WITHDRAWN', 'EXPELLED', 'LEFT_INCOMPLETE'])) OR stage IN ('SENIOR_SECONDARY', 'VOCATIONAL')`,
    },
    { name: 'student_sex_check', expression: `sex IN ('0', '1', '2', '9')` },
    { name: 'student_left_behind_check', expression: `left_behind IN ('NO', 'ONE_PARENT_AWAY', 'BOTH_PARENTS_AWAY')` },
    {
      name: 'student_identity_number_check',
      expression: `(identity_number IS NULL) = (identity_number_index IS NULL)`,
    },
  ],
});
