import { EntitySchema } from 'typeorm';
import type { LessonKind } from './three-classrooms-terms.rules.ts';

/** An agreement by which one school gives lessons to others (结对). */
export interface ClassroomPairing {
  countyCode: string;
  id: string;
  /** The school that gives the lessons (主讲学校); null when it is out of sight. */
  leadSchoolId: string;
  /** Which of the three classrooms. */
  kind: LessonKind;
  /** The subjects. */
  subjects: string[];
  /** Sessions a week that were agreed. */
  weeklySessions: number;
  /** First day. */
  startsOn: string;
  /** Last day; null while no end is known. */
  endsOn: string | null;
  version: number;
}

export const ClassroomPairingEntity = new EntitySchema<ClassroomPairing>({
  name: 'ClassroomPairing',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'classroom_pairing_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'classroom_pairing_pkey' },
    leadSchoolId: { type: 'uuid' },
    kind: { type: 'text' },
    subjects: { type: 'text', array: true },
    weeklySessions: { type: 'smallint' },
    startsOn: { type: 'date' },
    endsOn: { type: 'date', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  uniques: [{ name: 'classroom_pairing_lead_key', columns: ['countyCode', 'id', 'leadSchoolId'] }],
  indices: [{ name: 'classroom_pairing_starts_idx', columns: ['countyCode', 'startsOn', 'id'] }],
  checks: [
    { name: 'classroom_pairing_kind_check', expression: `kind IN ('DELIVERY', 'FAMOUS_TEACHER', 'FAMOUS_SCHOOL')` },
    { name: 'classroom_pairing_weekly_check', expression: `weekly_sessions BETWEEN 1 AND 40` },
    { name: 'classroom_pairing_subjects_check', expression: `cardinality(subjects) > 0` },
    { name: 'classroom_pairing_dates_check', expression: `ends_on >= starts_on` },
  ],
});
