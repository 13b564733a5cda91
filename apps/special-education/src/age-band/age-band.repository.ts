import type { Reader } from '@bureau/subgraph';
import { type AgeBand, AgeBandEntity } from './age-band.entity.ts';

export class AgeBandRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  list(countyCode: string): Promise<AgeBand[]> {
    return this.#reader.figure(['age bands'], (manager) => manager.findBy(AgeBandEntity, { countyCode }));
  }
}
