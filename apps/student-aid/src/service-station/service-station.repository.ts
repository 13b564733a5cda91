import type { Reader } from '@bureau/subgraph';
import { IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import { type ServiceStation, ServiceStationEntity } from './service-station.entity.ts';

export class ServiceStationRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  /** Those open on a day, by code. */
  listOpen(countyCode: string, day: string): Promise<ServiceStation[]> {
    const open = { countyCode, validFrom: LessThanOrEqual(day) };
    return this.#reader.read((manager) =>
      manager.find(ServiceStationEntity, {
        where: [
          { ...open, validTo: IsNull() },
          { ...open, validTo: MoreThan(day) },
        ],
        order: { code: 'ASC' },
      }),
    );
  }
}
