import type { AttendancePlacement, RollStatus, Stage } from '@bureau/codes';
import { EntitySchema } from 'typeorm';

/** How a child stood from a day on, as each of enrollment’s events told it; the highest version that holds on a day is right. */
export interface StudentStanding {
  countyCode: string;
  studentId: string;
  version: number;
  effectiveOn: string;
  rollStatus: RollStatus | null;
  attendancePlacement: AttendancePlacement;
  stage: Stage | null;
  schoolId: string | null;
  classId: string | null;
  townshipCode: string;
  boarding: string | null;
  /** The event that told it. */
  eventId: string;
}

export const StudentStandingEntity = new EntitySchema<StudentStanding>({
  name: 'StudentStanding',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'student_standing_pkey' },
    studentId: { type: 'uuid', primary: true, primaryKeyConstraintName: 'student_standing_pkey' },
    version: { type: 'integer', primary: true, primaryKeyConstraintName: 'student_standing_pkey' },
    effectiveOn: { type: 'date' },
    rollStatus: { type: 'text', nullable: true },
    attendancePlacement: { type: 'text' },
    stage: { type: 'text', nullable: true },
    schoolId: { type: 'uuid', nullable: true },
    classId: { type: 'uuid', nullable: true },
    townshipCode: { type: 'varchar', length: 9 },
    boarding: { type: 'varchar', length: 1, nullable: true },
    eventId: { type: 'uuid' },
  },
});
