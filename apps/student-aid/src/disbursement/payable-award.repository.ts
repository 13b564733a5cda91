import type { Term } from '@bureau/calendar';
import type { EntityManager } from 'typeorm';
import type { Total } from './disbursement.rules.ts';

/** Which awards a batch is to hold. */
export interface ListScope {
  countyCode: string;
  programmeCode: string;
  term: Term;
  schoolIds: readonly string[] | null;
}

export interface CreationSurroundings {
  payee: string | null;
  payBy: string | null;
  fundIds: string[];
}

/** Awards that may be paid and are in no payment that stands, failed or was demanded back. */
const PAYABLE = `
  FROM aid_award award
  WHERE award.county_code = $1 AND award.programme_code = $2 AND award.school_year = $3 AND award.season = $4
    AND ($5::uuid[] IS NULL OR award.school_id = ANY ($5)) AND award.state = 'GRANTED'
    AND NOT EXISTS (SELECT FROM payment WHERE payment.county_code = award.county_code AND payment.award_id = award.id
                    AND payment.state NOT IN ('VOID', 'REFUNDED'))`;

const parametersOf = ({ countyCode, programmeCode, term, schoolIds }: ListScope) => [
  countyCode,
  programmeCode,
  term.schoolYear,
  term.season,
  schoolIds,
];

/** The awards from which a list is made. */
export class PayableAwardRepository {
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
  }

  /** Lists of a county are made one after another: no award is counted for two of them, no number given twice. */
  async waitForTurn(countyCode: string): Promise<void> {
    await this.#manager.query(`SELECT pg_advisory_xact_lock(hashtext('disbursement list'), $1::int)`, [countyCode]);
  }

  async getSurroundings({ countyCode, programmeCode, term }: ListScope): Promise<CreationSurroundings> {
    const [found]: CreationSurroundings[] = await this.#manager.query(
      `SELECT (SELECT payee FROM aid_programme WHERE county_code = $1 AND code = $2) AS payee,
              (SELECT pay_by::text FROM aid_term WHERE county_code = $1 AND school_year = $3 AND season = $4) AS "payBy",
              ARRAY(SELECT id FROM fund WHERE county_code = $1 AND programme_code = $2)::text[] AS "fundIds"`,
      [countyCode, programmeCode, term.schoolYear, term.season],
    );
    return found ?? { payee: null, payBy: null, fundIds: [] };
  }

  async getTotal(scope: ListScope): Promise<Total> {
    const [total]: { count: number; fen: string }[] = await this.#manager.query(
      `SELECT count(*)::int AS count, coalesce(sum(award.amount_fen), 0)::text AS fen ${PAYABLE}`,
      parametersOf(scope),
    );
    return { count: total?.count ?? 0, amountFen: BigInt(total?.fen ?? 0) };
  }

  /** School by school and class by class, as the lists are signed. */
  async listIds(scope: ListScope): Promise<string[]> {
    const [row]: { ids: string[] }[] = await this.#manager.query(
      `SELECT ARRAY(SELECT award.id ${PAYABLE} ORDER BY award.school_id, award.class_id, award.student_id, award.id)::text[] AS ids`,
      parametersOf(scope),
    );
    return row?.ids ?? [];
  }
}
