/**
 * What stands behind the lists of aid that is missing or wrong, and behind the granting itself, as common table expressions.
 * `term` has `school_year`, `season`, `freeze_on` and `valid_on`, the day on which evidence must hold.
 */

const inSpan = (rule: string) => `
  (${rule}.valid_from_school_year, ${rule}.valid_from_season) <= (term.school_year, term.season)
  AND (${rule}.valid_to_school_year IS NULL OR (${rule}.valid_to_school_year, ${rule}.valid_to_season) >= (term.school_year, term.season))`;

/** The level of a recognition in a term: as it was last adjusted (学期动态调整). */
const LEVEL = `
  CASE WHEN adjusted.id IS NULL THEN recognition.level ELSE adjusted.level END`;

/** The grounds of children: a category that is attested, or a recognised level; `only` narrows them down by `student_id`. */
export const grounds = (only: (column: string) => string): string => `
ground AS (
  SELECT term.school_year, term.season, term.freeze_on, entry.student_id, rule.programme_code, rule.tier, rule.boarding,
         entry.category, NULL::text AS level, entry.id AS evidence_id, NULL::uuid AS recognition_id
  FROM term
  JOIN evidence_entry entry ON entry.county_code = $1 AND entry.is_applied AND entry.student_id IS NOT NULL ${only('entry.student_id')}
    AND entry.valid_from <= term.valid_on AND (entry.valid_to IS NULL OR entry.valid_to > term.valid_on)
  JOIN evidence_category category ON category.county_code = $1 AND category.code = entry.category
    AND (category.valid_to IS NULL OR category.valid_to > term.valid_on)
  JOIN aid_eligibility rule ON rule.county_code = $1 AND rule.category = entry.category AND ${inSpan('rule')}
  UNION ALL
  SELECT term.school_year, term.season, term.freeze_on, recognition.student_id, rule.programme_code, rule.tier, rule.boarding,
         NULL, rule.level, NULL, recognition.id
  FROM term
  JOIN hardship_recognition recognition ON recognition.county_code = $1 AND recognition.school_year = term.school_year
    AND recognition.state = 'APPROVED' ${only('recognition.student_id')}
  LEFT JOIN LATERAL (
    SELECT id, level FROM hardship_adjustment WHERE county_code = $1 AND recognition_id = recognition.id AND season <= term.season
    ORDER BY season DESC LIMIT 1
  ) adjusted ON true
  JOIN aid_eligibility rule ON rule.county_code = $1 AND rule.level = ${LEVEL} AND ${inSpan('rule')}
)`;

/**
 * Where a child stood on the freeze date: of what was told for that day or before, the last; what was told first, of a child
 * that nothing was told of before; the roster, of one whose history was not kept.
 */
export const atFreeze = (student: string, term: string): string => `
  LATERAL (
    SELECT roll_status, stage, school_id, class_id, township_code, boarding FROM (
      SELECT roll_status, stage, school_id, class_id, township_code, boarding, effective_on <= ${term}.freeze_on AS is_known, version
      FROM student_standing WHERE county_code = $1 AND student_id = ${student}
      UNION ALL
      SELECT roll_status, stage, school_id, class_id, township_code, boarding, false, 2147483647
      FROM student_roster WHERE county_code = $1 AND id = ${student}
    ) told
    ORDER BY is_known DESC, CASE WHEN is_known THEN version END DESC, version LIMIT 1
  )`;

/** Whom a programme is due to: on a ground, on the roll at the freeze date, of its stage and boarding. */
export const DUE = `
due AS (
  SELECT ground.school_year, ground.season, ground.freeze_on, ground.student_id, ground.programme_code,
         min(ground.tier)::smallint AS tier,
         array_remove(array_agg(DISTINCT ground.category), NULL) AS categories,
         min(ground.level) FILTER (WHERE ground.level IS NOT NULL) AS level,
         array_remove(array_agg(DISTINCT ground.evidence_id), NULL) AS evidence_ids,
         (array_agg(ground.recognition_id) FILTER (WHERE ground.recognition_id IS NOT NULL))[1] AS recognition_id,
         child.stage, child.school_id, child.class_id, child.township_code, child.roll_status
  FROM ground
  JOIN aid_programme programme ON programme.county_code = $1 AND programme.code = ground.programme_code
  CROSS JOIN ${atFreeze('ground.student_id', 'ground')} child
  WHERE child.roll_status = 'ACTIVE' AND child.stage = ANY (programme.stages)
    AND (ground.boarding IS NULL OR ground.boarding = CASE WHEN child.boarding = '2' THEN 'BOARDER' WHEN child.boarding IS NOT NULL THEN 'DAY' END)
  GROUP BY ground.school_year, ground.season, ground.freeze_on, ground.student_id, ground.programme_code,
           child.stage, child.school_id, child.class_id, child.township_code, child.roll_status
)`;

