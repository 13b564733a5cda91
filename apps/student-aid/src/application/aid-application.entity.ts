import type { ReviewState } from '../review/review.rules.ts';
import type { Season } from '@bureau/calendar';
import { EntitySchema } from 'typeorm';

/** A family asks for a programme in a term (资助申请). */
export interface AidApplication {
  countyCode: string;
  id: string;
  studentId: string;
  programmeCode: string;
  schoolYear: number;
  season: Season;
  /** Where the child was when it was filed. */
  schoolId: string;
  classId: string;
  townshipCode: string;
  /** Where it was handed in, if at a service station. */
  stationCode: string | null;
  filedOn: string;
  state: ReviewState;
  version: number;
}

export const AidApplicationEntity = new EntitySchema<AidApplication>({
  name: 'AidApplication',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'aid_application_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'aid_application_pkey' },
    studentId: { type: 'uuid' },
    programmeCode: { type: 'text' },
    schoolYear: { type: 'smallint' },
    season: { type: 'text' },
    schoolId: { type: 'uuid' },
    classId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    stationCode: { type: 'text', nullable: true },
    filedOn: { type: 'date' },
    state: { type: 'text' },
    version: { type: 'integer', default: 1 },
  },
  indices: [
    {
      name: 'aid_application_live_key',
      columns: ['countyCode', 'studentId', 'programmeCode', 'schoolYear', 'season'],
      unique: true,
      where: `state <> ALL (ARRAY['REJECTED'::text, 'WITHDRAWN'::text])`,
    },
    { name: 'aid_application_filed_idx', columns: ['countyCode', 'filedOn', 'id'] },
    { name: 'aid_application_term_idx', columns: ['countyCode', 'schoolYear', 'season', 'programmeCode', 'state'] },
    { name: 'aid_application_school_idx', columns: ['countyCode', 'schoolId', 'classId'] },
  ],
  foreignKeys: [
    {
      name: 'aid_application_programme_fkey',
      target: 'AidProgramme',
      columnNames: ['countyCode', 'programmeCode'],
      referencedColumnNames: ['countyCode', 'code'],
    },
    {
      name: 'aid_application_station_fkey',
      target: 'ServiceStation',
      columnNames: ['countyCode', 'stationCode'],
      referencedColumnNames: ['countyCode', 'code'],
    },
  ],
  checks: [
    {
      name: 'aid_application_state_check',
      expression: `state IN ('DRAFT', 'SUBMITTED', 'CLASS_REVIEWED', 'SCHOOL_REVIEWED', 'PUBLICISED', 'SCHOOL_APPROVED', 'BUREAU_REVIEWED', 'BUREAU_PUBLICISED', 'APPROVED', 'AWARDED', 'REJECTED', 'WITHDRAWN')`,
    },
    { name: 'aid_application_season_check', expression: `season IN ('AUTUMN', 'SPRING')` },
  ],
});
