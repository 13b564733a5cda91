import type { Reader } from '@bureau/subgraph';
import type { IndicatorCode, IndicatorMember } from './indicator.rules.ts';

/** The instant of a figure: a day, and the school year that it lies in. */
export interface IndicatorInstant {
  asOf: string;
  schoolYear: number;
  yearStartsOn: string;
  /** Days after a suspicion from which a child still away counts as dropped out. */
  dropoutDays: number;
}

// $1 county, $2 as of, $3 school year, $4 first day of the school year, $5 dropout days
const PARAMETERS =
  'WITH at AS (SELECT $1::text AS county, $2::date AS day, $3::int AS year, $4::date AS starts, $5::int AS days)';
const ON_ROLL = `sp.roll_status IN ('ACTIVE', 'SUSPENDED', 'PRE_REGISTERED')`;
const COMPULSORY = `sp.stage IN ('PRIMARY', 'JUNIOR_SECONDARY')`;
const runsOn = (day: string) => `sp.started_on <= ${day} AND (sp.ended_on IS NULL OR sp.ended_on > ${day})`;

const netEnrolment = (band: string) => `
  SELECT c.id, 'CHILD_OF_AGE' AS kind, (c.whereabouts IN ('IN_COUNTY', 'OUT_OF_COUNTY', 'ABROAD'))::int AS n, 1 AS d
  FROM child_of_age AS c, at WHERE c.county_code = at.county AND c.school_year = at.year AND c.age_band = '${band}'`;

const grossEnrolment = (stage: string) => `
  SELECT sp.student_id, 'STUDENT', 1, 0 FROM school_spell AS sp, at
  WHERE sp.county_code = at.county AND sp.stage = '${stage}' AND sp.roll_status = 'ACTIVE' AND ${runsOn('at.day')}
  UNION ALL
  SELECT c.id, 'CHILD_OF_AGE', 0, 1 FROM child_of_age AS c, at
  WHERE c.county_code = at.county AND c.school_year = at.year AND c.age_band = '${stage}'`;

/** The class that finishes junior secondary in the year, and those who entered primary eight years before. */
const COHORT_ENDS = `
  SELECT DISTINCT sp.student_id AS id FROM school_spell AS sp, at
  WHERE sp.county_code = at.county AND sp.stage = 'JUNIOR_SECONDARY' AND sp.roll_status = 'ACTIVE' AND ${runsOn('at.day')}
    AND (SELECT c.entry_year FROM school_class AS c WHERE c.county_code = sp.county_code AND c.id = sp.class_id) = at.year - 2`;
const COHORT_BEGINS = `
  SELECT sp.student_id AS id, min(sp.started_on) AS began FROM school_spell AS sp JOIN school_class AS c
    ON c.county_code = sp.county_code AND c.id = sp.class_id, at
  WHERE sp.county_code = at.county AND sp.stage = 'PRIMARY' AND c.entry_year = at.year - 8 GROUP BY sp.student_id`;

const caseMembers = (numerator: string, only = 'true') => `
  SELECT c.id, 'DROPOUT_CASE', (${numerator})::int, 1 FROM dropout_case AS c, at
  WHERE c.county_code = at.county AND c.is_suspicion AND c.suspected_on BETWEEN at.starts AND at.day AND ${only}`;

