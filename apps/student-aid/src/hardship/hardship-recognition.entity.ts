import type { HardshipLevel } from '../programme/hardship-level.rules.ts';
import type { ReviewState } from '../review/review.rules.ts';
import { EntitySchema } from 'typeorm';

/** The recognition of a family’s hardship for a school year (家庭经济困难学生认定). */
export interface HardshipRecognition {
  countyCode: string;
  id: string;
  studentId: string;
  schoolYear: number;
  /** Where the child was when it was filed. */
  schoolId: string;
  classId: string;
  townshipCode: string;
  level: HardshipLevel;
  /** 特殊困难类型, of the county’s categories. */
  categories: string[];
  /** Where it was handed in, if at a service station. */
  stationCode: string | null;
  /** The day on which the guardian signed. */
  consentedOn: string;
  filedOn: string;
  state: ReviewState;
  version: number;
}

export const HardshipRecognitionEntity = new EntitySchema<HardshipRecognition>({
  name: 'HardshipRecognition',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'hardship_recognition_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'hardship_recognition_pkey' },
    studentId: { type: 'uuid' },
    schoolYear: { type: 'smallint' },
    schoolId: { type: 'uuid' },
    classId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    level: { type: 'text' },
    categories: { type: 'text', array: true },
    stationCode: { type: 'text', nullable: true },
    consentedOn: { type: 'date' },
    filedOn: { type: 'date' },
    state: { type: 'text' },
    version: { type: 'integer', default: 1 },
  },
  indices: [
    {
      name: 'hardship_recognition_live_key',
      columns: ['countyCode', 'studentId', 'schoolYear'],
      unique: true,
      where: `state <> ALL (ARRAY['REJECTED'::text, 'WITHDRAWN'::text])`,
    },
    { name: 'hardship_recognition_filed_idx', columns: ['countyCode', 'filedOn', 'id'] },
    { name: 'hardship_recognition_school_idx', columns: ['countyCode', 'schoolId', 'classId'] },
  ],
  foreignKeys: [
    {
      name: 'hardship_recognition_station_fkey',
      target: 'ServiceStation',
      columnNames: ['countyCode', 'stationCode'],
      referencedColumnNames: ['countyCode', 'code'],
    },
  ],
  checks: [
    { name: 'hardship_recognition_level_check', expression: `level IN ('SPECIAL', 'HARD', 'GENERAL')` },
    {
      name: 'hardship_recognition_state_check',
      expression: `state IN ('DRAFT', 'SUBMITTED', 'CLASS_REVIEWED', 'SCHOOL_REVIEWED', 'PUBLICISED', 'SCHOOL_APPROVED', 'BUREAU_REVIEWED', 'BUREAU_PUBLICISED', 'APPROVED', 'AWARDED', 'REJECTED', 'WITHDRAWN')`,
    },
    { name: 'hardship_recognition_days_check', expression: `consented_on <= filed_on` },
  ],
});
