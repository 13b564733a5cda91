import { type StudentRoster, StudentRosterEntity } from '@bureau/events';
import type { Reader } from '@bureau/subgraph';
import { Any } from 'typeorm';

export class RosterRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listStudentsByIds(countyCode: string, ids: string[]): Promise<StudentRoster[]> {
    return this.#reader.read((manager) => manager.findBy(StudentRosterEntity, { countyCode, id: Any(ids) }));
  }
}
