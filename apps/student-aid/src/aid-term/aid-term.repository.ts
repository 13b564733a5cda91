import type { Term } from '@bureau/calendar';
import type { Reader } from '@bureau/subgraph';
import { type AidTerm, AidTermEntity } from './aid-term.entity.ts';

export class AidTermRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  find(countyCode: string, { schoolYear, season }: Term): Promise<AidTerm | null> {
    return this.#reader.read((manager) => manager.findOneBy(AidTermEntity, { countyCode, schoolYear, season }));
  }

  /** Latest first. */
  list(countyCode: string): Promise<AidTerm[]> {
    return this.#reader.read((manager) =>
      manager.find(AidTermEntity, { where: { countyCode }, order: { schoolYear: 'DESC', season: 'DESC' } }),
    );
  }
}
