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

  /** The accounts that the children are paid to now: at most one a child. */
  listLiveOfStudents(countyCode: string, studentIds: string[]): Promise<PayeeAccount[]> {
    return this.#reader.read((manager) =>
      manager.findBy(PayeeAccountEntity, { countyCode, studentId: Any(studentIds), validTo: IsNull() }),
    );
  }
}
