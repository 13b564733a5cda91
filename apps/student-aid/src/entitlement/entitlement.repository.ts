import type { EntityManager } from 'typeorm';
import type { GapReason } from './entitlement.rules.ts';
import { DUE, grounds, WRONG, WRONG_ACCOUNT } from './grounds.repository.ts';

/** An award that should not be paid as it is, and why. */
export interface WrongAward {
  awardId: string;
  reasons: GapReason[];
}

const OPEN_TERMS = `
term AS (
  SELECT school_year, season, freeze_on, freeze_on AS valid_on FROM aid_term WHERE county_code = $1 AND closed_on IS NULL
)`;

const gapId = (kind: string, row: string) =>
  `md5(concat_ws(' ', '${kind}', ${row}.school_year, ${row}.season, ${row}.student_id, ${row}.programme_code))::uuid`;

/** Everything that should be on the lists, of all children or of some; what stands there and should not is taken away. */
const refreshing = (some: boolean): string => {
  const only = (column: string) => (some ? `AND ${column} = ANY ($2)` : '');
  return `
WITH ${OPEN_TERMS}, ${grounds(only)}, ${DUE},
awarded AS (
  SELECT award.*, term.freeze_on FROM term
  JOIN aid_award award ON award.county_code = $1 AND award.school_year = term.school_year AND award.season = term.season
    AND award.state <> 'STOPPED' ${only('award.student_id')}
), ${WRONG}, ${WRONG_ACCOUNT},
wanted AS (
  SELECT ${gapId('UNAIDED', 'due')} AS id, 'UNAIDED' AS kind, school_year, season, student_id, programme_code, NULL::uuid AS award_id, tier,
         CASE WHEN cardinality(categories) > 0 THEN ARRAY['EVIDENCE'] ELSE '{}' END
           || CASE WHEN level IS NOT NULL THEN ARRAY['RECOGNISED'] ELSE '{}' END AS reasons
  FROM due
  WHERE NOT EXISTS (SELECT FROM aid_award award WHERE award.county_code = $1 AND award.student_id = due.student_id
                      AND award.programme_code = due.programme_code AND award.school_year = due.school_year AND award.season = due.season)
    AND NOT EXISTS (SELECT FROM waiver_declaration waiver WHERE waiver.county_code = $1 AND waiver.student_id = due.student_id
                      AND waiver.programme_code = due.programme_code AND waiver.school_year = due.school_year AND waiver.season = due.season)
    AND NOT EXISTS (SELECT FROM aid_award other JOIN aid_programme programme ON programme.county_code = $1 AND programme.code = due.programme_code
                    WHERE other.county_code = $1 AND other.student_id = due.student_id AND other.school_year = due.school_year
                      AND other.season = due.season AND other.state <> 'STOPPED' AND other.exclusions && programme.exclusions)
  UNION ALL
  SELECT ${gapId('NOT_ENTITLED', 'wrong')}, 'NOT_ENTITLED', school_year, season, student_id, programme_code, id, tier, reasons
  FROM wrong WHERE cardinality(reasons) > 0
  UNION ALL
  SELECT ${gapId('WRONG_ACCOUNT', 'wrong_account')}, 'WRONG_ACCOUNT', school_year, season, student_id, programme_code, id, tier, ARRAY[reason]
  FROM wrong_account
), gone AS (
  DELETE FROM aid_gap gap USING term
  WHERE gap.county_code = $1 AND gap.school_year = term.school_year AND gap.season = term.season ${only('gap.student_id')}
    AND NOT EXISTS (SELECT FROM wanted WHERE wanted.id = gap.id)
)
INSERT INTO aid_gap AS gap (county_code, id, kind, school_year, season, student_id, programme_code, award_id, tier, reasons, school_id, class_id, township_code, found_on)
SELECT $1, wanted.id, kind, wanted.school_year, wanted.season, student_id, wanted.programme_code, award_id, wanted.tier, wanted.reasons,
       child.school_id, child.class_id, child.township_code, (now() AT TIME ZONE 'Asia/Shanghai')::date
FROM wanted JOIN student_roster child ON child.county_code = $1 AND child.id = student_id
ON CONFLICT (county_code, id) DO UPDATE
SET award_id = excluded.award_id, tier = excluded.tier, reasons = excluded.reasons, school_id = excluded.school_id, class_id = excluded.class_id, township_code = excluded.township_code
WHERE (gap.award_id, gap.tier, gap.reasons, gap.school_id, gap.class_id, gap.township_code)
  IS DISTINCT FROM (excluded.award_id, excluded.tier, excluded.reasons, excluded.school_id, excluded.class_id, excluded.township_code)`;
};

const REFRESH_ALL = refreshing(false);
const REFRESH_SOME = refreshing(true);

const CHECK = `
WITH term AS (
  SELECT DISTINCT term.school_year, term.season, term.freeze_on, $3::date AS valid_on
  FROM aid_term term JOIN aid_award award USING (county_code, school_year, season)
  WHERE county_code = $1 AND award.id = ANY ($2)
), ${grounds((column) => `AND ${column} = ANY (SELECT student_id FROM aid_award WHERE county_code = $1 AND id = ANY ($2))`)},
awarded AS (
  SELECT award.*, term.freeze_on FROM aid_award award JOIN term USING (school_year, season)
  WHERE award.county_code = $1 AND award.id = ANY ($2)
), ${WRONG}, ${WRONG_ACCOUNT}
SELECT id AS "awardId", array_agg(DISTINCT reason) AS reasons FROM (
  SELECT id, unnest(CASE WHEN 'NO_GROUND' = ANY (reasons) AND (cardinality(evidence_ids) > 0 OR recognition_id IS NOT NULL)
                         THEN array_replace(reasons, 'NO_GROUND', 'EVIDENCE_EXPIRED') ELSE reasons END) AS reason FROM wrong
  UNION ALL
  SELECT id, reason FROM wrong_account
) found GROUP BY id ORDER BY id`;

/** Who is due what, and what is wrong with what was granted. */
export class EntitlementRepository {
  readonly #manager: EntityManager;
  readonly #county: string;

  constructor(manager: EntityManager, county: string) {
    this.#manager = manager;
    this.#county = county;
  }

  /**
   * Brings the lists up to what the transaction has written; call it last. One after another within a county: whoever comes
   * second sees what the first has committed, so that no list misses a change that two made at once.
   */
  async refresh(studentIds: readonly string[] | null = null): Promise<void> {
    if (studentIds?.length === 0) return;
    await this.#manager.query(`SELECT pg_advisory_xact_lock(hashtext('bureau.aid-gap'), hashtext($1))`, [this.#county]);
    if (studentIds) await this.#manager.query(REFRESH_SOME, [this.#county, studentIds]);
    else await this.#manager.query(REFRESH_ALL, [this.#county]);
  }

  /** Of these awards, those that may not be paid as things stand on the day, each with every reason: the gate before a batch is approved. */
  listWrong(awardIds: readonly string[], day: string): Promise<WrongAward[]> {
    return this.#manager.query<WrongAward[]>(CHECK, [this.#county, awardIds, day]);
  }
}
