import type { Reader } from '@bureau/subgraph';
import { Any } from 'typeorm';
import { type AidProgramme, AidProgrammeEntity } from './aid-programme.entity.ts';
import { type AidRate, AidRateEntity } from './aid-rate.entity.ts';

export class ProgrammeRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  list(countyCode: string): Promise<AidProgramme[]> {
    return this.#reader.read((manager) =>
      manager.find(AidProgrammeEntity, { where: { countyCode }, order: { code: 'ASC' } }),
    );
  }

  listByCodes(countyCode: string, codes: string[]): Promise<AidProgramme[]> {
    return this.#reader.figure(['programmes', codes], (manager) =>
      manager.findBy(AidProgrammeEntity, { countyCode, code: Any(codes) }),
    );
  }

  listRates(countyCode: string, programmeCodes: string[]): Promise<AidRate[]> {
    return this.#reader.read((manager) =>
      manager.find(AidRateEntity, {
        where: { countyCode, programmeCode: Any(programmeCodes) },
        order: { stage: 'ASC', tier: 'ASC', validFromSchoolYear: 'ASC', validFromSeason: 'ASC' },
      }),
    );
  }
}
