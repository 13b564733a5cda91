import type { EntityManager } from 'typeorm';
import type { DisbursementBatch } from './disbursement-batch.entity.ts';
import { DisbursementBatchEntity } from './disbursement-batch.entity.ts';
import { DisbursementFundingEntity } from './disbursement-part.entity.ts';
import type { Total } from './disbursement.rules.ts';
import type { AmountCount, FundShare } from './funding.rules.ts';

const INSERT_PAYMENTS = `
  INSERT INTO payment (county_code, id, award_id, student_id, programme_code, school_id, class_id, township_code, amount_fen,
                       kind, state, end_to_end_reference, batch_id, sequence)
  SELECT award.county_code, made.id, award.id, award.student_id, award.programme_code, award.school_id, award.class_id,
         award.township_code, award.amount_fen, $5, 'PENDING', $6 || lpad(made.sequence::text, 6, '0'), $2, made.sequence
  FROM unnest($3::uuid[], $4::uuid[]) WITH ORDINALITY AS given (award_id, id, place)
  CROSS JOIN LATERAL (SELECT given.id, $7::int + given.place::int AS sequence) made
  JOIN aid_award award ON award.county_code = $1 AND award.id = given.award_id`;

/** Makes and takes apart the list of a batch; every statement is over the whole of it, or a chunk. */
export class DisbursementListRepository {
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
  }

  /** The next number of the county in a calendar year. */
  async nextNumber(countyCode: string, year: number): Promise<string> {
    const [row]: { last: number }[] = await this.#manager.query(
      `SELECT coalesce(max(right(number, 5)::int), 0) AS last FROM disbursement_batch
       WHERE county_code = $1 AND number LIKE $2`,
      [countyCode, `${year}-%`],
    );
    return `${year}-${String((row?.last ?? 0) + 1).padStart(5, '0')}`;
  }

  async insert(batch: DisbursementBatch, funding: readonly FundShare[]): Promise<void> {
    await this.#manager.insert(DisbursementBatchEntity, batch);
    const { countyCode, id: batchId } = batch;
    await this.#manager.insert(
      DisbursementFundingEntity,
      funding.map((share, at) => ({ countyCode, batchId, position: at + 1, ...share })),
    );
  }

  /** Payments of a batch for awards that `waitForTurn` keeps free, after so many that it already has. */
  async insertPayments(
    batch: DisbursementBatch,
    made: { awardIds: readonly string[]; ids: readonly string[] },
    after: number,
  ): Promise<void> {
    const { countyCode, id, number, paymentKind } = batch;
    const reference = `${countyCode}-${number}-`;
    await this.#manager.query(INSERT_PAYMENTS, [
      countyCode,
      id,
      made.awardIds,
      made.ids,
      paymentKind,
      reference,
      after,
    ]);
  }

  /** Each school's part, to be confirmed; answers how many there are. */
  async insertSchools({ countyCode, id }: DisbursementBatch): Promise<number> {
    const schools: unknown[] = await this.#manager.query(
      `INSERT INTO disbursement_school (county_code, batch_id, school_id, payment_count, payment_fen)
       SELECT county_code, batch_id, school_id, count(*), sum(amount_fen) FROM payment
       WHERE county_code = $1 AND batch_id = $2 AND state = 'PENDING' GROUP BY county_code, batch_id, school_id
       RETURNING school_id`,
      [countyCode, id],
    );
    return schools.length;
  }

  /** Payments whose award was held or stopped, or has another amount, since the list was made. */
  async countOutdated({ countyCode, id }: DisbursementBatch): Promise<number> {
    const [row]: { count: number }[] = await this.#manager.query(
      `SELECT count(*)::int AS count
       FROM payment JOIN aid_award award ON award.county_code = payment.county_code AND award.id = payment.award_id
       WHERE payment.county_code = $1 AND payment.batch_id = $2 AND payment.state = 'PENDING'
         AND (award.state <> 'GRANTED' OR award.amount_fen <> payment.amount_fen)`,
      [countyCode, id],
    );
    return row?.count ?? 0;
  }

  async listAmounts({ countyCode, id }: DisbursementBatch, states: readonly string[]): Promise<AmountCount[]> {
    const rows: { fen: string; count: number }[] = await this.#manager.query(
      `SELECT amount_fen::text AS fen, count(*)::int AS count FROM payment
       WHERE county_code = $1 AND batch_id = $2 AND state = ANY ($3) GROUP BY amount_fen`,
      [countyCode, id, states],
    );
    return rows.map(({ fen, count }) => ({ amountFen: BigInt(fen), count }));
  }

  /** Takes payments that never went out from the list: they are VOID, and their awards free. All, or those no longer right. */
  async release({ countyCode, id }: DisbursementBatch, which: 'all' | 'outdated'): Promise<void> {
    await this.#manager.query(
      `UPDATE payment SET state = 'VOID', version = payment.version + 1 FROM aid_award award
       WHERE payment.county_code = $1 AND payment.batch_id = $2 AND payment.state = 'PENDING'
         AND award.county_code = payment.county_code AND award.id = payment.award_id
         AND ($3 OR award.state <> 'GRANTED' OR award.amount_fen <> payment.amount_fen)`,
      [countyCode, id, which === 'all'],
    );
  }

  /** What the list now holds, and the highest place in it. */
  async getContents({ countyCode, id }: DisbursementBatch): Promise<Total & { last: number }> {
    const [row]: { count: number; fen: string; last: number }[] = await this.#manager.query(
      `SELECT (count(*) FILTER (WHERE state <> 'VOID'))::int AS count, coalesce(max(sequence), 0) AS last,
              coalesce(sum(amount_fen) FILTER (WHERE state <> 'VOID'), 0)::text AS fen
       FROM payment WHERE county_code = $1 AND batch_id = $2`,
      [countyCode, id],
    );
    return { count: row?.count ?? 0, amountFen: BigInt(row?.fen ?? 0), last: row?.last ?? 0 };
  }

  async forgetSchools({ countyCode, id }: Pick<DisbursementBatch, 'countyCode' | 'id'>): Promise<void> {
    await this.#manager.query('DELETE FROM disbursement_school WHERE county_code = $1 AND batch_id = $2', [
      countyCode,
      id,
    ]);
  }

  async payWaivers({ countyCode, id }: DisbursementBatch, paidOn: string): Promise<void> {
    await this.#manager.query(
      `UPDATE payment SET state = 'PAID', paid_on = $3, paid_fen = amount_fen, version = version + 1
       WHERE county_code = $1 AND batch_id = $2 AND state = 'PENDING'`,
      [countyCode, id, paidOn],
    );
  }
}
