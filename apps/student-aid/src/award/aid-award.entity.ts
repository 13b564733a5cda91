import type { Season } from '@bureau/calendar';
import type { RollStatus, Stage } from '@bureau/codes';
import { EntitySchema } from 'typeorm';
import type { HardshipLevel } from '../programme/hardship-level.rules.ts';

/**
 * GRANTED (可发放) may be paid; HELD (暂缓发放) not until it is resumed; STOPPED (停发) not any more.
 *
 * @see docs/rules/student-aid.md#aid-follows-the-child
 */
export type AwardState = 'GRANTED' | 'HELD' | 'STOPPED';

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
  /** What is to be paid: all of `entitledFen`, or the part for the days on the roll. */
  amountFen: string;
  /** The rate of the whole term. */
  entitledFen: string;
  state: AwardState;
  schoolId: string;
  classId: string;
  /** Where the child lives. */
  townshipCode: string;
  awardedOn: string;
  /** Those of its programme: no other award of the child in the term may share one. */
  exclusions: number[];
  /** What it was granted for, as it was then; null of awards older than that record. */
  recognitionId: string | null;
  applicationId: string | null;
  level: HardshipLevel | null;
  categories: string[] | null;
  evidenceIds: string[] | null;
  /** At the freeze date. */
  rollStatus: RollStatus | null;
  /** The days that it is paid for, as PostgreSQL writes them: `{[2024-02-26,2024-07-06)}`; null of awards older than that record. */
  covers: string | null;
  version: number;
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
    entitledFen: { type: 'bigint' },
    state: { type: 'text', default: 'GRANTED' },
    schoolId: { type: 'uuid' },
    classId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    awardedOn: { type: 'date' },
    exclusions: { type: 'integer', array: true, default: () => `'{}'` },
    recognitionId: { type: 'uuid', nullable: true },
    applicationId: { type: 'uuid', nullable: true },
    level: { type: 'text', nullable: true },
    categories: { type: 'text', array: true, nullable: true },
    evidenceIds: { type: 'uuid', array: true, nullable: true },
    rollStatus: { type: 'text', nullable: true },
    covers: { type: 'datemultirange', nullable: true },
    version: { type: 'integer', default: 1 },
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
  exclusions: [
    {
      name: 'aid_award_exclusive_excl',
      expression: `USING gist (county_code WITH =, student_id WITH =, school_year WITH =, season WITH =, exclusions gist__int_ops WITH &&) WHERE (cardinality(exclusions) > 0 AND state <> 'STOPPED')`,
    },
  ],
  foreignKeys: [
    {
      name: 'aid_award_exclusions_fkey',
      target: 'AidProgramme',
      columnNames: ['countyCode', 'programmeCode', 'exclusions'],
      referencedColumnNames: ['countyCode', 'code', 'exclusions'],
      onUpdate: 'CASCADE',
    },
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
    { name: 'aid_award_entitled_check', expression: `amount_fen <= entitled_fen` },
    { name: 'aid_award_level_check', expression: `level IN ('SPECIAL', 'HARD', 'GENERAL')` },
    { name: 'aid_award_state_check', expression: `state IN ('GRANTED', 'HELD', 'STOPPED')` },
  ],
});
