import { newId } from '@bureau/subgraph';
import type { EntityManager } from 'typeorm';
import { multirangeOfDays } from '../award/covers.rules.ts';
import type { Policy } from '../roster/standing.rules.ts';
import type { Change, FollowedAward } from './follow.rules.ts';

const AWARDS = `
SELECT award.id, award.student_id AS "studentId", award.state, award.amount_fen::text AS "amountFen", award.entitled_fen::text AS "entitledFen",
       award.covers::text AS covers, award.version, term.starts_on::text AS "startsOn", term.ends_on::text AS "endsOn", term.freeze_on::text AS "freezeOn",
       (SELECT payment.state FROM payment WHERE payment.county_code = $1 AND payment.award_id = award.id AND payment.state IN ('PENDING', 'SENT', 'PAID')) AS "livePayment",
       (SELECT task.amount_fen::text FROM recovery_task task WHERE task.county_code = $1 AND task.award_id = award.id AND task.state IN ('OPEN', 'DEMANDED')) AS "openRecoveryFen",
       coalesce(told.standings, '[]') AS standings
FROM aid_award award
JOIN aid_term term ON term.county_code = $1 AND term.school_year = award.school_year AND term.season = award.season
LEFT JOIN LATERAL (
  SELECT jsonb_agg(jsonb_build_object('version', standing.version, 'effectiveOn', standing.effective_on, 'rollStatus', standing.roll_status, 'eventId', standing.event_id)
                   ORDER BY standing.version) AS standings
  FROM student_standing standing
  WHERE standing.county_code = $1 AND standing.student_id = award.student_id
    AND NOT EXISTS (SELECT FROM award_effect effect WHERE effect.county_code = $1 AND effect.award_id = award.id
                      AND effect.standing_version = standing.version AND effect.undone_at IS NOT NULL)
) told ON true
WHERE award.county_code = $1 AND award.student_id = ANY ($2) AND term.closed_on IS NULL
ORDER BY award.id FOR UPDATE OF award`;

const WRITE = `
WITH change AS (
  SELECT * FROM jsonb_to_recordset($2) AS change (effect_id uuid, award_id uuid, version integer, state text, from_state text, from_fen bigint, to_fen bigint,
    covers datemultirange, event_id uuid, standing_version integer, rule text, rule_version text)
), changed AS (
  UPDATE aid_award AS award SET state = change.state, amount_fen = to_fen, covers = change.covers, version = award.version + 1
  FROM change WHERE award.county_code = $1 AND award.id = award_id AND award.version = change.version RETURNING award.id, award.student_id
)
INSERT INTO award_effect (county_code, id, award_id, student_id, event_id, standing_version, rule, rule_version, from_state, to_state, from_fen, to_fen, covers, made_at)
SELECT $1, effect_id, award_id, changed.student_id, event_id, standing_version, rule, rule_version, from_state, change.state, from_fen, to_fen, change.covers, now()
FROM change JOIN changed ON changed.id = award_id WHERE $3 RETURNING id`;

const RECOVER = `
WITH due AS (
  SELECT * FROM jsonb_to_recordset($2) AS due (id uuid, award_id uuid, amount_fen bigint, reason text, event_id uuid)
), withdrawn AS (
  UPDATE recovery_task AS task SET state = 'WITHDRAWN', settled_on = $3, version = version + 1
  FROM due WHERE task.county_code = $1 AND task.award_id = due.award_id AND task.state IN ('OPEN', 'DEMANDED') AND due.amount_fen = 0
)
INSERT INTO recovery_task AS task (county_code, id, award_id, student_id, school_id, class_id, township_code, amount_fen, reason, event_id, opened_on, state)
SELECT $1, due.id, award.id, award.student_id, award.school_id, award.class_id, award.township_code, due.amount_fen, due.reason, due.event_id, $3, 'OPEN'
FROM due JOIN aid_award award ON award.county_code = $1 AND award.id = award_id WHERE due.amount_fen > 0
ON CONFLICT (county_code, award_id) WHERE state = ANY (ARRAY['OPEN'::text, 'DEMANDED'::text])
DO UPDATE SET amount_fen = excluded.amount_fen, reason = excluded.reason, event_id = excluded.event_id, version = task.version + 1`;

/** Awards that follow their children; four statements, however many. */
export class FollowRepository {
  readonly #manager: EntityManager;
  readonly #county: string;

  constructor(manager: EntityManager, county: string) {
    this.#manager = manager;
    this.#county = county;
  }

  /** The awards of the children in terms that are open, locked. */
  listOfStudents(studentIds: readonly string[]): Promise<FollowedAward[]> {
    return this.#manager.query<FollowedAward[]>(AWARDS, [this.#county, studentIds]);
  }

  listPolicies(): Promise<Policy[]> {
    return this.#manager.query<Policy[]>(
      `SELECT roll_status AS "rollStatus", valid_from::text AS "validFrom", effect, rule, rule_version AS "ruleVersion"
       FROM roll_policy WHERE county_code = $1`,
      [this.#county],
    );
  }

  /** Writes the changes of awards held locked, each with its cause unless it undoes another. */
  async write(changes: readonly Change[], { today, isUndo }: { today: string; isUndo: boolean }): Promise<void> {
    if (changes.length === 0) return;
    const rows = changes.map(({ award, state, amountFen, covers, cause }) => ({
      effect_id: newId(),
      award_id: award.id,
      version: award.version,
      state,
      from_state: award.state,
      from_fen: award.amountFen,
      to_fen: String(amountFen),
      covers: multirangeOfDays(covers),
      event_id: cause.eventId,
      standing_version: cause.standingVersion,
      rule: cause.rule,
      rule_version: cause.ruleVersion,
    }));
    await this.#manager.query(WRITE, [this.#county, JSON.stringify(rows), !isUndo]);
    const dues = changes.map(({ award, overpaidFen, isDead, cause }) => ({
      id: newId(),
      award_id: award.id,
      amount_fen: String(overpaidFen),
      reason: isDead ? 'DECEASED' : 'LEFT',
      event_id: cause.eventId,
    }));
    await this.#manager.query(RECOVER, [this.#county, JSON.stringify(dues), today]);
  }
}
