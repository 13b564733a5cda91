import type { Reader } from '@bureau/subgraph';
import type { PaidShare } from './aid-figures.rules.ts';

export interface PaidBetween {
  shares: PaidShare[];
  /** Children of all shares together, each once. */
  students: number;
}

interface TallyRow {
  /** Null in the row of the children. */
  programmeCode: string | null;
  kind: PaidShare['kind'];
  personTimes: number;
  amountFen: string;
  rows: number;
}

/** One pass over the payments gives a row for each share and one for each child; the latter are then counted. */
const TALLY = `
  WITH tally AS (
    SELECT programme_code, kind, count(*) AS person_times, sum(paid_fen) AS fen FROM payment
    WHERE county_code = $1 AND state = 'PAID' AND paid_on BETWEEN $2 AND $3
    GROUP BY GROUPING SETS ((programme_code, kind), (student_id))
  )
  SELECT programme_code AS "programmeCode", kind, sum(person_times)::int AS "personTimes", sum(fen)::text AS "amountFen",
         count(*)::int AS rows
  FROM tally GROUP BY programme_code, kind`;

export class AidFiguresRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  /** What was paid on these days: an award has at most one payment that is PAID, so payments are person-times. */
  async getPaidBetween(countyCode: string, from: string, to: string): Promise<PaidBetween> {
    const tally = await this.#reader.figure(['paid between', from, to], (manager) =>
      manager.query<TallyRow[]>(TALLY, [countyCode, from, to]),
    );
    return {
      shares: tally.flatMap(({ programmeCode, kind, personTimes, amountFen }) =>
        programmeCode === null ? [] : [{ programmeCode, kind, personTimes, amountFen: BigInt(amountFen) }],
      ),
      students: tally.find(({ programmeCode }) => programmeCode === null)?.rows ?? 0,
    };
  }
}
