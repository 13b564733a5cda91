import type { Term } from '@bureau/calendar';
import type { EntityManager } from 'typeorm';
import { DUE, grounds } from '../entitlement/grounds.repository.ts';

/** Why children to whom a programme is due are passed over. */
export type GrantObstacle =
  'ALREADY_AWARDED' | 'WAIVED' | 'NOT_APPROVED' | 'IN_REVIEW' | 'EXCLUDED' | 'NO_RATE' | 'NO_CLASS';

export interface GrantCount {
  programmeCode: string;
  /** Null of those that are granted. */
  obstacle: GrantObstacle | null;
  count: number;
  amountFen: string;
}

const CANDIDATES = `
WITH term AS (
  SELECT school_year, season, starts_on, ends_on, freeze_on, freeze_on AS valid_on FROM aid_term
  WHERE county_code = $1 AND school_year = $2 AND season = $3
), ${grounds(() => '')}, ${DUE},
candidate AS (
  SELECT due.*, rate.amount_fen, programme.exclusions, application.id AS application_id, term.starts_on, term.ends_on,
    CASE
      WHEN EXISTS (SELECT FROM aid_award award WHERE award.county_code = $1 AND award.student_id = due.student_id AND award.programme_code = due.programme_code
                     AND award.school_year = due.school_year AND award.season = due.season) THEN 'ALREADY_AWARDED'
      WHEN EXISTS (SELECT FROM waiver_declaration waiver WHERE waiver.county_code = $1 AND waiver.student_id = due.student_id AND waiver.programme_code = due.programme_code
                     AND waiver.school_year = due.school_year AND waiver.season = due.season) THEN 'WAIVED'
      WHEN application.id IS NOT NULL AND application.state <> 'APPROVED' THEN 'IN_REVIEW'
      WHEN application.id IS NULL AND due.recognition_id IS NULL AND recognised.id IS NULL THEN 'NOT_APPROVED'
      WHEN rate.amount_fen IS NULL THEN 'NO_RATE'
      WHEN due.class_id IS NULL OR due.school_id IS NULL THEN 'NO_CLASS'
      WHEN EXISTS (SELECT FROM aid_award other WHERE other.county_code = $1 AND other.student_id = due.student_id AND other.school_year = due.school_year
                     AND other.season = due.season AND other.state <> 'STOPPED' AND other.exclusions && programme.exclusions) THEN 'EXCLUDED'
    END AS obstacle,
    coalesce(due.recognition_id, recognised.id) AS recognised_id, recognised.level AS recognised_level
  FROM due
  JOIN term USING (school_year, season)
  JOIN aid_programme programme ON programme.county_code = $1 AND programme.code = due.programme_code
  LEFT JOIN aid_application application ON application.county_code = $1 AND application.student_id = due.student_id AND application.programme_code = due.programme_code
    AND application.school_year = due.school_year AND application.season = due.season AND application.state <> ALL ('{REJECTED,WITHDRAWN,AWARDED}')
  LEFT JOIN hardship_recognition recognised ON recognised.county_code = $1 AND recognised.student_id = due.student_id
    AND recognised.school_year = due.school_year AND recognised.state = 'APPROVED'
  LEFT JOIN LATERAL (
    SELECT rate.amount_fen FROM aid_rate rate
    WHERE rate.county_code = $1 AND rate.programme_code = due.programme_code AND rate.stage = due.stage AND rate.tier = due.tier
      AND (rate.valid_from_school_year, rate.valid_from_season) <= (due.school_year, due.season)
      AND (rate.valid_to_school_year IS NULL OR (rate.valid_to_school_year, rate.valid_to_season) >= (due.school_year, due.season))
  ) rate ON true
  WHERE due.programme_code = ANY ($4)
)`;

const COUNT = `
SELECT programme_code AS "programmeCode", obstacle, count(*)::int AS count, coalesce(sum(amount_fen), 0)::text AS "amountFen"
FROM candidate GROUP BY 1, 2 ORDER BY 1, 2 NULLS FIRST`;

const GRANT = `
, granted AS (
  INSERT INTO aid_award (county_code, id, student_id, programme_code, school_year, season, stage, tier, amount_fen, entitled_fen, state, school_id, class_id,
    township_code, awarded_on, exclusions, recognition_id, application_id, level, categories, evidence_ids, roll_status, covers, version)
  SELECT $1, uuidv7(), student_id, programme_code, school_year, season, stage, tier, amount_fen, amount_fen, 'GRANTED', school_id, class_id,
    township_code, $5, exclusions, recognised_id, application_id, coalesce(level, recognised_level), categories, evidence_ids, roll_status,
    datemultirange(daterange(starts_on, ends_on, '[]')), 1
  FROM candidate WHERE obstacle IS NULL ORDER BY student_id, programme_code
  RETURNING application_id
), applied AS (
  UPDATE aid_application AS application SET state = 'AWARDED', version = version + 1
  FROM granted WHERE application.county_code = $1 AND application.id = granted.application_id RETURNING application.id
), recorded AS (
  INSERT INTO workflow_step (county_code, id, subject, subject_id, act, from_state, to_state, taken_by, taken_at)
  SELECT $1, uuidv7(), 'aid_application', id, 'AWARD', 'APPROVED', 'AWARDED', $6, now() FROM applied
)`;

/** Grants programmes to everybody to whom they are due: one statement for a whole county. */
export class GrantRepository {
  readonly #manager: EntityManager;
  readonly #county: string;

  constructor(manager: EntityManager, county: string) {
    this.#manager = manager;
    this.#county = county;
  }

  /** What would be granted, and who would be passed over. */
  preview({ schoolYear, season }: Term, programmes: readonly string[]): Promise<GrantCount[]> {
    return this.#manager.query<GrantCount[]>(`${CANDIDATES}${COUNT}`, [this.#county, schoolYear, season, programmes]);
  }

  /** One granting of a county at a time: a child that two of them find is granted a programme once. */
  async grant(
    { schoolYear, season }: Term,
    programmes: readonly string[],
    by: { day: string; subject: string },
  ): Promise<GrantCount[]> {
    await this.#manager.query(`SELECT pg_advisory_xact_lock(hashtext('bureau.aid-grant'), hashtext($1))`, [
      this.#county,
    ]);
    return this.#manager.query<GrantCount[]>(`${CANDIDATES}${GRANT}${COUNT}`, [
      this.#county,
      schoolYear,
      season,
      programmes,
      by.day,
      by.subject,
    ]);
  }
}
