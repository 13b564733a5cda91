import { EntitySchema } from 'typeorm';
import type { Stage } from '../contract/stage.ts';
import type { AttendancePlacement, RollStatus } from '../contract/student-changed.ts';

/** A child as this office knows it from enrollment's events (学生). */
export interface StudentRoster {
  countyCode: string;
  id: string;
  schoolId: string | null;
  classId: string | null;
  townshipCode: string;
  name: string;
  stage: Stage | null;
  /** Year within the stage, from 1. */
  grade: number | null;
  /** Null for a child who has no roll (未入学). */
  rollStatus: RollStatus | null;
  attendancePlacement: AttendancePlacement;
  bornOn: string;
  /** GB/T 2261.1: 1 male, 2 female. */
  sex: string;
  effectiveOn: string;
  version: number;
}

export const StudentRosterEntity = new EntitySchema<StudentRoster>({
  name: 'StudentRoster',
  tableName: 'student_roster',
  columns: {
    countyCode: {
      name: 'county_code',
      type: 'varchar',
      length: 6,
      primary: true,
      primaryKeyConstraintName: 'student_roster_pkey',
    },
    id: { name: 'id', type: 'uuid', primary: true, primaryKeyConstraintName: 'student_roster_pkey' },
    schoolId: { name: 'school_id', type: 'uuid', nullable: true },
    classId: { name: 'class_id', type: 'uuid', nullable: true },
    townshipCode: { name: 'township_code', type: 'varchar', length: 9 },
    name: { name: 'name', type: 'text' },
    stage: { name: 'stage', type: 'text', nullable: true },
    grade: { name: 'grade', type: 'smallint', nullable: true },
    rollStatus: { name: 'roll_status', type: 'text', nullable: true },
    attendancePlacement: { name: 'attendance_placement', type: 'text' },
    bornOn: { name: 'born_on', type: 'date' },
    sex: { name: 'sex', type: 'varchar', length: 1 },
    effectiveOn: { name: 'effective_on', type: 'date' },
    version: { name: 'version', type: 'integer' },
  },
  indices: [{ name: 'student_roster_school_idx', columns: ['countyCode', 'schoolId', 'classId'] }],
});
