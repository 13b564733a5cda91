import type { Reader } from '@bureau/subgraph';

/** A school by name, also one out of the caller's reach: which schools there are is public. */
export interface SchoolMention {
  countyCode: string;
  id: string;
  name: string;
  opensOn: string;
  closesOn: string | null;
}

export class SchoolMentionRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  list(countyCode: string, ids: readonly string[]): Promise<SchoolMention[]> {
    return this.#reader.read((manager) =>
      manager.query(
        `SELECT $1::text AS "countyCode", id, name, opens_on::text AS "opensOn", closes_on::text AS "closesOn" FROM school_mention($1, $2)`,
        [countyCode, ids],
      ),
    );
  }
}
