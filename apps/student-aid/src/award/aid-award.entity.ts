import type { Season } from '@bureau/calendar';
import type { Stage } from '@bureau/codes';
import { EntitySchema } from 'typeorm';

/**
 * One child, one programme, one term (资助人次): the unit that all counts are made of. Where the child was is kept as it
 * was when the award was made.
 */
export interface AidAward {
  countyCode: string;
  id: string;
  studentId: string;
  programmeCode: string;
  schoolYear: number;
  season: Season;
  stage: Stage;
  /** 档次: 1 is the highest, and the only one of a programme with a single amount. */
  tier: number;
  amountFen: string;
  schoolId: string;
  classId: string;
  /** Where the child lives. */
  townshipCode: string;
  awardedOn: string;
}

export const AidAwardEntity = new EntitySchema<AidAward>({
  name: 'AidAward',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'aid_award_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'aid_award_pkey' },
    studentId: { type: 'uuid' },
    programmeCode: { type: 'text' },
    schoolYear: { type: 'smallint' },
    season: { type: 'text' },
    stage: { type: 'text' },
    tier: { type: 'smallint' },
    amountFen: { type: 'bigint' },
    schoolId: { type: 'uuid' },
    classId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    awardedOn: { type: 'date' },
  },
  uniques: [
    {
      name: 'aid_award_once_a_term_key',
      columns: ['countyCode', 'studentId', 'programmeCode', 'schoolYear', 'season'],
    },
    // What payments repeat of their award; foreign keys keep both the same.
    {
      name: 'aid_award_place_key',
      columns: ['countyCode', 'id', 'studentId', 'programmeCode', 'schoolId', 'classId', 'townshipCode'],
    },
    { name: 'aid_award_amount_key', columns: ['countyCode', 'id', 'amountFen'] },
  ],
  indices: [
    { name: 'aid_award_awarded_idx', columns: ['countyCode', 'awardedOn', 'id'] },
    { name: 'aid_award_term_idx', columns: ['countyCode', 'schoolYear', 'season', 'id'] },
    { name: 'aid_award_school_idx', columns: ['countyCode', 'schoolId', 'classId'] },
  ],
  foreignKeys: [
    {
      name: 'aid_award_programme_fkey',
      target: 'AidProgramme',
      columnNames: ['countyCode', 'programmeCode'],
      referencedColumnNames: ['countyCode', 'code'],
    },
  ],
  checks: [
    { name: 'aid_award_season_check', expression: `season IN ('AUTUMN', 'SPRING')` },
    {
      name: 'aid_award_stage_check',
      expression: `stage IN ('PRE_SCHOOL', 'PRIMARY', 'JUNIOR_SECONDARY', 'SENIOR_SECONDARY', 'VOCATIONAL')`,
    },
    { name: 'aid_award_tier_check', expression: `tier BETWEEN 1 AND 9` },
    { name: 'aid_award_amount_check', expression: `amount_fen > 0` },
  ],
});
