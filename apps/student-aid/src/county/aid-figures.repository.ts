import type { Reader } from '@bureau/subgraph';
import type { PaidShare } from './aid-figures.rules.ts';

export interface PaidShareRow extends Omit<PaidShare, 'amountFen'> {
  amountFen: string;
  /** Children of all shares together, the same in every row. */
  students: number;
}

const PAID_SHARES = `
  WITH paid AS MATERIALIZED (
    SELECT programme_code, kind, student_id, paid_fen FROM payment
    WHERE county_code = $1 AND state = 'PAID' AND paid_on BETWEEN $2 AND $3
  )
  SELECT programme_code AS "programmeCode", kind, count(*)::int AS "personTimes", sum(paid_fen)::text AS "amountFen",
         (SELECT count(*)::int FROM (SELECT FROM paid GROUP BY student_id) AS child) AS students
  FROM paid GROUP BY programme_code, kind`;

export class AidFiguresRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  /** What was paid on these days: an award has at most one payment that is PAID, so payments are person-times. */
  listPaidShares(countyCode: string, from: string, to: string): Promise<PaidShareRow[]> {
    return this.#reader.figure(['paid shares', from, to], (manager) =>
      manager.query(PAID_SHARES, [countyCode, from, to]),
    );
  }
}
