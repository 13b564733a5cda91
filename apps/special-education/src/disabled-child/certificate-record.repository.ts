import type { Reader } from '@bureau/subgraph';
import { Any } from 'typeorm';
import { type CertificateRecord, CertificateRecordEntity } from './certificate-record.entity.ts';

export class CertificateRecordRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listOfChildren(countyCode: string, childIds: string[]): Promise<CertificateRecord[]> {
    const order = { recordedOn: 'ASC', id: 'ASC' } as const;
    return this.#reader.read((manager) =>
      manager.find(CertificateRecordEntity, { where: { countyCode, childId: Any(childIds) }, order }),
    );
  }
}
