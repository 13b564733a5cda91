import type { Reader } from '@bureau/subgraph';
import { Any } from 'typeorm';
import { type LegalDocument, LegalDocumentEntity } from './legal-document.entity.ts';

export class LegalDocumentRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listByIds(countyCode: string, ids: string[]): Promise<LegalDocument[]> {
    return this.#reader.read((manager) => manager.findBy(LegalDocumentEntity, { countyCode, id: Any(ids) }));
  }

  listOfCases(countyCode: string, dropoutCaseIds: string[]): Promise<LegalDocument[]> {
    return this.#reader.read((manager) =>
      manager.find(LegalDocumentEntity, {
        where: { countyCode, dropoutCaseId: Any(dropoutCaseIds) },
        order: { issuedOn: 'ASC', id: 'ASC' },
      }),
    );
  }

  findForUpdate(countyCode: string, id: string): Promise<LegalDocument | null> {
    return this.#reader.read((manager) =>
      manager.findOne(LegalDocumentEntity, { where: { countyCode, id }, lock: { mode: 'pessimistic_write' } }),
    );
  }

  /** The issuer's next number of the year; whoever comes second waits for the first, and a paper that fails gives its number back. */
  async nextSerial({
    countyCode,
    issuer,
    issuerCode,
    year,
  }: Pick<LegalDocument, 'countyCode' | 'issuer' | 'issuerCode' | 'year'>): Promise<number> {
    const [counter]: { last: number }[] = await this.#reader.read((manager) =>
      manager.query(
        `INSERT INTO document_counter AS counter (county_code, issuer, issuer_code, year, last) VALUES ($1, $2, $3, $4, 1)
         ON CONFLICT (county_code, issuer, issuer_code, year) DO UPDATE SET last = counter.last + 1 RETURNING last`,
        [countyCode, issuer, issuerCode, year],
      ),
    );
    if (!counter) throw new Error('A counter gave no number.');
    return counter.last;
  }

  async insert(document: LegalDocument): Promise<void> {
    await this.#reader.read((manager) => manager.insert(LegalDocumentEntity, document));
  }

  /** Writes the service of a paper that the caller holds locked. */
  async recordService(
    { countyCode, id, version }: LegalDocument,
    service: Pick<LegalDocument, 'servedOn' | 'servedHow' | 'servedTo' | 'dueOn'>,
  ): Promise<void> {
    const { affected } = await this.#reader.read((manager) =>
      manager.update(LegalDocumentEntity, { countyCode, id, version }, { ...service, version: version + 1 }),
    );
    if (affected !== 1) throw new Error('A paper changed while it was locked.');
  }
}
