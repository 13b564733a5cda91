import type { Reader } from '@bureau/subgraph';
import type { Sides } from './reconciliation.rules.ts';

export interface BatchSides extends Sides {
  batchId: string;
}

export interface Witness extends Omit<Sides, 'ledgerFen'> {
  batchId: string;
  paymentId: string;
}

/** Of each payment of the batches, what award, payment and bank say reached the payee; a waiver has no bank. */
const PAYMENTS = `
  WITH answered AS (
    SELECT payment_id, coalesce(sum(amount_fen) FILTER (WHERE bucket = 'PAID'), 0) - coalesce(sum(amount_fen) FILTER (WHERE bucket = 'REVERSED'), 0) AS fen
    FROM bank_return_line WHERE county_code = $1 AND ($2::uuid[] IS NULL OR batch_id = ANY ($2)) AND bucket IN ('PAID', 'REVERSED') GROUP BY payment_id),
  side AS (
    SELECT payment.batch_id, payment.id,
      CASE WHEN payment.state IN ('PAID', 'REFUNDED', 'RECLAIMED') THEN award.amount_fen ELSE 0 END AS entitled,
      CASE WHEN payment.state IN ('PAID', 'REFUNDED', 'RECLAIMED') THEN payment.amount_fen ELSE 0 END AS paid,
      CASE WHEN payment.kind = 'CASH' THEN coalesce(answered.fen, 0)
           WHEN payment.state IN ('PAID', 'REFUNDED', 'RECLAIMED') THEN payment.amount_fen ELSE 0 END AS banked
    FROM payment JOIN aid_award award ON award.county_code = payment.county_code AND award.id = payment.award_id
    LEFT JOIN answered ON answered.payment_id = payment.id
    WHERE payment.county_code = $1 AND payment.batch_id IS NOT NULL AND ($2::uuid[] IS NULL OR payment.batch_id = ANY ($2)))`;

const WITNESSES_MAX = 200;

export class ReconciliationRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  /** The four sides of batches; of all of the county's when none are named. */
  listSides(countyCode: string, batchIds: readonly string[] | null): Promise<BatchSides[]> {
    return this.#reader.read((manager) =>
      manager.query(
        `${PAYMENTS}, ledger AS (
           SELECT batch_id, sum(CASE kind WHEN 'PAY' THEN amount_fen WHEN 'REVERSE' THEN -amount_fen ELSE 0 END) AS fen
           FROM ledger_entry WHERE county_code = $1 AND ($2::uuid[] IS NULL OR batch_id = ANY ($2)) GROUP BY batch_id)
         SELECT batch_id AS "batchId", sum(entitled)::text AS "entitlementFen", sum(paid)::text AS "batchFen",
                sum(banked)::text AS "bankFen", coalesce(min(ledger.fen), 0)::text AS "ledgerFen"
         FROM side LEFT JOIN ledger USING (batch_id) GROUP BY batch_id`,
        [countyCode, batchIds],
      ),
    );
  }

  listWitnesses(countyCode: string, batchIds: readonly string[] | null): Promise<Witness[]> {
    return this.#reader.read((manager) =>
      manager.query(
        `${PAYMENTS} SELECT batch_id AS "batchId", id AS "paymentId", entitled::text AS "entitlementFen", paid::text AS "batchFen", banked::text AS "bankFen"
         FROM side WHERE entitled <> paid OR paid <> banked ORDER BY id LIMIT ${WITNESSES_MAX}`,
        [countyCode, batchIds],
      ),
    );
  }
}
