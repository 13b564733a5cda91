import type { AttendancePlacement, RollStatus, Stage } from '@bureau/codes';
import { EntitySchema } from 'typeorm';

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
  /** Blind index of the identity number; null when the child has none. */
  identityIndex: string | null;
  /** 就读方式 of JY/T 1001: 1 day pupil, 2 boarder; null when it was not told. */
  boarding: string | null;
  effectiveOn: string;
  version: number;
}

export const StudentRosterEntity = new EntitySchema<StudentRoster>({
  name: 'StudentRoster',
  columns: {
    countyCode: {
      type: 'varchar',
      length: 6,
      primary: true,
      primaryKeyConstraintName: 'student_roster_pkey',
    },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'student_roster_pkey' },
    schoolId: { type: 'uuid', nullable: true },
    classId: { type: 'uuid', nullable: true },
    townshipCode: { type: 'varchar', length: 9 },
    name: { type: 'text' },
    stage: { type: 'text', nullable: true },
    grade: { type: 'smallint', nullable: true },
    rollStatus: { type: 'text', nullable: true },
    attendancePlacement: { type: 'text' },
    bornOn: { type: 'date' },
    sex: { type: 'varchar', length: 1 },
    identityIndex: { type: 'varchar', length: 64, nullable: true },
    boarding: { type: 'varchar', length: 1, nullable: true },
    effectiveOn: { type: 'date' },
    version: { type: 'integer' },
  },
  indices: [
    { name: 'student_roster_school_idx', columns: ['countyCode', 'schoolId', 'classId'] },
    { name: 'student_roster_identity_idx', columns: ['countyCode', 'identityIndex'] },
  ],
});
