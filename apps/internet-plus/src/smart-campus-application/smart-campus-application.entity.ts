import { EntitySchema } from 'typeorm';
import type { SmartCampusState } from './smart-campus-application-terms.rules.ts';

/** A school applies for stars (智慧校园创建申报). */
export interface SmartCampusApplication {
  countyCode: string;
  id: string;
  schoolId: string;
  townshipCode: string;
  /** The year. */
  year: number;
  /** Two to five. */
  targetStars: number;
  /** How far it has come. */
  state: SmartCampusState;
  /** The school's own scores, 0 to 100, in the order of the dimensions; null before. */
  selfScores: number[] | null;
  /** The county's scores; null before its review. */
  countyScores: number[] | null;
  /** Score of the defence, 0 to 100; null before (答辩). */
  defenceScore: number | null;
  /** First day of the public notice (公示). */
  noticeFrom: string | null;
  /** Last day of the public notice. */
  noticeUntil: string | null;
  /** The day of the award, the rejection or the revocation. */
  decidedOn: string | null;
  /** Why it was rejected, returned or revoked. */
  reason: string | null;
  version: number;
}

export const SmartCampusApplicationEntity = new EntitySchema<SmartCampusApplication>({
  name: 'SmartCampusApplication',
  columns: {
    countyCode: {
      type: 'varchar',
      length: 6,
      primary: true,
      primaryKeyConstraintName: 'smart_campus_application_pkey',
    },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'smart_campus_application_pkey' },
    schoolId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    year: { type: 'smallint' },
    targetStars: { type: 'smallint' },
    state: { type: 'text' },
    selfScores: { type: 'integer', array: true, nullable: true },
    countyScores: { type: 'integer', array: true, nullable: true },
    defenceScore: { type: 'smallint', nullable: true },
    noticeFrom: { type: 'date', nullable: true },
    noticeUntil: { type: 'date', nullable: true },
    decidedOn: { type: 'date', nullable: true },
    reason: { type: 'text', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  indices: [
    { name: 'smart_campus_application_year_idx', columns: ['countyCode', 'year', 'id'] },
    {
      name: 'smart_campus_application_open_key',
      columns: ['countyCode', 'schoolId', 'year'],
      unique: true,
      where: `state <> 'REJECTED'`,
    },
  ],
  checks: [
    {
      name: 'smart_campus_application_township_check',
      expression: `township_code ~ ('^' || county_code || '[0-9]{3}$')`,
    },
    {
      name: 'smart_campus_application_state_check',
      expression: `state IN ('DRAFT', 'SUBMITTED', 'REVIEWED', 'DEFENDED', 'NOTICED', 'AWARDED', 'RECHECKED', 'REJECTED', 'REVOKED')`,
    },
    { name: 'smart_campus_application_stars_check', expression: `target_stars BETWEEN 2 AND 5` },
    { name: 'smart_campus_application_year_check', expression: `year BETWEEN 1986 AND 2100` },
    {
      name: 'smart_campus_application_self_check',
      expression: `cardinality(self_scores) = 6 AND 0 <= ALL (self_scores) AND 100 >= ALL (self_scores)`,
    },
    {
      name: 'smart_campus_application_county_check',
      expression: `cardinality(county_scores) = 6 AND 0 <= ALL (county_scores) AND 100 >= ALL (county_scores)`,
    },
    { name: 'smart_campus_application_defence_check', expression: `defence_score BETWEEN 0 AND 100` },
    {
      name: 'smart_campus_application_notice_check',
      expression: `(notice_from IS NULL) = (notice_until IS NULL) AND notice_until > notice_from`,
    },
    {
      name: 'smart_campus_application_order_check',
      expression: `(state = 'DRAFT' OR self_scores IS NOT NULL) AND (state NOT IN ('REVIEWED', 'DEFENDED', 'NOTICED', 'AWARDED', 'RECHECKED') OR county_scores IS NOT NULL) AND (state NOT IN ('NOTICED', 'AWARDED', 'RECHECKED') OR notice_until IS NOT NULL)`,
    },
  ],
});
