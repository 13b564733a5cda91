import type { Reader } from '@bureau/subgraph';
import { Any } from 'typeorm';
import { type County, CountyEntity } from './county.entity.ts';

export class CountyRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listByCodes(codes: string[]): Promise<County[]> {
    return this.#reader.figure(['counties', codes], (manager) =>
      manager.findBy(CountyEntity, { countyCode: Any(codes) }),
    );
  }
}
