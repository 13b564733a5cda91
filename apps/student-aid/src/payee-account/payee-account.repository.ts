import type { Reader } from '@bureau/subgraph';
import { Any, IsNull } from 'typeorm';
import { type PayeeAccount, PayeeAccountEntity } from './payee-account.entity.ts';

export class PayeeAccountRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listByIds(countyCode: string, ids: string[]): Promise<PayeeAccount[]> {
    return this.#reader.read((manager) => manager.findBy(PayeeAccountEntity, { countyCode, id: Any(ids) }));
  }

  /** Closes the account in use and opens the new one; answers the other children who are paid to either. */
  async replaceLive(account: PayeeAccount, today: string): Promise<string[]> {
    const { countyCode, studentId, accountNumberIndex } = account;
    return this.#reader.read(async (manager) => {
      const closed = await manager.query<{ index: Buffer }[]>(
        `WITH closed AS (
           UPDATE payee_account SET valid_to = $3, version = version + 1
           WHERE county_code = $1 AND student_id = $2 AND valid_to IS NULL RETURNING account_number_index
         ) SELECT account_number_index AS index FROM closed`,
        [countyCode, studentId, today],
      );
      await manager.insert(PayeeAccountEntity, account);
      const sharers = await manager.query<{ id: string }[]>(
        `SELECT DISTINCT student_id AS id FROM payee_account
         WHERE county_code = $1 AND account_number_index = ANY ($2) AND student_id <> $3 AND valid_to IS NULL`,
        [countyCode, [accountNumberIndex, ...closed.map(({ index }) => index)], studentId],
      );
      return sharers.map(({ id }) => id);
    });
  }

  /** The accounts that the children are paid to now: at most one a child. */
  listLiveOfStudents(countyCode: string, studentIds: string[]): Promise<PayeeAccount[]> {
    return this.#reader.read((manager) =>
      manager.findBy(PayeeAccountEntity, { countyCode, studentId: Any(studentIds), validTo: IsNull() }),
    );
  }
}
