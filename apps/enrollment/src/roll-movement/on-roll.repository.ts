import type { AttendancePlacement, RollStatus, Stage } from '@bureau/codes';
import type { EntityManager } from 'typeorm';

/** A child as a movement of many finds it. */
export interface StandingChild {
  id: string;
  name: string;
  sex: string;
  townshipCode: string;
  schoolId: string;
  classId: string;
  stage: Stage;
  entryYear: number;
  rollStatus: RollStatus;
  attendancePlacement: AttendancePlacement;
}

const CHILD = `student.id, student.name, student.sex, student.township_code AS "townshipCode", student.school_id AS "schoolId",
  student.class_id AS "classId", student.stage, student.entry_year AS "entryYear", student.roll_status AS "rollStatus",
  student.attendance_placement AS "attendancePlacement"`;

export interface OnRollCriteria {
  stage?: Stage;
  entryYear?: number;
  schoolIds?: readonly string[] | null;
  statuses: readonly RollStatus[];
}

/** Locks the children who stand so, in the order of their ids, so that two such acts wait for one another and do not deadlock. */
export function listForUpdate(
  manager: EntityManager,
  countyCode: string,
  criteria: OnRollCriteria,
): Promise<StandingChild[]> {
  const { stage = null, entryYear = null, schoolIds = null, statuses } = criteria;
  return manager.query(
    `SELECT ${CHILD} FROM student WHERE county_code = $1 AND roll_status = ANY ($2) AND ($3::text IS NULL OR stage = $3)
       AND ($4::int IS NULL OR entry_year = $4) AND ($5::uuid[] IS NULL OR school_id = ANY ($5)) ORDER BY id FOR UPDATE`,
    [countyCode, statuses, stage, entryYear, schoolIds],
  );
}

/** Locks these children, in the order of their ids. */
export function lockByIds(
  manager: EntityManager,
  countyCode: string,
  ids: readonly string[],
): Promise<StandingChild[]> {
  return manager.query(`SELECT ${CHILD} FROM student WHERE county_code = $1 AND id = ANY ($2) ORDER BY id FOR UPDATE`, [
    countyCode,
    ids,
  ]);
}