/** What is wrong with awards that stand, each with its reasons; `awarded` has the awards with their `freeze_on`. */
export const WRONG = `
wrong AS (
  SELECT awarded.*, array_remove(ARRAY[
    CASE WHEN awarded.state = 'HELD' THEN 'HELD' WHEN awarded.state = 'STOPPED' THEN 'STOPPED' END,
    CASE WHEN child.roll_status IS DISTINCT FROM 'ACTIVE' THEN 'NOT_ON_ROLL_AT_FREEZE' END,
    CASE WHEN present.roll_status = 'DECEASED' THEN 'DECEASED' END,
    CASE WHEN child.stage IS NOT NULL AND child.stage <> ALL (programme.stages) THEN 'STAGE_NOT_COVERED' END,
    CASE WHEN ground.programme_code IS NULL THEN 'NO_GROUND'
         WHEN NOT ground.boards THEN 'BOARDING_DIFFERS' END,
    CASE WHEN rate.amount_fen IS DISTINCT FROM awarded.entitled_fen THEN 'AMOUNT_DIFFERS' END
  ], NULL) AS reasons
  FROM awarded
  JOIN aid_programme programme ON programme.county_code = $1 AND programme.code = awarded.programme_code
  CROSS JOIN ${atFreeze('awarded.student_id', 'awarded')} child
  LEFT JOIN student_roster present ON present.county_code = $1 AND present.id = awarded.student_id
  LEFT JOIN LATERAL (
    SELECT ground.programme_code,
           bool_or(ground.boarding IS NULL OR ground.boarding = CASE WHEN child.boarding = '2' THEN 'BOARDER' WHEN child.boarding IS NOT NULL THEN 'DAY' END) AS boards
    FROM ground
    WHERE ground.student_id = awarded.student_id AND ground.programme_code = awarded.programme_code
      AND ground.school_year = awarded.school_year AND ground.season = awarded.season
    GROUP BY 1
  ) ground ON true
  LEFT JOIN LATERAL (
    SELECT rate.amount_fen FROM aid_rate rate
    WHERE rate.county_code = $1 AND rate.programme_code = awarded.programme_code AND rate.stage = awarded.stage AND rate.tier = awarded.tier
      AND (rate.valid_from_school_year, rate.valid_from_season) <= (awarded.school_year, awarded.season)
      AND (rate.valid_to_school_year IS NULL OR (rate.valid_to_school_year, rate.valid_to_season) >= (awarded.school_year, awarded.season))
  ) rate ON true
)`;

/** What is wrong with the accounts of awards in cash: none, or one that several children are paid to without being brothers and sisters. */
export const WRONG_ACCOUNT = `
wrong_account AS (
  SELECT awarded.*, CASE WHEN account.id IS NULL THEN 'ACCOUNT_MISSING' ELSE 'ACCOUNT_SHARED' END AS reason
  FROM awarded
  JOIN aid_programme programme ON programme.county_code = $1 AND programme.code = awarded.programme_code AND programme.payee = 'CHILD'
  LEFT JOIN payee_account account ON account.county_code = $1 AND account.student_id = awarded.student_id AND account.valid_to IS NULL
  WHERE account.id IS NULL OR account.siblings_document IS NULL AND EXISTS (
    SELECT FROM payee_account other
    WHERE other.county_code = $1 AND other.account_number_index = account.account_number_index
      AND other.student_id <> account.student_id AND other.valid_to IS NULL)
)`;
