import type { Reader } from '@bureau/subgraph';
import { Any } from 'typeorm';
import { type UnplacedNote, UnplacedNoteEntity } from './unplaced-note.entity.ts';

export class UnplacedNoteRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listOfChildren(countyCode: string, childIds: string[]): Promise<UnplacedNote[]> {
    return this.#reader.read((manager) =>
      manager.find(UnplacedNoteEntity, {
        where: { countyCode, childId: Any(childIds) },
        order: { notedOn: 'ASC', id: 'ASC' },
      }),
    );
  }
}
