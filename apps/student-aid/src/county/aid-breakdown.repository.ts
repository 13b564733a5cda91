import type { Stage } from '@bureau/codes';
import type { Reader } from '@bureau/subgraph';
import type { FundSource } from '../fund/fund.entity.ts';
import type { AidGroup, AwardGround } from './aid-breakdown.rules.ts';

/** By what the paid aid of a period is broken down, and what names a group. */
export interface BreakdownKeys {
  STAGE: Stage;
  CATEGORY: AwardGround;
  SCHOOL: string;
  TOWNSHIP: string;
  /** Null for what no fund is recorded for. */
  SOURCE: FundSource | null;
}

type GroupRow<Key> = Pick<AidGroup<Key>, 'key' | 'personTimes' | 'students'> & { cashFen: string; waiverFen: string };

const PAID = `paid AS (
  SELECT * FROM payment WHERE county_code = $1 AND state = 'PAID' AND paid_on BETWEEN $2 AND $3
)`;

const OF_AWARD = `paid JOIN aid_award award ON award.county_code = paid.county_code AND award.id = paid.award_id`;

/** A category counts once, in whatever order they were recorded. */
const GROUND = `jsonb_build_object(
  'categories', (SELECT coalesce(jsonb_agg(DISTINCT category), '[]') FROM unnest(award.categories) AS category),
  'level', CASE WHEN coalesce(cardinality(award.categories), 0) = 0 THEN award.level END,
  'isRecorded', award.categories IS NOT NULL OR award.level IS NOT NULL
)`;

/** What each source gives for a payment of so much in a batch: the SQL of `fundParts`, and of the allocation in it. */
const SOURCES = `
  weighed AS (
    SELECT paid.batch_id, paid.paid_fen, fund.source, funding.position, paid.paid_fen::numeric * funding.share AS weight,
           sum(funding.share) OVER (PARTITION BY paid.batch_id, paid.paid_fen) AS whole
    FROM (SELECT DISTINCT county_code, batch_id, paid_fen FROM paid) paid
    JOIN disbursement_funding funding ON funding.county_code = paid.county_code AND funding.batch_id = paid.batch_id
    JOIN fund ON fund.county_code = funding.county_code AND fund.id = funding.fund_id
  ),
  ranked AS (
    SELECT *, paid_fen - sum(div(weight, whole)) OVER (PARTITION BY batch_id, paid_fen) AS fen_left,
           row_number() OVER (PARTITION BY batch_id, paid_fen ORDER BY mod(weight, whole) DESC, position) AS turn
    FROM weighed
  ),
  part AS (
    SELECT batch_id, paid_fen, source, sum(div(weight, whole) + (turn <= fen_left)::int) AS fen
    FROM ranked GROUP BY batch_id, paid_fen, source
  )`;

/** For each breakdown, the rows that it is made of: key, child, kind and fen. */
const SHARES: Record<keyof BreakdownKeys, string> = {
  STAGE: `WITH ${PAID} SELECT award.stage AS key, paid.student_id, paid.kind, paid.paid_fen AS fen FROM ${OF_AWARD}`,
  CATEGORY: `WITH ${PAID} SELECT ${GROUND} AS key, paid.student_id, paid.kind, paid.paid_fen AS fen FROM ${OF_AWARD}`,
  SCHOOL: `WITH ${PAID} SELECT school_id AS key, student_id, kind, paid_fen AS fen FROM paid`,
  TOWNSHIP: `WITH ${PAID} SELECT township_code AS key, student_id, kind, paid_fen AS fen FROM paid`,
  SOURCE: `WITH ${PAID}, ${SOURCES}
    SELECT part.source AS key, paid.student_id, paid.kind, coalesce(part.fen, paid.paid_fen) AS fen
    FROM paid LEFT JOIN part ON part.batch_id = paid.batch_id AND part.paid_fen = paid.paid_fen AND part.fen > 0`,
};

export class AidBreakdownRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  /** The groups of what was paid on these days, in no order; one statement, however many rows and groups. */
  async listGroups<By extends keyof BreakdownKeys>(
    by: By,
    countyCode: string,
    from: string,
    to: string,
  ): Promise<AidGroup<BreakdownKeys[By]>[]> {
    const rows = await this.#reader.figure(['paid groups', by, from, to], (manager) =>
      manager.query<GroupRow<BreakdownKeys[By]>[]>(
        `SELECT key, count(*)::int AS "personTimes", count(DISTINCT student_id)::int AS students,
                coalesce(sum(fen) FILTER (WHERE kind = 'CASH'), 0)::text AS "cashFen",
                coalesce(sum(fen) FILTER (WHERE kind = 'WAIVER'), 0)::text AS "waiverFen"
         FROM (${SHARES[by]}) share GROUP BY key`,
        [countyCode, from, to],
      ),
    );
    return rows.map(({ cashFen, waiverFen, ...row }) => {
      const [cash, waiver] = [BigInt(cashFen), BigInt(waiverFen)];
      return { ...row, amountFen: cash + waiver, cashFen: cash, waiverFen: waiver };
    });
  }
}
