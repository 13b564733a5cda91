import type { Reader } from '@bureau/subgraph';
import { Any } from 'typeorm';
import { type Placement, PlacementEntity } from './placement.entity.ts';

/** SQL: whether the row `placement` is in force on a day, as `isInForce` says it. */
export function inForce(day: string): string {
  return `daterange(placement.started_on, LEAST(placement.ended_on, placement.expires_on)) @> CAST(${day} AS date)`;
}

export class PlacementRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listByIds(countyCode: string, ids: string[]): Promise<Placement[]> {
    return this.#reader.read((manager) => manager.findBy(PlacementEntity, { countyCode, id: Any(ids) }));
  }

  listOfChildren(countyCode: string, childIds: string[]): Promise<Placement[]> {
    return this.#reader.read((manager) =>
      manager.find(PlacementEntity, { where: { countyCode, childId: Any(childIds) }, order: { startedOn: 'ASC' } }),
    );
  }
}