/** What makes each figure: every row a member, and what it adds to either side. */
const MEMBERS: Readonly<Record<IndicatorCode, string>> = {
  PRIMARY_NET_ENROLMENT: netEnrolment('PRIMARY'),
  JUNIOR_NET_ENROLMENT: netEnrolment('JUNIOR_SECONDARY'),
  PRIMARY_GROSS_ENROLMENT: grossEnrolment('PRIMARY'),
  JUNIOR_GROSS_ENROLMENT: grossEnrolment('JUNIOR_SECONDARY'),
  NINE_YEAR_RETENTION: `
    SELECT coalesce(b.id, e.id), 'STUDENT', (e.id IS NOT NULL)::int, (b.id IS NOT NULL)::int
    FROM (${COHORT_BEGINS}) AS b FULL JOIN (${COHORT_ENDS}) AS e USING (id)`,
  NINE_YEAR_RETENTION_ADJUSTED: `
    SELECT coalesce(b.id, e.id), 'STUDENT', (e.id IS NOT NULL)::int,
           (e.id IS NOT NULL OR NOT EXISTS (SELECT FROM school_spell AS sp, at WHERE sp.county_code = at.county AND sp.student_id = b.id
             AND sp.ended_on <= at.day AND sp.ended_by IN ('TRANSFERRED_OUT', 'ABROAD', 'DECEASED', 'CANCELLED')))::int
    FROM (${COHORT_BEGINS}) AS b FULL JOIN (${COHORT_ENDS}) AS e USING (id)`,
  ANNUAL_RETENTION: `
    SELECT last.student_id, 'STUDENT', (CASE WHEN last.ended_on <= at.day
             THEN last.ended_by IN ('GRADUATED', 'COMPLETED', 'STATUS_CHANGED', 'CLASS_CHANGED')
             ELSE last.roll_status IN ('ACTIVE', 'SUSPENDED') END)::int,
           (NOT coalesce(last.ended_on <= at.day AND last.ended_by IN
             ('TRANSFERRED_OUT', 'TRANSFERRED_WITHIN_COUNTY', 'ABROAD', 'DECEASED', 'CANCELLED'), false))::int
    FROM at, LATERAL (SELECT DISTINCT ON (sp.student_id) sp.* FROM school_spell AS sp
      WHERE sp.county_code = at.county AND ${COMPULSORY} AND sp.started_on <= at.day
      ORDER BY sp.student_id, sp.started_on DESC, sp.id DESC) AS last
    WHERE last.ended_on IS NULL OR last.ended_on > at.starts`,
  DROPOUT_RATE: `
    SELECT sp.student_id, 'STUDENT', 0, 1 FROM school_spell AS sp, at
    WHERE sp.county_code = at.county AND ${COMPULSORY} AND ${ON_ROLL} AND ${runsOn('at.starts')}
    UNION ALL
    SELECT DISTINCT c.student_id, 'STUDENT', 1, 0 FROM dropout_case AS c, at
    WHERE c.county_code = at.county AND c.is_suspicion AND c.suspected_on BETWEEN at.starts AND at.day
      AND c.suspected_on + at.days <= least(at.day, c.returned_on, c.closed_on) AND c.stage <> 'OTHER_RESOLVED'`,
  PRIMARY_PROMOTION_RATE: `
    SELECT sp.student_id, 'STUDENT', (EXISTS (SELECT FROM school_spell AS next WHERE next.county_code = at.county
             AND next.student_id = sp.student_id AND next.stage = 'JUNIOR_SECONDARY' AND next.started_on <= at.day))::int, 1
    FROM school_spell AS sp, at WHERE sp.county_code = at.county AND sp.stage = 'PRIMARY' AND sp.ended_by = 'GRADUATED'
      AND sp.ended_on BETWEEN at.starts - 92 AND at.day`,
  PERSUASION_RATE: caseMembers('coalesce(c.returned_on <= at.day, false)'),
  CLOSURE_RATE: caseMembers('coalesce(c.closed_on <= at.day, false)'),
  RELAPSE_RATE: caseMembers('c.relapses > 0', '(c.relapses > 0 OR c.returned_on <= at.day)'),
  OFF_CAMPUS_RATE: `
    SELECT sp.student_id, 'STUDENT', (sp.attendance_placement <> 'IN_SCHOOL')::int, 1 FROM school_spell AS sp, at
    WHERE sp.county_code = at.county AND ${COMPULSORY} AND sp.roll_status = 'ACTIVE' AND ${runsOn('at.day')}`,
  ON_TIME_REPORT_RATE: `
    SELECT s.id, 'SCHOOL', (r.submitted_on IS NOT NULL AND r.submitted_on <= r.due_on)::int, 1
    FROM at, school AS s LEFT JOIN monthly_report AS r ON r.county_code = s.county_code AND r.school_id = s.id
      AND r.month = (SELECT date_trunc('month', day)::date FROM at)
    WHERE s.county_code = at.county AND s.opens_on <= at.day AND (s.closes_on IS NULL OR s.closes_on > at.day)`,
  AVERAGE_HANDLING_DAYS: `
    SELECT c.id, 'DROPOUT_CASE', c.closed_on - c.suspected_on, 1 FROM dropout_case AS c, at
    WHERE c.county_code = at.county AND c.is_suspicion AND c.closed_on BETWEEN at.starts AND at.day`,
};

export class IndicatorMembersRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  /** The members of a figure that the caller may see, in one statement. */
  list(
    countyCode: string,
    code: IndicatorCode,
    { asOf, schoolYear, yearStartsOn, dropoutDays }: IndicatorInstant,
  ): Promise<IndicatorMember[]> {
    return this.#reader.figure(['indicator', code, asOf, dropoutDays], (manager) =>
      manager.query(
        `${PARAMETERS} SELECT id AS "memberId", kind, n AS numerator, d AS denominator
         FROM (${MEMBERS[code]}) AS member (id, kind, n, d) CROSS JOIN at WHERE at.days IS NOT NULL ORDER BY kind, id`,
        [countyCode, asOf, schoolYear, yearStartsOn, dropoutDays],
      ),
    );
  }
}
