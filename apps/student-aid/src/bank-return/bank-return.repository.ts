import type { EntityManager } from 'typeorm';
import type { DisbursementBatch } from '../disbursement/disbursement-batch.entity.ts';
import type { AmountCount } from '../disbursement/funding.rules.ts';
import { type BankReturn, BankReturnEntity, type BankReturnLine } from './bank-return.entity.ts';
import type { AnsweredPayment, Bucket } from './bank-return.rules.ts';

export interface KnownPayment extends AnsweredPayment {
  id: string;
  sequence: number;
  schoolId: string;
  sendings: number;
}

const OF_BUCKET = `
  FROM bank_return_line line
  WHERE line.county_code = $1 AND line.return_id = $2 AND line.bucket = $3
    AND payment.county_code = line.county_code AND payment.id = line.payment_id`;

const APPLY: Partial<Record<Bucket, string>> = {
  PAID: `UPDATE payment SET state = 'PAID', paid_on = line.paid_on, paid_fen = payment.amount_fen, version = payment.version + 1`,
  FAILED: `UPDATE payment SET state = 'FAILED', failure_code = line.failure_code, version = payment.version + 1`,
  REVERSED: `UPDATE payment SET state = 'FAILED', failure_code = 'REVERSED', paid_on = NULL, paid_fen = NULL, version = payment.version + 1`,
};

/** Writes what came back from the bank; every statement is over a chunk of lines or all of them. */
export class BankReturnRepository {
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
  }

  isTaken(countyCode: string, contentHash: Buffer): Promise<boolean> {
    return this.#manager.existsBy(BankReturnEntity, { countyCode, contentHash });
  }

  async insert(taken: BankReturn): Promise<void> {
    await this.#manager.insert(BankReturnEntity, taken);
  }

  listPayments({ countyCode, id }: DisbursementBatch, sequences: readonly number[]): Promise<KnownPayment[]> {
    return this.#manager
      .query(
        `SELECT payment.id, payment.sequence, payment.school_id AS "schoolId", payment.state, payment.amount_fen AS "amountFen",
                payment.sendings, encode(account.account_number_index, 'hex') AS "accountIndex"
         FROM payment LEFT JOIN payee_account account
           ON account.county_code = payment.county_code AND account.id = payment.payee_account_id
         WHERE payment.county_code = $1 AND payment.batch_id = $2 AND payment.sequence = ANY ($3)`,
        [countyCode, id, sequences],
      )
      .then((rows: (KnownPayment & { amountFen: string })[]) =>
        rows.map((row) => ({ ...row, amountFen: BigInt(row.amountFen) })),
      );
  }

  async insertLines(lines: readonly BankReturnLine[]): Promise<void> {
    await this.#manager.query(
      `INSERT INTO bank_return_line (county_code, return_id, line_number, batch_id, payment_id, school_id, sending, bucket,
                                     amount_fen, account_last4, failure_code, paid_on, bank_serial)
       SELECT "countyCode", "returnId", "lineNumber", "batchId", "paymentId", "schoolId", sending, bucket, "amountFen",
              "accountLast4", "failureCode", "paidOn", "bankSerial"
       FROM jsonb_to_recordset($1) AS line ("countyCode" text, "returnId" uuid, "lineNumber" int, "batchId" uuid, "paymentId" uuid,
         "schoolId" uuid, sending smallint, bucket text, "amountFen" bigint, "accountLast4" text, "failureCode" text,
         "paidOn" date, "bankSerial" text)`,
      [JSON.stringify(lines)],
    );
  }

  /** Brings the payments of a bucket where the bank says they are. */
  async apply({ countyCode, id }: BankReturn, bucket: Bucket): Promise<void> {
    const update = APPLY[bucket];
    if (update) await this.#manager.query(update + OF_BUCKET, [countyCode, id, bucket]);
  }

  async listAmounts({ countyCode, id }: BankReturn, bucket: Bucket): Promise<AmountCount[]> {
    const rows: { fen: string; count: number }[] = await this.#manager.query(
      `SELECT amount_fen AS fen, count(*)::int AS count FROM bank_return_line
       WHERE county_code = $1 AND return_id = $2 AND bucket = $3 GROUP BY amount_fen`,
      [countyCode, id, bucket],
    );
    return rows.map(({ fen, count }) => ({ amountFen: BigInt(fen), count }));
  }

  async countUnsettled({ countyCode, id }: DisbursementBatch): Promise<number> {
    const [row]: { count: number }[] = await this.#manager.query(
      `SELECT count(*)::int AS count FROM payment WHERE county_code = $1 AND batch_id = $2
         AND state IN ('PENDING', 'SENT', 'FAILED', 'CORRECTED', 'RESENT')`,
      [countyCode, id],
    );
    return row?.count ?? 0;
  }
}
