import type { Reader } from '@bureau/subgraph';
import { Any } from 'typeorm';
import { type Township, TownshipEntity } from './township.entity.ts';

export class TownshipRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  list(countyCode: string): Promise<Township[]> {
    return this.#reader.read((manager) =>
      manager.find(TownshipEntity, { where: { countyCode }, order: { code: 'ASC' } }),
    );
  }

  listByCodes(countyCode: string, codes: string[]): Promise<Township[]> {
    return this.#reader.read((manager) => manager.findBy(TownshipEntity, { countyCode, code: Any(codes) }));
  }
}
