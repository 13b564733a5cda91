import type { Reader } from '@bureau/subgraph';
import { Any } from 'typeorm';
import { type SchoolClass, SchoolClassEntity } from './school-class.entity.ts';

export class SchoolClassRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listByIds(countyCode: string, ids: string[]): Promise<SchoolClass[]> {
    return this.#reader.read((manager) => manager.findBy(SchoolClassEntity, { countyCode, id: Any(ids) }));
  }

  listOfSchools(countyCode: string, schoolIds: string[]): Promise<SchoolClass[]> {
    return this.#reader.read((manager) =>
      manager.find(SchoolClassEntity, {
        where: { countyCode, schoolId: Any(schoolIds) },
        order: { stage: 'ASC', entryYear: 'ASC', serial: 'ASC' },
      }),
    );
  }
}
