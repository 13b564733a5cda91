import { StoredDocumentEntity, type StoredDocument } from '@bureau/files';
import type { EntityManager } from 'typeorm';
import type { DisbursementBatch } from '../disbursement/disbursement-batch.entity.ts';
import { type BankFile, BankFileEntity } from './bank-file.entity.ts';

/** A payment as its line needs it; the account is still sealed. */
export interface PayableLine {
  sequence: number;
  amountFen: string;
  reference: string;
  townshipCode: string;
  accountId: string | null;
  payeeName: string | null;
  bankName: string | null;
  accountNumber: Buffer | null;
}

const TO_SEND = `state IN ('PENDING', 'CORRECTED')`;
const PAGE = 10_000;

export class BankFileRepository {
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
  }

  /** The payments of a batch that are to go out, page by page, in the order of the list. */
  async *pages({ countyCode, id }: DisbursementBatch): AsyncGenerator<PayableLine[]> {
    for (let after = 0; ;) {
      const page: PayableLine[] = await this.#manager.query(
        `SELECT payment.sequence, payment.amount_fen AS "amountFen", payment.end_to_end_reference AS reference,
                payment.township_code AS "townshipCode", account.id AS "accountId", account.holder_name AS "payeeName",
                account.bank_name AS "bankName", account.account_number AS "accountNumber"
         FROM payment LEFT JOIN payee_account account ON account.county_code = payment.county_code
           AND account.student_id = payment.student_id AND account.valid_to IS NULL
         WHERE payment.county_code = $1 AND payment.batch_id = $2 AND payment.${TO_SEND} AND payment.sequence > $3
         ORDER BY payment.sequence LIMIT $4`,
        [countyCode, id, after, PAGE],
      );
      if (page.length > 0) yield page;
      if (page.length < PAGE) return;
      after = page.at(-1)?.sequence ?? after;
    }
  }

  /** Marks what goes out as sent, each to the account that its line names. */
  async markSent({ countyCode, id }: DisbursementBatch): Promise<number> {
    const [, sent]: [unknown, number] = await this.#manager.query(
      `UPDATE payment SET state = CASE state WHEN 'PENDING' THEN 'SENT' ELSE 'RESENT' END, payee_account_id = account.id,
              sendings = sendings + 1, version = payment.version + 1
       FROM payee_account account
       WHERE payment.county_code = $1 AND payment.batch_id = $2 AND payment.${TO_SEND}
         AND account.county_code = payment.county_code AND account.student_id = payment.student_id AND account.valid_to IS NULL`,
      [countyCode, id],
    );
    return sent;
  }

  async countOf({ countyCode, id }: DisbursementBatch): Promise<number> {
    return this.#manager.countBy(BankFileEntity, { countyCode, batchId: id });
  }

  async insert(file: BankFile, document: StoredDocument): Promise<void> {
    await this.#manager.insert(StoredDocumentEntity, document);
    await this.#manager.insert(BankFileEntity, file);
  }
}
